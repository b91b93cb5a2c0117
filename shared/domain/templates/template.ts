import type { AlertKind, AlertMode, hazards } from '../alert.ts'
import type { Level } from '../level.ts'
import type { Language } from '../village.ts'
import type { Wording } from '../wording.ts'

/** Who read a wording in its own language and approved it, and when (yyyy-mm-dd). */
type Review = { readonly by: string; readonly on: string }

/** A template in one language. Slots stand in braces; the wording itself is locked. */
type TemplateWording = {
  /** What must be understood if no other part arrives: level, danger, action, place, by when. */
  readonly first: string
  /** All else: circumstances, the office and its number. */
  readonly rest: string
  /** What is read out by loudspeaker: whole sentences, for people who got no SMS. */
  readonly script: string
  /** Null until a named reader of the language has approved `first`, `rest` and `script`. */
  readonly review: Review | null
}

/** What an officer fills in: a river or place of the lists (or a pair of names), metres, an instant. */
export const slotTypes = ['river', 'place', 'metres', 'time'] as const
export type SlotType = (typeof slotTypes)[number]

/** What Siang fills in for each recipient, of their village and its district. Any text may have them. */
export const villageSlots = ['village', 'safePlace', 'office', 'desk'] as const

/**
 * A message whose words are settled before the night on which it is needed. A change of words is a new `version`:
 * a test holds each version to its words.
 */
export type Template = {
  readonly id: string
  readonly version: number
  readonly name: Wording
  readonly kinds: readonly AlertKind[]
  readonly hazards: readonly (typeof hazards)[number][]
  readonly levels: readonly Level[]
  readonly modes: readonly AlertMode[]
  readonly slots: Readonly<Record<string, SlotType>>
  readonly wordings: Readonly<Record<Language, TemplateWording>>
}

export const everyMode = ['actual', 'exercise', 'test'] as const satisfies readonly AlertMode[]

/** Names of the slots in a text, each once. */
export const slotsIn = (text: string): Set<string> =>
  new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name))
