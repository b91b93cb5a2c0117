import { metresOf, ownWords, type Wording } from '../../drafts/draft.ts'
import type { FormError } from '../../ui/error-summary.tsx'
import type { Say } from '../../words/language.ts'
import { scheduleFaultWords, scheduleFormWords } from '../../words/schedule-form-words.ts'
import { slotName } from '../compose/find-faults.ts'
import { nextRuns, numberOf, recurrenceOf, timeOf, type ScheduleDraft } from './schedule-draft.ts'

type Slot = Exclude<Wording, 'own' | undefined>['slots'][number]

const maxAreas = 500
const maxDaysAfter = 170

const faultOfNumber = (
  say: Say,
  id: string,
  what: string,
  [typed, from, to]: readonly [string, number, number],
): FormError[] =>
  numberOf(typed, from, to) === undefined
    ? [{ id, message: say(scheduleFaultWords.number, { what, from, to }) }]
    : []

const faultsOfSlot = (draft: ScheduleDraft, { slot, type }: Slot, say: Say): FormError[] => {
  const what = slotName(say, slot)
  const id = `slot-${slot}`
  if (type === 'time') {
    const { daysAfter, time } = timeOf(draft, slot)
    return [
      ...faultOfNumber(say, id, say(scheduleFormWords.daysAfter, { what }), [daysAfter, 0, maxDaysAfter]),
      ...(time === '' ? [{ id: `${id}-time`, message: say(scheduleFaultWords.time) }] : []),
    ]
  }
  const entry = draft.alert.slots[slot] ?? ''
  const isFilled =
    type === 'metres'
      ? metresOf(entry) > 0
      : typeof entry === 'string'
        ? entry !== ''
        : entry.lo.trim() !== '' && entry.en.trim() !== ''
  return isFilled ? [] : [{ id, message: say(scheduleFaultWords.slot, { what }) }]
}

const faultsOfWords = (draft: ScheduleDraft, wording: Wording, say: Say): FormError[] => {
  if (draft.alert.hazard === undefined) return []
  if (wording === undefined) return [{ id: 'wording', message: say(scheduleFaultWords.template) }]
  if (wording !== ownWords) return wording.slots.flatMap((slot) => faultsOfSlot(draft, slot, say))
  const { lo, en } = draft.alert.texts
  return (lo + en).trim() === '' ? [{ id: 'text-lo', message: say(scheduleFaultWords.text) }] : []
}

const faultsOfWhen = (draft: ScheduleDraft, nowMs: number, say: Say): FormError[] => {
  const { type, date, day, daysBefore, time } = draft
  const faults = [
    ...(type === 'once' && date === '' ? [{ id: 'date', message: say(scheduleFaultWords.date) }] : []),
    ...(type === 'yearly' || type === 'monthly'
      ? faultOfNumber(say, 'day', say(scheduleFormWords.day), [day, 1, 31])
      : []),
    ...(type === 'before-rains'
      ? faultOfNumber(say, 'days-before', say(scheduleFormWords.daysBefore), [daysBefore, 0, 180])
      : []),
    ...(time === '' ? [{ id: 'time', message: say(scheduleFaultWords.time) }] : []),
  ]
  const recurrence = recurrenceOf(draft)
  const isOver = recurrence !== undefined && nextRuns(recurrence, nowMs).length === 0
  return isOver ? [...faults, { id: 'date', message: say(scheduleFaultWords.past) }] : faults
}

/** Everything that a schedule lacks, in the order of the form; what only the API can know, it says itself. */
export const findScheduleFaults = (
  draft: ScheduleDraft,
  wording: Wording,
  nowMs: number,
  say: Say,
): FormError[] => {
  const { hazard, areas } = draft.alert
  return [
    ...(draft.name.trim() === '' ? [{ id: 'name', message: say(scheduleFaultWords.name) }] : []),
    ...(hazard === undefined ? [{ id: 'hazard', message: say(scheduleFaultWords.hazard) }] : []),
    ...(areas.length === 0 ? [{ id: 'areas', message: say(scheduleFaultWords.areas) }] : []),
    ...(areas.length > maxAreas ? [{ id: 'areas', message: say(scheduleFaultWords.tooManyAreas) }] : []),
    ...faultsOfWords(draft, wording, say),
    ...faultsOfWhen(draft, nowMs, say),
    ...faultOfNumber(say, 'window-hours', say(scheduleFormWords.windowHours), [draft.windowHours, 1, 168]),
    ...faultOfNumber(say, 'valid-hours', say(scheduleFormWords.validHours), [draft.validHours, 1, 720]),
  ]
}
