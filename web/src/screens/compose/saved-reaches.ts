import { asSent } from '../../as-sent.ts'
import type { SlotEntry } from '../../drafts/draft.ts'
import { readStored, writeStored } from '../../stored.ts'

/** A stretch of river that is warned again and again: its areas, and by which river and gauge people know it. */
export type Reach = {
  name: string
  areas: readonly string[]
  slots: Readonly<Record<string, SlotEntry>>
}

const key = 'reaches'

const isReach = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'name' in value && 'areas' in value && 'slots' in value

/** The reaches that this device keeps, by name. */
export const readReaches = (): Reach[] => {
  const stored = readStored(key)
  return Array.isArray(stored) && stored.every(isReach) ? asSent<Reach[]>(stored) : []
}

/** Keeps a reach under its name; one of the same name is replaced. */
export const withReach = (reaches: readonly Reach[], reach: Reach): Reach[] =>
  [...reaches.filter(({ name }) => name !== reach.name), reach].sort((a, b) => (a.name < b.name ? -1 : 1))

export const keepReaches = (reaches: readonly Reach[]): void => {
  writeStored(key, reaches.length === 0 ? undefined : reaches)
}
