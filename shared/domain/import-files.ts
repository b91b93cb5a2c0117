/** Where the files of imports and exports lie in the uploads bucket. */
export const uploadKeyOf = (importId: string): string => `imports/${importId}/upload`
export const exportKeyOf = (exportId: string): string => `exports/${exportId}.csv`

/** Each planning writes to a folder of its own, so that no page of one plan is ever taken for another's. */
export const planFolderOf = (importId: string, attempt: string): string =>
  `imports/${importId}/plan-${attempt}`

/** How many changes stand on one page of a plan. */
export const changesPerPage = 250

/** How many pages so many changes fill. */
export const changePagesOf = (changes: number): number => Math.ceil(changes / changesPerPage)

/** How long a signed URL works. */
export const signedUrlSeconds = 15 * 60
