import { useEffect, useState } from 'preact/hooks'
import { rowsOf } from '../../../shared/domain/columns.ts'
import { readStored, writeStored } from '../stored.ts'
import { asSent } from '../as-sent.ts'
import { callApi } from './call-api.ts'
import type { AnswerOf } from './routes.ts'

/** A village as far as names and the map go. */
export type KnownVillage = AnswerOf<'GET /v1/village-names'>['villages'][number]

export type Find = (code: string) => KnownVillage | undefined

const known = new Map<string, Map<string, KnownVillage>>()
/** Districts, and villages of others, that were asked for since the page was opened. */
const asked = new Map<string, Promise<void>>()
const mostCodes = 100

const districtOf = (code: string): string => code.slice(0, 4)

/** The villages of a district that the device knows. */
const knownOf = (district: string): Map<string, KnownVillage> => {
  const found = known.get(district)
  if (found !== undefined) return found
  const stored = readStored(`seen.villages.${district}`)
  const villages = Array.isArray(stored) ? asSent<KnownVillage[]>(stored) : []
  const recalled = new Map(villages.map((village) => [village.code, village]))
  known.set(district, recalled)
  return recalled
}

/** What the device knows of a district: every village where it was asked for by `useVillages`, else some. */
export const villagesOf = (district: string): KnownVillage[] => [...knownOf(district).values()]

const find: Find = (code) => knownOf(districtOf(code)).get(code)

const learn = (villages: readonly KnownVillage[]): void => {
  for (const { code, nameLo, nameEn, latitude, longitude } of villages) {
    const place = latitude === undefined || longitude === undefined ? {} : { latitude, longitude }
    knownOf(districtOf(code)).set(code, { code, nameLo, nameEn, ...place })
  }
  for (const district of new Set(villages.map(({ code }) => districtOf(code)))) {
    writeStored(`seen.villages.${district}`, [...knownOf(district).values()])
  }
}

type Answer = { ok: true; body: { villages: readonly KnownVillage[] } } | { ok: false }

/** Asks once; whoever asks meanwhile waits for the same answer. What failed is asked for by the next. */
const askOnce = (names: readonly string[], call: () => Promise<Answer>): Promise<void> => {
  const ask = async (): Promise<void> => {
    const result = await call()
    if (result.ok) learn(result.body.villages)
    else for (const name of names) asked.delete(name)
  }
  const answer = ask()
  for (const name of names) asked.set(name, answer)
  return answer
}

const readDistrict = async (district: string): Promise<Answer> => {
  const result = await callApi('GET /v1/villages', { query: { district } })
  return result.ok ? { ok: true, body: { villages: rowsOf(result.body.villages) } } : { ok: false }
}

const askDistrict = (district: string): Promise<void> =>
  asked.get(district) ?? askOnce([district], () => readDistrict(district))

let gathered: { codes: Set<string>; answer: Promise<void> } | undefined

/** What several parts of a screen ask for at once goes into one request. */
const gather = (codes: readonly string[]): Promise<void> => {
  const now = gathered ?? { codes: new Set(), answer: Promise.resolve().then(sendGathered) }
  gathered = now
  for (const code of codes) now.codes.add(code)
  return now.answer
}

const sendGathered = async (): Promise<void> => {
  const codes = [...(gathered?.codes ?? [])]
  gathered = undefined
  for (let from = 0; from < codes.length; from += mostCodes) {
    const some = codes.slice(from, from + mostCodes)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as 2G carries one answer at a time anyway
    await askOnce(some, () => callApi('GET /v1/village-names', { query: { codes: some.join(',') } }))
  }
}

/** The answer that a village's name comes with, if it was asked for. */
const answerOf = (code: string): Promise<void> | undefined => asked.get(code) ?? asked.get(districtOf(code))

const askCodes = async (codes: readonly string[]): Promise<void> => {
  const fresh = codes.filter((code) => answerOf(code) === undefined)
  await Promise.all([...codes.map(answerOf), fresh.length === 0 ? undefined : gather(fresh)])
}

/** Has what is named asked for, step by step, and the screen drawn again after each. */
const useAsked = (steps: readonly string[], ask: (step: string) => Promise<void>): Find => {
  const [, renderAgain] = useState(0)
  const wanted = steps.join(' ')
  useEffect(() => {
    let ended = false
    const askAll = async (): Promise<void> => {
      for (const step of wanted.split(' ').filter((one) => one !== '')) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await ask(step)
        if (ended) return
        renderAgain((turn) => turn + 1)
      }
    }
    void askAll()
    return () => {
      ended = true
    }
  }, [wanted])
  return find
}

const askTogether = (codes: string): Promise<void> => askCodes(codes.split(','))

/**
 * Every village of some districts: what the device knows at once, then what the roster says, a district after the
 * other.
 */
export const useVillages = (districts: readonly string[]): Find => useAsked(districts, askDistrict)

/** Some villages of any districts by their codes, in one request for 100 of them. */
export const useVillageNames = (codes: readonly string[]): Find =>
  useAsked(codes.length === 0 ? [] : [[...new Set(codes)].join(',')], askTogether)
