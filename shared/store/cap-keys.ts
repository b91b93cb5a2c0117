/** Partitions of what is public begin with `CAP`: `public` may read those and no others. */
export const capFileKey = (alertId: string, version: number) => ({
  PK: `CAP#${alertId}`,
  SK: String(version).padStart(4, '0'),
})

export const capFeedPartition = 'CAP-FEED'

/** Entries sort by when they were sent. All times have the offset of Laos, so that they sort as text. */
export const capEntryKey = ({ sent, identifier }: { sent: string; identifier: string }) => ({
  PK: capFeedPartition,
  SK: `${sent}#${identifier}`,
})
