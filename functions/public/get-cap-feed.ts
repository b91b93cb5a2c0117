import type { CapEntry } from '../../shared/contracts/cap.ts'
import { toIso } from '../../shared/clock.ts'
import { publicRoutes } from '../../shared/contracts/public-routes.ts'
import { bindPublicRoute } from '../../shared/middleware/public-handler.ts'
import { digestOfText } from '../../shared/request-id.ts'
import type { PublicDeps } from './deps.ts'
import { findCap } from './find-cap.ts'
import { writeFeedXml } from './write-feed-xml.ts'

const cacheSeconds = 60
const dayMs = 24 * 3600 * 1000
/** No message holds longer. */
const longestLifeDays = 31
/** So long a message stays in the feed that does not hold any more: readers learn that it ended. */
const shownDays = 7
const mostEntries = 200

const isShown = ({ sent, expires }: CapEntry, nowMs: number): boolean =>
  Date.parse(expires) > nowMs || Date.parse(sent) > nowMs - shownDays * dayMs

/** `GET /cap/feed.atom`. */
export const getCapFeed = (deps: PublicDeps) =>
  bindPublicRoute(publicRoutes.getCapFeed, async ({ origin }) => {
    const { authority, feed } = findCap(deps)
    const nowMs = deps.clock.nowMs()
    const sinceIso = toIso(nowMs - longestLifeDays * dayMs)
    const listed = await feed.listEntries(sinceIso, mostEntries)
    const entries = listed.filter((entry) => isShown(entry, nowMs))
    const text = writeFeedXml(authority, entries, { origin, stage: deps.stage })
    return {
      text,
      contentType: `${publicRoutes.getCapFeed.contentType}; charset=utf-8`,
      etag: digestOfText(text).slice(0, 32),
      // No date: an entry may come late, behind one that was sent after it, and a reader that goes by dates misses it.
      cacheSeconds,
    }
  })
