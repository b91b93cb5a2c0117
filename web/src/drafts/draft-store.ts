import { readStored, writeStored } from '../stored.ts'

/** A draft that was written by another console is not understood, and is dropped. */
const schema = 2
const keptMs = 7 * 24 * 3_600_000

/** Something that is being written, with when it was changed last. */
export type Dated = { changedAtIso: string }
type Kept = { schema: number; by: string; draft: Dated }

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'schema' in value && 'by' in value && 'draft' in value

/** Each person has drafts of their own, also on a phone that several share. Ids have no spaces. */
const keyOf = (name: string, personId: string): string => `draft.${personId} ${name}`

/** The draft of this name that this person left on the device within the last week. */
export const readDraft = (name: string, personId: string, nowMs: number): Dated | undefined => {
  const kept = readStored(keyOf(name, personId))
  if (!isKept(kept) || kept.schema !== schema) return undefined
  if (nowMs - Date.parse(kept.draft.changedAtIso) < keptMs) return kept.draft
  forgetDraft(name, personId)
  return undefined
}

/** Keeps the draft on the device; false where the device keeps nothing. */
export const keepDraft = (name: string, personId: string, draft: Dated): boolean =>
  writeStored(keyOf(name, personId), { schema, by: personId, draft })

export const forgetDraft = (name: string, personId: string): void => {
  writeStored(keyOf(name, personId), undefined)
}

/** Tells when another tab changes the draft or forgets it, until the answer is called. */
export const onDraftElsewhere = (name: string, personId: string, tell: () => void): (() => void) => {
  const listen = ({ key }: StorageEvent): void => {
    if (key === `siang.${keyOf(name, personId)}`) tell()
  }
  window.addEventListener('storage', listen)
  return () => window.removeEventListener('storage', listen)
}
