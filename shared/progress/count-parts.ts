import { partsByLanguage } from '../domain/billed-parts.ts'
import type { PlannedDispatch } from '../domain/committee.ts'
import { findDistrict } from '../domain/laos-areas.ts'
import type { Texts } from '../domain/render-text.ts'
import { villageFill } from '../domain/templates/village-values.ts'
import type { Village } from '../domain/village.ts'

type District = {
  code: string
  /** What is known of its villages: the texts may name them. */
  villages: readonly Village[]
  desk: string | undefined
}

const nameless = { nameLo: '', nameEn: '' }

/** The billed parts of a district's SMS, each text as its village gets it; a phone of several villages counts once. */
export const countParts = (
  dispatches: readonly PlannedDispatch[],
  rendered: Texts,
  { code, villages, desk }: District,
): number => {
  const district = findDistrict(code)
  const named = new Map(villages.map((village) => [village.code, village]))
  return dispatches.reduce((sum, { village: of, recipients }) => {
    const village = named.get(of) ?? nameless
    const partsOf = partsByLanguage(rendered, district && villageFill(rendered, village, district, desk))
    const own = recipients.filter(({ sharedWith }) => sharedWith === undefined)
    return own.reduce((parts, { language }) => parts + partsOf(language), sum)
  }, 0)
}
