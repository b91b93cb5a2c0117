import type { AlertKind, AlertMode, hazards } from '../alert.ts'
import { capValues, type CapValues, type Level } from '../level.ts'
import { levelLabels } from '../state-labels.ts'
import type { Language } from '../village.ts'
import { modeWords } from '../wording.ts'
import type { CapAuthority } from './authority.ts'
import { capAreas, districtNames, type CapArea, type CapDistrict } from './cap-areas.ts'
import { audienceWords, categoriesOf, eventWords, noteWords } from './cap-words.ts'
import { publicTexts, type WrittenVersion } from './public-texts.ts'

export const capNamespace = 'urn:oasis:names:tc:emergency:cap:1.2'

type CapInfo = {
  readonly language: Language
  readonly category: readonly string[]
  readonly event: string
  readonly responseType: CapValues['responseType']
  readonly urgency: CapValues['urgency']
  readonly severity: CapValues['severity']
  readonly certainty: CapValues['certainty']
  readonly audience: string
  readonly effective: string
  readonly expires: string
  readonly senderName: string
  readonly headline: string
  readonly description: string
  readonly instruction: string
  readonly web: string
  readonly contact?: string
  readonly parameter: readonly { readonly valueName: string; readonly value: string }[]
  readonly area: readonly CapArea[]
}

/** An `alert` of CAP 1.2. Names, and their order, are those of the elements. */
export type CapAlert = {
  readonly identifier: string
  readonly sender: string
  /** With the offset of Laos: CAP knows no `Z` and no fractions of seconds. */
  readonly sent: string
  readonly status: 'Actual' | 'Exercise' | 'Test'
  readonly msgType: CapValues['msgType']
  readonly scope: 'Public'
  readonly note?: string
  readonly references?: string
  readonly info: readonly CapInfo[]
}

/** What a message is known by to those that refer to it. */
export type CapReference = Pick<CapAlert, 'identifier' | 'sender' | 'sent'>

/** A version as far as the public may see it. */
export type CapVersion = WrittenVersion & {
  readonly alertId: string
  readonly version: number
  readonly kind: AlertKind
  readonly hazard: (typeof hazards)[number]
  readonly level: Level
  readonly expiresAtEpochSeconds: number
}

const statusOf: Readonly<Record<AlertMode, CapAlert['status']>> = {
  actual: 'Actual',
  exercise: 'Exercise',
  test: 'Test',
}

/** ISO 8601 with the offset of Laos, to the second. */
const localIso = (epochSeconds: number): string =>
  `${new Date((epochSeconds + 7 * 3600) * 1000).toISOString().slice(0, 19)}+07:00`

/** How others refer to a version. Each has an identifier of its own, which is the name of its file, too. */
export const capReferenceOf = ({ sender }: CapAuthority, version: CapVersion): CapReference => ({
  identifier: `${version.alertId}-${version.version}`,
  sender,
  sent: localIso(version.issuedAtEpochSeconds),
})

/** Headlines of more characters are cut off by phones and displays. */
const headlineLimit = 160
const mostNamesInHeadline = 3

const headlineOf = (version: CapVersion, districts: readonly CapDistrict[], language: Language): string => {
  const names = districtNames(districts, language)
  const shown = names.slice(0, mostNamesInHeadline).join(', ')
  const more = names.length > mostNamesInHeadline ? ` + ${names.length - mostNamesInHeadline}` : ''
  const mark = version.mode === 'actual' ? '' : `${modeWords[version.mode][language]}: `
  const what = `${levelLabels[version.level][language]}: ${eventWords[version.hazard][language]}`
  return `${mark}${what} (${shown}${more})`.slice(0, headlineLimit)
}

/** What one version says, and where. */
export type CapPart = { readonly version: CapVersion; readonly districts: readonly CapDistrict[] }

const infosOf = (authority: CapAuthority, { version, districts }: CapPart, effective: string): CapInfo[] => {
  const { responseType, urgency, severity, certainty } = capValues[version.level]
  return publicTexts(version).map(({ language, description, instruction }) => ({
    language,
    category: categoriesOf(version.kind, version.hazard),
    event: eventWords[version.hazard][language],
    responseType,
    urgency,
    severity,
    certainty,
    audience: audienceWords[language],
    effective,
    expires: localIso(version.expiresAtEpochSeconds),
    senderName: authority.senderName[language],
    headline: headlineOf(version, districts, language),
    description,
    instruction,
    web: authority.web,
    ...(authority.contact === undefined ? {} : { contact: authority.contact }),
    parameter: [
      { valueName: 'siang:alertNumber', value: String(version.number) },
      { valueName: 'siang:version', value: String(version.version) },
      { valueName: 'siang:level', value: version.level },
    ],
    area: capAreas(districts, language),
  }))
}

/** What the message does to those before it. The first public one does nothing to any. */
const msgTypeOf = (level: Level, isFirst: boolean): CapAlert['msgType'] => {
  const own = capValues[level].msgType
  return !isFirst && own === 'Alert' ? 'Update' : own
}

/**
 * A version as a message of CAP 1.2; `earlier` are the public versions before it. The newest message stands for the
 * whole alert: of one that ends it in some places, `remaining` is the danger in the others. That comes first, for those
 * who read the first info alone.
 */
export const buildCapAlert = (
  authority: CapAuthority,
  part: CapPart,
  earlier: readonly CapReference[],
  remaining?: CapPart,
): CapAlert => {
  const { version } = part
  const references = earlier.map(({ sender, identifier, sent }) => `${sender},${identifier},${sent}`)
  const note =
    version.mode === 'actual' ? undefined : `${noteWords[version.mode].lo} ${noteWords[version.mode].en}`
  const { sent } = capReferenceOf(authority, version)
  return {
    ...capReferenceOf(authority, version),
    status: statusOf[version.mode],
    msgType: msgTypeOf(version.level, earlier.length === 0),
    scope: 'Public',
    ...(note === undefined ? {} : { note }),
    ...(references.length === 0 ? {} : { references: references.join(' ') }),
    info: [...(remaining === undefined ? [] : [remaining]), part].flatMap((one) =>
      infosOf(authority, one, sent),
    ),
  }
}
