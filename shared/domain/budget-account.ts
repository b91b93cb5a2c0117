import { addParts, type BudgetLane, type PartsByDistrict } from './budget.ts'

/**
 * What one version has of an account. `reserved`: so much may go out. `spent`: so much did, as its dispatches said when
 * its history was `seen` entries long.
 */
export type BudgetEntry = {
  state: 'reserved' | 'spent'
  parts: PartsByDistrict
  /** The version's own revision, so that nobody who read an older draft writes over a newer one. */
  revision: number
  atEpochSeconds: number
  /** When `tick` looks what became of the version. */
  lookAtEpochSeconds: number
  seen?: number | undefined
}

/** What a lane uses in a month, of all Laos. `settled`: of versions that nothing can be added to any more. */
export type BudgetAccount = {
  month: string
  lane: BudgetLane
  settled: PartsByDistrict
  entries: Readonly<Record<string, BudgetEntry>>
}

type VersionKey = { alertId: string; version: number }

const entryNameOf = ({ alertId, version }: VersionKey): string => `${alertId}#${version}`

export const parseEntryName = (name: string): VersionKey => {
  const [alertId = '', version] = name.split('#')
  return { alertId, version: Number(version) }
}

/** What is taken of the account, but for one version. */
export const takenOf = ({ settled, entries }: BudgetAccount, but?: VersionKey): PartsByDistrict => {
  const name = but === undefined ? undefined : entryNameOf(but)
  const others = Object.entries(entries).filter(([one]) => one !== name)
  return addParts([settled, ...others.map(([, { parts }]) => parts)])
}

/** What went out for certain, and what may still go out, by district. */
export const usedOf = ({ settled, entries }: BudgetAccount) => {
  const partsOf = (state: BudgetEntry['state']) =>
    Object.values(entries).flatMap((entry) => (entry.state === state ? [entry.parts] : []))
  return { spent: addParts([settled, ...partsOf('spent')]), reserved: addParts(partsOf('reserved')) }
}

/** The account with the version's entry; what is spent, or was reserved for a newer draft, stays as it is. */
export const withReservation = (
  account: BudgetAccount,
  version: VersionKey,
  { parts, revision, atEpochSeconds, lookAtEpochSeconds }: Omit<BudgetEntry, 'state' | 'seen'>,
): BudgetAccount => {
  const name = entryNameOf(version)
  const before = account.entries[name]
  if (before?.state === 'spent' || (before?.revision ?? 0) > revision) return account
  const entry = { state: 'reserved' as const, parts, revision, atEpochSeconds, lookAtEpochSeconds }
  return { ...account, entries: { ...account.entries, [name]: entry } }
}

/** What a look at a version finds: nothing new, nothing ever went out, so much went out, or so much for good. */
export type BudgetLook =
  | { kind: 'later'; lookAtEpochSeconds: number }
  | { kind: 'remove' }
  | { kind: 'spent'; parts: PartsByDistrict; seen: number; lookAtEpochSeconds: number }
  | { kind: 'settled'; parts: PartsByDistrict }

const isSame = (a: BudgetEntry, b: BudgetEntry): boolean =>
  a.state === b.state &&
  a.revision === b.revision &&
  a.atEpochSeconds === b.atEpochSeconds &&
  a.lookAtEpochSeconds === b.lookAtEpochSeconds

/** The account after a look at one entry; unchanged where the entry is another one by now. */
export const withLook = (
  account: BudgetAccount,
  name: string,
  asRead: BudgetEntry,
  look: BudgetLook,
): BudgetAccount => {
  const entry = account.entries[name]
  if (entry === undefined || !isSame(entry, asRead)) return account
  const { [name]: _gone, ...others } = account.entries
  const withEntry = (changed: BudgetEntry) => ({ ...account, entries: { ...others, [name]: changed } })
  switch (look.kind) {
    case 'later':
      return withEntry({ ...entry, lookAtEpochSeconds: look.lookAtEpochSeconds })
    case 'remove':
      return { ...account, entries: others }
    case 'spent': {
      const { parts, seen, lookAtEpochSeconds } = look
      return withEntry({ ...entry, state: 'spent', parts, seen, lookAtEpochSeconds })
    }
    case 'settled':
      return { ...account, entries: others, settled: addParts([account.settled, look.parts]) }
    default:
      return look satisfies never
  }
}

/** When the first of the entries is to be looked at; undefined where there is none. */
export const accountDueAt = ({ entries }: BudgetAccount): number | undefined => {
  const times = Object.values(entries).map(({ lookAtEpochSeconds }) => lookAtEpochSeconds)
  return times.length === 0 ? undefined : Math.min(...times)
}
