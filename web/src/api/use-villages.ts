import { useEffect, useState } from 'preact/hooks'
import { readStored, writeStored } from '../stored.ts'
import { asSent } from '../as-sent.ts'
import { callApi } from './call-api.ts'
import type { AnswerOf } from './routes.ts'

/** A village as far as names and the map go. */
export type KnownVillage = Pick<
  AnswerOf<'GET /v1/villages'>['villages'][number],
  'code' | 'nameLo' | 'nameEn' | 'latitude' | 'longitude'
>

const known = new Map<string, ReadonlyMap<string, KnownVillage>>()
const asked = new Map<string, Promise<void>>()

const byCode = (villages: readonly KnownVillage[]): ReadonlyMap<string, KnownVillage> =>
  new Map(villages.map((village) => [village.code, village]))

const recall = (district: string): void => {
  const stored = readStored(`seen.villages.${district}`)
  if (!known.has(district) && Array.isArray(stored)) known.set(district, byCode(asSent(stored)))
}

const read = async (district: string): Promise<void> => {
  const result = await callApi('GET /v1/villages', { query: { district } })
  if (!result.ok) {
    asked.delete(district)
    return
  }
  const villages = result.body.villages.map(({ code, nameLo, nameEn, latitude, longitude }) => ({
    code,
    nameLo,
    nameEn,
    ...(latitude === undefined || longitude === undefined ? {} : { latitude, longitude }),
  }))
  known.set(district, byCode(villages))
  writeStored(`seen.villages.${district}`, villages)
}

/** Asks once; whoever asks meanwhile waits for the same answer. */
const ask = (district: string): Promise<void> => {
  const underWay = asked.get(district) ?? read(district)
  asked.set(district, underWay)
  return underWay
}

/**
 * Names and places of the villages of some districts: what the device knows at once, then what the roster says.
 * Districts are asked for one after the other, as 2G carries one answer at a time anyway.
 */
export const useVillages = (districts: readonly string[]): ((code: string) => KnownVillage | undefined) => {
  const [, renderAgain] = useState(0)
  const wanted = districts.join(',')
  useEffect(() => {
    let ended = false
    const askAll = async (): Promise<void> => {
      for (const district of wanted.split(',').filter((code) => code !== '')) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await ask(district)
        if (ended) return
        renderAgain((turn) => turn + 1)
      }
    }
    void askAll()
    return () => {
      ended = true
    }
  }, [wanted])
  for (const district of districts) recall(district)
  return (code) => known.get(code.slice(0, 4))?.get(code)
}
