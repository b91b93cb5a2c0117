import type { Village } from '../village.ts'
import { warnOfRepeatedPhones } from './check-repeated-members.ts'
import { groupByVillage } from './group-by-village.ts'
import type { NewMemberId } from './merge-members.ts'
import { planVillage, type VillageChange } from './plan-village.ts'
import { createProblemLog } from './problem-log.ts'
import type { Problem } from './problem.ts'
import type { VillageMatch } from './resolve-name.ts'
import { warnOfPhonesElsewhere } from './warn-of-phones-elsewhere.ts'
import { createEntryReader, type RosterEntry } from './roster-entry.ts'
import type { RosterRow } from './roster-columns.ts'

export type PlanImportInput = {
  rows: readonly RosterRow[]
  /** What was found wrong while the file was read. */
  earlierProblems?: readonly Problem[]
  /** At least all villages of the districts that `districtsInRows` names. */
  existing: ReadonlyMap<string, Village>
  options: {
    /** Members of a listed village who are not in the file have left; where it lists none, nobody has. */
    markLeft: boolean
    /** Row number of a match → the code of the village that was meant. */
    confirmedMatches?: Readonly<Record<string, string>>
    /** How many problems are kept at most; all are counted. */
    mostProblems?: number
  }
  /** The day in Laos, as yyyy-mm-dd. */
  todayIso: string
  newMemberId: NewMemberId
}

export type ImportPlan = {
  problems: Problem[]
  /** By file order, villages with errors left out. */
  changes: VillageChange[]
  matches: VillageMatch[]
  counts: ImportCounts
  /** No error in any row, and every match confirmed. */
  applicable: boolean
}

type ImportCounts = {
  rows: number
  /** Villages and members that the file names. */
  villages: number
  members: number
  errors: number
  warnings: number
  villagesAdded: number
  villagesChanged: number
  villagesUnchanged: number
  membersAdded: number
  membersChanged: number
  membersLeft: number
}

/**
 * What applying a roster file would do, and everything that is wrong with it; writes nothing. Villages that the
 * file does not name never appear. An empty cell and an absent column keep what the roster has; new members get
 * duty `member`, sex `unknown`, language `lo`, script `lao` and status `active` where the file does not say.
 * Planning the same file again after it was applied finds every village unchanged.
 */
export function planImport(input: PlanImportInput): ImportPlan {
  const { rows, existing, options, todayIso, newMemberId } = input
  const log = createProblemLog(options.mostProblems ?? 10_000)
  log.add(input.earlierProblems ?? [])
  const entries = rows.map(createEntryReader(log, todayIso, existing))
  const matches: VillageMatch[] = []
  const confirmedMatches = options.confirmedMatches ?? {}
  const villages = groupByVillage(entries, { existing, confirmedMatches, log, matches })
  const named = new Set<string>()
  const changes = villages.flatMap((village) => {
    const { markLeft } = options
    const change = planVillage(village, existing.get(village.code), { markLeft, newMemberId, log, named })
    return change === undefined ? [] : [change]
  })
  warnOfRepeatedPhones(phonesOf(entries), log)
  warnOfPhonesElsewhere({ villages, existing, changes, named }, log)
  const { errors, warnings } = log.counts()
  return {
    problems: log.kept(),
    changes,
    matches,
    counts: {
      rows: rows.length,
      villages: villages.length,
      ...countChanges(entries, changes),
      errors,
      warnings,
    },
    applicable: errors === 0 && matches.every(({ confirmed }) => confirmed),
  }
}

function phonesOf(entries: readonly RosterEntry[]): { rowNumber: number; phone: string }[] {
  return entries.flatMap(({ rowNumber, member }) =>
    member === undefined ? [] : [{ rowNumber, phone: member.phone }],
  )
}

function countChanges(
  entries: readonly RosterEntry[],
  changes: readonly VillageChange[],
): Omit<ImportCounts, 'rows' | 'villages' | 'errors' | 'warnings'> {
  const ofKind = (kind: VillageChange['kind']): number =>
    changes.filter((change) => change.kind === kind).length
  const sum = (count: (change: VillageChange) => number): number =>
    changes.reduce((total, change) => total + count(change), 0)
  return {
    members: entries.filter(({ member }) => member !== undefined).length,
    villagesAdded: ofKind('added'),
    villagesChanged: ofKind('changed'),
    villagesUnchanged: ofKind('unchanged'),
    membersAdded: sum(({ membersAdded }) => membersAdded.length),
    membersChanged: sum(({ membersChanged }) => membersChanged.length),
    membersLeft: sum(({ membersLeft }) => membersLeft.length),
  }
}
