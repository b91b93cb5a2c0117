import { useEffect, useRef, useState } from 'preact/hooks'
import { isOpen } from '../../../../shared/domain/delivery.ts'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded, type Loaded } from '../../api/use-loaded.ts'

export type VillageTests = AnswerOf<'GET /v1/villages/{code}/test-sms'>
export type TestOfMember = VillageTests['tests'][number]

const soonMs = 2_000
const laterMs = 15_000
/** Carriers that answer at all answer within minutes. */
const followedMs = 10 * 60_000

/** How soon to look again: at once while one is on its way, now and then while its carrier may still answer. */
const pauseOf = (tests: readonly TestOfMember[], nowMs: number): number | undefined => {
  if (tests.some(({ state }) => isOpen(state))) return soonMs
  const isFollowed = ({ state, askedAtIso }: TestOfMember): boolean =>
    state === 'accepted' && Date.parse(askedAtIso) > nowMs - followedMs
  return tests.some(isFollowed) ? laterMs : undefined
}

/** The test SMS of a committee, followed while something may come of one, and read anew when the village changed. */
export const useTestSms = ({ code, etag }: { code: string; etag: string }): Loaded<VillageTests> => {
  const [everyMs, setEveryMs] = useState<number | undefined>(undefined)
  const loaded = useLoaded(
    `test-sms ${code}`,
    () => callApi('GET /v1/villages/{code}/test-sms', { params: { code } }),
    everyMs === undefined ? {} : { everyMs },
  )
  const { body, reload } = loaded
  useEffect(() => setEveryMs(pauseOf(body?.tests ?? [], Date.now())), [body])
  const readFor = useRef(etag)
  useEffect(() => {
    if (readFor.current === etag) return
    readFor.current = etag
    reload()
  }, [etag, reload])
  return loaded
}
