import type { AlertMode, hazards } from '../../../shared/domain/alert.ts'
import type { openingLevels } from '../../../shared/domain/level.ts'
import type { AnswerOf, CallOf } from '../api/routes.ts'

export type Hazard = (typeof hazards)[number]
export type OpeningLevel = (typeof openingLevels)[number]
export type AlertBody = CallOf<'POST /v1/alerts'>['body']
export type TemplateView = AnswerOf<'GET /v1/templates/{templateId}'>
export type Audience = NonNullable<AlertBody['audience']>
type Duty = NonNullable<Audience['duties']>[number]
type Exposure = NonNullable<Audience['exposures']>[number]

/** What fills a slot, as it was entered: an id of a list or a pair of names, metres as typed, an instant. */
export type SlotEntry = string | { lo: string; en: string }

/**
 * What was sent of a draft. Its keys make one alert of it, however often the connection breaks; `body` is what the
 * alert holds, so that later changes are told from it.
 */
export type Attempt = {
  createKey: string
  submitKey: string
  body: AlertBody
  alertId?: string
  etag?: string
}

/** An alert that is being written, as the device keeps it. */
export type Draft = {
  changedAtIso: string
  /** From when times that nobody set are counted. */
  timesFromIso: string
  /** Of an alert that exists, as no edit changes it; otherwise danger and level say it. */
  kind: AlertBody['kind'] | undefined
  hazard: Hazard | undefined
  level: OpeningLevel | undefined
  mode: AlertMode
  /** Of drills: no phone gets an SMS. Otherwise as the installation says. */
  rehearsal: boolean
  areas: readonly string[]
  /** Of preparedness messages: the duties and the exposures that it is for; none stands for all. */
  duties: readonly Duty[]
  exposures: readonly Exposure[]
  /** An id of a template, `own` for words of one’s own, or nothing: then the first that fits. */
  wording: string | undefined
  slots: Readonly<Record<string, SlotEntry>>
  texts: { lo: string; en: string }
  /** Until when it holds; undefined: as long as is usual. */
  holdsUntilIso: string | undefined
  attempt: Attempt | undefined
}

export const ownWords = 'own'

export const emptyDraft = (nowIso: string): Draft => ({
  changedAtIso: nowIso,
  timesFromIso: nowIso,
  kind: undefined,
  hazard: undefined,
  level: undefined,
  mode: 'actual',
  rehearsal: false,
  areas: [],
  duties: [],
  exposures: [],
  wording: undefined,
  slots: {},
  texts: { lo: '', en: '' },
  holdsUntilIso: undefined,
  attempt: undefined,
})

/** Whether nothing was entered that would be missed. */
export const isUntouched = ({ hazard, level, areas, attempt, texts }: Draft): boolean =>
  hazard === undefined &&
  level === undefined &&
  areas.length === 0 &&
  attempt === undefined &&
  texts.lo + texts.en === ''

const kindOfHazard: Readonly<Record<Hazard, AlertBody['kind']>> = {
  'river-flood': 'flood',
  'flash-flood': 'flood',
  'dam-release': 'flood',
  'dam-break': 'flood',
  'heavy-rain': 'flood',
  landslide: 'landslide',
  storm: 'storm',
  other: 'other',
}

/** The kind of alert that a danger and level make: what is told days ahead is preparedness, and may wait its turn. */
export const kindOf = (
  hazard: Hazard,
  level: OpeningLevel,
  template: Pick<TemplateView, 'kinds'> | undefined,
): AlertBody['kind'] => {
  const usual = level === 'prepare' ? 'preparedness' : kindOfHazard[hazard]
  return template === undefined || template.kinds.includes(usual) ? usual : (template.kinds[0] ?? usual)
}

const hourMs = 3_600_000
const hoursOfLevel: Readonly<Record<'by' | 'until', Readonly<Record<OpeningLevel, number>>>> = {
  by: { prepare: 168, watch: 24, warning: 6, evacuate: 2 },
  until: { prepare: 168, watch: 48, warning: 24, evacuate: 12 },
}

