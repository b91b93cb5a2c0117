import { XMLBuilder } from 'fast-xml-parser'
import type { CapEntry } from '../../shared/contracts/cap.ts'
import { publicRoutes } from '../../shared/contracts/public-routes.ts'
import type { CapAuthority } from '../../shared/domain/cap/authority.ts'
import { xmlText } from '../../shared/domain/cap/xml-text.ts'

const builder = new XMLBuilder({
  ignoreAttributes: false,
  suppressEmptyNode: true,
  tagValueProcessor: (_name, value) => xmlText(String(value)),
})

const inBoth = (words: CapAuthority['senderName']): string => `${words.lo} / ${words.en}`

/** The feed of RFC 4287: `entries` newest first. Ids stay the same wherever the API is reached (RFC 4151). */
export const writeFeedXml = (
  authority: CapAuthority,
  entries: readonly CapEntry[],
  { origin, stage }: { origin: string; stage: string },
): string => {
  const idOf = (name: string): string =>
    `tag:${new URL(authority.web).hostname},${authority.sinceIso.slice(0, 10)}:siang:${stage}:${name}`
  const name = inBoth(authority.senderName)
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    feed: {
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      id: idOf('feed'),
      title: name,
      updated: entries[0]?.sent ?? authority.sinceIso,
      author: { name, uri: authority.web },
      generator: 'Siang',
      link: [
        {
          '@_rel': 'self',
          '@_type': publicRoutes.getCapFeed.contentType,
          '@_href': `${origin}${publicRoutes.getCapFeed.path}`,
        },
        { '@_rel': 'alternate', '@_type': 'text/html', '@_href': authority.web },
      ],
      entry: entries.map(({ identifier, title, summary, sent }) => ({
        id: idOf(identifier),
        title,
        updated: sent,
        published: sent,
        summary,
        link: {
          '@_rel': 'alternate',
          '@_type': publicRoutes.getCapAlert.contentType,
          '@_href': `${origin}/cap/${identifier}.xml`,
        },
      })),
    },
  })
}
