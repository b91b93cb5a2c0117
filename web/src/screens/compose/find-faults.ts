import type { Say, Words } from '../../words/language.ts'
import {
  entryOf,
  metresOf,
  ownWords,
  type Draft,
  type SlotEntry,
  type TemplateView,
  type Wording,
} from '../../drafts/draft.ts'
import { composeWords, faultWords } from '../../words/compose-words.ts'
import type { FormError } from '../../ui/error-summary.tsx'

type Slot = TemplateView['slots'][number]

const maxAreas = 500
const maxMetres = 60

const slotNames: Readonly<Record<string, Words>> = {
  river: composeWords.river,
  place: composeWords.place,
  dam: composeWords.dam,
  level: composeWords.metres,
  by: composeWords.by,
  until: composeWords.until,
  next: composeWords.next,
  from: composeWords.from,
}

/** How a slot is called in the form; a slot of a newer template by its own name. */
export const slotName = (say: Say, slot: string): string => {
  const words = slotNames[slot]
  return words === undefined ? slot : say(words)
}

const isNamed = (entry: SlotEntry): boolean =>
  typeof entry === 'string' ? entry !== '' : entry.lo.trim() !== '' && entry.en.trim() !== ''

const faultOfSlot = (draft: Draft, slot: Slot, nowMs: number, say: Say): string | undefined => {
  const entry = entryOf(draft, slot)
  const what = slotName(say, slot.slot)
  if (slot.type === 'metres') {
    const metres = metresOf(entry)
    return metres > 0 && metres <= maxMetres ? undefined : say(faultWords.metres)
  }
  if (slot.type === 'time') {
    const atMs = typeof entry === 'string' ? Date.parse(entry) : Number.NaN
    if (Number.isNaN(atMs)) return say(faultWords.named, { what })
    return atMs <= nowMs ? say(faultWords.past, { what }) : undefined
  }
  if (isNamed(entry)) return undefined
  return typeof entry === 'string' ? say(faultWords.named, { what }) : say(faultWords.bothNames)
}

const faultsOfWords = (draft: Draft, wording: Wording, nowMs: number, say: Say): FormError[] => {
  if (wording === undefined) return [{ id: 'wording', message: say(faultWords.template) }]
  if (wording === ownWords) {
    const isEmpty = draft.texts.lo.trim() === '' && draft.texts.en.trim() === ''
    return isEmpty ? [{ id: 'text-lo', message: say(faultWords.text) }] : []
  }
  return wording.slots.flatMap((slot) => {
    const message = faultOfSlot(draft, slot, nowMs, say)
    return message === undefined ? [] : [{ id: `slot-${slot.slot}`, message }]
  })
}

const faultsOfAreas = ({ areas }: Draft, say: Say): FormError[] => {
  if (areas.length === 0) return [{ id: 'areas', message: say(faultWords.areas) }]
  return areas.length > maxAreas ? [{ id: 'areas', message: say(faultWords.tooManyAreas) }] : []
}

/** Everything that the draft lacks, in the order of the page; what only the API can know, it says itself. */
export const findFaults = (draft: Draft, wording: Wording, nowMs: number, say: Say): FormError[] => [
  ...(draft.hazard === undefined ? [{ id: 'hazard', message: say(faultWords.hazard) }] : []),
  ...(draft.level === undefined ? [{ id: 'level', message: say(faultWords.level) }] : []),
  ...faultsOfAreas(draft, say),
  ...(draft.hazard === undefined || draft.level === undefined
    ? []
    : faultsOfWords(draft, wording, nowMs, say)),
  ...(draft.holdsUntilIso !== undefined && Date.parse(draft.holdsUntilIso) <= nowMs
    ? [{ id: 'holds', message: say(faultWords.past, { what: say(composeWords.holds) }) }]
    : []),
]