/** When people must have acted, or until when it lasts, where nobody has said: at the next half hour. */
export const usualTime = (slot: string, draft: Draft): string => {
  const level = draft.level ?? 'warning'
  const isFast = draft.hazard === 'flash-flood' && level === 'evacuate'
  const hours = slot === 'until' ? hoursOfLevel.until[level] : isFast ? 1 : hoursOfLevel.by[level]
  const atMs = Date.parse(draft.timesFromIso) + (slot === 'next' ? 6 : hours) * hourMs
  return new Date(Math.ceil(atMs / (hourMs / 2)) * (hourMs / 2)).toISOString()
}

/** Metres as people type them, with a comma too; NaN where it is no number. */
export const metresOf = (entry: SlotEntry | undefined): number =>
  typeof entry === 'string' && entry.trim() !== '' ? Number(entry.trim().replace(',', '.')) : Number.NaN

/** What stands in a template's slot: what was entered, or the usual time. */
export const entryOf = (draft: Draft, { slot, type }: TemplateView['slots'][number]): SlotEntry =>
  draft.slots[slot] ?? (type === 'time' ? usualTime(slot, draft) : '')

const slotsOf = (draft: Draft, template: TemplateView) =>
  Object.fromEntries(
    template.slots.map((slot) => {
      const entry = entryOf(draft, slot)
      return [slot.slot, slot.type === 'metres' ? metresOf(entry) : entry]
    }),
  )

const textsOf = ({ texts }: Draft): { lo?: string; en?: string } => ({
  ...(texts.lo.trim() === '' ? {} : { lo: texts.lo.trim() }),
  ...(texts.en.trim() === '' ? {} : { en: texts.en.trim() }),
})

/** Whom of the areas it is for; undefined: everybody. */
export const audienceOf = ({
  duties,
  exposures,
}: Pick<Draft, 'duties' | 'exposures'>): Audience | undefined =>
  duties.length === 0 && exposures.length === 0
    ? undefined
    : {
        ...(duties.length === 0 ? {} : { duties: [...duties] }),
        ...(exposures.length === 0 ? {} : { exposures: [...exposures] }),
      }

/** The kind of alert that the draft makes; undefined as long as danger or level are not known. */
export const kindOfDraft = (
  { kind, hazard, level }: Draft,
  wording: Wording,
): AlertBody['kind'] | undefined =>
  hazard === undefined || level === undefined
    ? undefined
    : (kind ?? kindOf(hazard, level, wording === ownWords ? undefined : wording))

/** What says it: a template in the version that was read, one’s own words, or nothing that is known yet. */
export type Wording = TemplateView | typeof ownWords | undefined

/** The draft as the API takes it; undefined as long as danger, level, areas or words are not known. */
export const bodyOf = (draft: Draft, wording: Wording): AlertBody | undefined => {
  const { hazard, level, mode, rehearsal, areas, holdsUntilIso } = draft
  const kind = kindOfDraft(draft, wording)
  if (kind === undefined || hazard === undefined || level === undefined) return undefined
  if (areas.length === 0 || wording === undefined) return undefined
  const template = wording === ownWords ? undefined : wording
  // A danger is told to everybody.
  const audience = kind === 'preparedness' ? audienceOf(draft) : undefined
  return {
    kind,
    hazard,
    level,
    mode,
    areas: [...areas],
    ...(audience === undefined ? {} : { audience }),
    ...(template === undefined
      ? { texts: textsOf(draft) }
      : { template: { id: template.id, version: template.version, slots: slotsOf(draft, template) } }),
    ...(rehearsal && mode !== 'actual' ? { reaches: 'nobody' } : {}),
    ...(holdsUntilIso === undefined ? {} : { expiresAtIso: holdsUntilIso }),
  }
}

export type TemplateLine = AnswerOf<'GET /v1/templates'>['templates'][number]

/** The templates that serve the danger, level and mode of the draft, the usual one first. */
export const fittingTemplates = (draft: Draft, templates: readonly TemplateLine[]): TemplateLine[] => {
  const { hazard, level, mode } = draft
  if (hazard === undefined || level === undefined) return []
  return templates.filter(
    (one) => one.hazards.includes(hazard) && one.levels.includes(level) && one.modes.includes(mode),
  )
}

/** The id of what says the draft, or `own`: what was chosen as long as it fits, else the first that does. */
export const chosenWording = (
  { wording }: Pick<Draft, 'wording'>,
  fitting: readonly Pick<TemplateLine, 'id'>[],
): string =>
  wording === ownWords || fitting.some(({ id }) => id === wording)
    ? (wording ?? ownWords)
    : (fitting[0]?.id ?? ownWords)
