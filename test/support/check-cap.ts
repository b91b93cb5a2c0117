import { XMLParser } from 'fast-xml-parser'
import { validateXML } from 'xmllint-wasm'
import { z } from 'zod'
import { capSchema } from './cap-schema.ts'

/** What the schema says against each of these messages; none where all are valid. */
export const findSchemaFaults = async (messages: readonly string[]): Promise<string[]> => {
  const { errors } = await validateXML({
    xml: messages.map((contents, index) => ({ fileName: `message-${index}.xml`, contents })),
    schema: [capSchema],
  })
  return errors.map(({ rawMessage }) => rawMessage)
}

const lists = new Set(['info', 'category', 'area', 'circle', 'polygon', 'geocode', 'parameter'])
const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => lists.has(name),
})

const named = z.object({ valueName: z.string(), value: z.string() })
const area = z.object({
  areaDesc: z.string(),
  circle: z.array(z.string()).default([]),
  geocode: z.array(named).default([]),
})
const info = z.object({
  language: z.string(),
  category: z.array(z.string()),
  event: z.string(),
  responseType: z.string(),
  urgency: z.string(),
  severity: z.string(),
  certainty: z.string(),
  effective: z.string(),
  expires: z.string(),
  senderName: z.string(),
  headline: z.string(),
  description: z.string(),
  instruction: z.string(),
  web: z.string(),
  contact: z.string().optional(),
  parameter: z.array(named),
  area: z.array(area),
})
const alert = z.object({
  identifier: z.string(),
  sender: z.string(),
  sent: z.string(),
  status: z.string(),
  msgType: z.string(),
  scope: z.string(),
  note: z.string().optional(),
  references: z.string().optional(),
  info: z.array(info),
})
export type ParsedCap = z.output<typeof alert>

/** A message as its readers see it. */
export const parseCap = (xml: string): ParsedCap => z.object({ alert }).parse(parser.parse(xml)).alert

const reference = /^[^\s,<&]+,[^\s,<&]+,\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/

const isOnEarth = (circle: string): boolean => {
  const [place = '', radius = ''] = circle.split(' ')
  const [latitude = Number.NaN, longitude = Number.NaN] = place.split(',').map(Number)
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && Number(radius) > 0
}

/** What of an info is the same in every language. */
const factsOf = ({
  category,
  urgency,
  severity,
  certainty,
  expires,
  area: areas,
}: ParsedCap['info'][number]) =>
  JSON.stringify([
    category,
    urgency,
    severity,
    certainty,
    expires,
    areas.map(({ circle, geocode }) => [circle, geocode]),
  ])

/** Rules of the standard, and of those who read feeds, that a schema cannot say. */
export const findRuleFaults = (cap: ParsedCap): string[] => {
  const faults: string[] = []
  const must = (holds: boolean, rule: string): void => {
    if (!holds) faults.push(rule)
  }
  const references = cap.references?.split(' ') ?? []
  must(
    references.every((one) => reference.test(one)),
    'references are sender,identifier,sent',
  )
  must(new Set(references).size === references.length, 'no message is referred to twice')
  must((cap.msgType === 'Alert') === (references.length === 0), 'updates and cancels refer, alerts do not')
  must(!references.some((one) => one.split(',')[1] === cap.identifier), 'no message refers to itself')
  must((cap.status === 'Actual') === (cap.note === undefined), 'what is not actual says so in its note')
  must(cap.sent.endsWith('+07:00'), 'times have the offset of Laos')
  const said = Map.groupBy(cap.info, ({ responseType }) => responseType)
  must(said.size <= 2, 'what is over, and what remains: no more')
  must(said.size < 2 || cap.info.at(-1)?.responseType === 'AllClear', 'what remains comes first')
  for (const infos of said.values()) {
    must(new Set(infos.map(({ language }) => language)).size === infos.length, 'one info per language')
    must(new Set(infos.map(factsOf)).size <= 1, 'languages differ in words alone')
  }
  for (const one of cap.info) {
    must(['lo', 'en'].includes(one.language), 'languages are lo and en')
    must(Date.parse(one.expires) > Date.parse(cap.sent), 'expires is after sent')
    must(Date.parse(one.effective) >= Date.parse(cap.sent), 'effective is not before sent')
    must(one.headline.length <= 160, 'a headline has 160 characters at most')
    must(
      !/\{(village|safePlace|office|desk)\}/.test(one.description + one.instruction),
      'no slot is left open',
    )
    must((one.responseType === 'AllClear') === (one.urgency === 'Past'), 'an all-clear is past')
    for (const { circle, geocode } of one.area) {
      must(circle.every(isOnEarth), 'a circle has latitude, longitude and a radius')
      must(geocode.length > 0, 'an area has a code')
      must(
        geocode.every(({ valueName, value }) => valueName === 'P-CODE' && /^LA(\d{4}|\d{7})$/.test(value)),
        'codes are P-codes',
      )
    }
  }
  return faults
}
