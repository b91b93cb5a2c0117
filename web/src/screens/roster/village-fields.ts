import type { AnswerOf, CallOf } from '../../api/routes.ts'

type View = AnswerOf<'GET /v1/villages/{code}'>
type Body = CallOf<'PUT /v1/villages/{code}'>['body']

/** A village as a form holds it: every field is text. */
export type VillageFields = {
  nameLo: string
  nameEn: string
  latitude: string
  longitude: string
  exposure: '' | '1' | '2' | '3'
  safePlaceLo: string
  safePlaceEn: string
  languagesSpoken: string
  households: string
}

/** What a form shows of a village that is on the roster; of a new one, nothing. */
export const toVillageFields = (village: View | undefined): VillageFields => ({
  nameLo: village?.nameLo ?? '',
  nameEn: village?.nameEn ?? '',
  latitude: String(village?.latitude ?? ''),
  longitude: String(village?.longitude ?? ''),
  exposure: village?.exposure === undefined ? '' : exposureTexts[village.exposure],
  safePlaceLo: village?.safePlaceLo ?? '',
  safePlaceEn: village?.safePlaceEn ?? '',
  languagesSpoken: village?.languagesSpoken.join(', ') ?? '',
  households: String(village?.households ?? ''),
})

const exposureTexts = { 1: '1', 2: '2', 3: '3' } as const
const exposureOf = { 1: 1, 2: 2, 3: 3 } as const

const numberOf = (text: string): number | undefined => {
  const plain = text.trim().replace(',', '.')
  return plain === '' ? undefined : Number(plain)
}

const isNumber = (text: string): boolean => {
  const value = numberOf(text)
  return value === undefined || Number.isFinite(value)
}

/** Fields that hold no number where there must be one: they cannot even be sent. */
export const findVillageFaults = (
  fields: VillageFields,
): ('latitude' | 'longitude' | 'households' | 'nameLo')[] => {
  const numbers = (['latitude', 'longitude', 'households'] as const).filter((name) => !isNumber(fields[name]))
  const hasName = `${fields.nameLo}${fields.nameEn}`.trim() !== ''
  return hasName ? numbers : ['nameLo', ...numbers]
}

/** The request that makes the roster say what the form says; what the form does not show stays. */
export const toVillageBody = (fields: VillageFields, village: View | undefined): Body => {
  const [latitude, longitude, households] = [fields.latitude, fields.longitude, fields.households].map(
    numberOf,
  )
  const languagesSpoken = fields.languagesSpoken
    .split(/[,;/]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return {
    nameLo: fields.nameLo,
    nameEn: fields.nameEn,
    languagesSpoken,
    status: village?.status ?? 'active',
    ...(village?.mergedInto === undefined ? {} : { mergedInto: village.mergedInto }),
    ...(latitude === undefined ? {} : { latitude }),
    ...(longitude === undefined ? {} : { longitude }),
    ...(households === undefined ? {} : { households }),
    ...(fields.exposure === '' ? {} : { exposure: exposureOf[fields.exposure] }),
    ...(fields.safePlaceLo.trim() === '' ? {} : { safePlaceLo: fields.safePlaceLo }),
    ...(fields.safePlaceEn.trim() === '' ? {} : { safePlaceEn: fields.safePlaceEn }),
  }
}
