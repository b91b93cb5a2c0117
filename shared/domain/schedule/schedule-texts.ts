import type { AlertMode } from '../alert.ts'
import type { Texts } from '../render-text.ts'
import { findTemplate, unreviewedLanguages } from '../templates/catalogue.ts'
import { readSlots, type SlotInput } from '../templates/read-slots.ts'
import { renderTemplate } from '../templates/render-template.ts'
import type { SkipReason } from './schedule.ts'

/** A time that moves with the run: so many days after it, at HH:MM in Laos. */
export type RelativeTime = { daysAfter: number; time: string }

/** A template as a schedule keeps it: slots of times count from the run. */
export type ScheduledTemplate = {
  id: string
  version: number
  slots: Readonly<Record<string, SlotInput | RelativeTime>>
}

const laosAheadMs = 7 * 3_600_000
const dayMs = 24 * 3_600_000

const isRelative = (input: SlotInput | RelativeTime): input is RelativeTime =>
  typeof input === 'object' && 'daysAfter' in input

/** `2026-05-15T18:00:00+07:00`, counted from the day of the run. */
const resolveTime = ({ daysAfter, time }: RelativeTime, runAtMs: number): string =>
  `${new Date(runAtMs + laosAheadMs + daysAfter * dayMs).toISOString().slice(0, 10)}T${time}:00+07:00`

/** The template as an officer would choose it at the run. */
export const resolveSlots = (
  { id, version, slots }: ScheduledTemplate,
  runAtMs: number,
): { id: string; version: number; slots: Record<string, SlotInput> } => ({
  id,
  version,
  slots: Object.fromEntries(
    Object.entries(slots).map(([slot, input]) => [
      slot,
      isRelative(input) ? resolveTime(input, runAtMs) : input,
    ]),
  ),
})

/** What a schedule says: texts of an officer's own, or a template. */
export type ScheduledWords = {
  texts?: Texts | undefined
  template?: ScheduledTemplate | undefined
  mode: AlertMode
}

/** Why the words cannot be sent at this run; undefined where they can. */
export const findWordsFault = (
  { template, mode }: ScheduledWords,
  { runAtMs, nowMs, unreviewedAllowed }: { runAtMs: number; nowMs: number; unreviewedAllowed: boolean },
): SkipReason | undefined => {
  if (template === undefined) return undefined
  const found = findTemplate(template.id)
  if (found === undefined || found.version !== template.version) return 'template-changed'
  if (mode === 'actual' && !unreviewedAllowed && unreviewedLanguages(found).length > 0)
    return 'template-unreviewed'
  const { faults } = readSlots(found, resolveSlots(template, runAtMs).slots, nowMs)
  return faults.length > 0 ? 'text-unusable' : undefined
}

/** The texts of the run's alert, of words without a fault. */
export const writeScheduledTexts = (
  { texts, template }: ScheduledWords,
  { runAtMs, nowMs, number }: { runAtMs: number; nowMs: number; number: number },
): Texts => {
  const found = template === undefined ? undefined : findTemplate(template.id)
  if (template === undefined || found === undefined) return texts ?? {}
  const { values } = readSlots(found, resolveSlots(template, runAtMs).slots, nowMs)
  return renderTemplate(found, values, number).texts
}
