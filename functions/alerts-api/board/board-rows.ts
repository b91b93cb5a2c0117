import type * as z from 'zod'
import type { boardRow } from '../../../shared/contracts/board.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { saidOf } from '../../../shared/domain/acknowledgement.ts'
import { coverageOf, coverages } from '../../../shared/domain/coverage.ts'
import { deliveryStates } from '../../../shared/domain/delivery.ts'
import { isMeantFor } from '../../../shared/domain/is-meant-for.ts'
import { userCovers, type User } from '../../../shared/domain/user.ts'
import type { BoardEntry } from '../../../shared/store/board-store.ts'

type BoardRow = z.input<typeof boardRow>

/** Villages that need a person first: by coverage in its order, then the most exposed, then by code. */
const worstFirst = (a: BoardRow, b: BoardRow): number =>
  coverages.indexOf(a[1]) - coverages.indexOf(b[1]) || b[2] - a[2] || (a[0] < b[0] ? -1 : 1)

/** Where no dispatch is written somebody must have said something: to this version, or that help is needed. */
const isShown = (version: VersionRecord, { village, word, isDispatched }: BoardEntry): boolean =>
  isDispatched ||
  word?.needsHelp === true ||
  (saidOf(word, version.version) !== undefined && isMeantFor(version.districts, village))

/** What the board of a version shows to the user: their own villages. */
export const shownTo = (user: User, version: VersionRecord, entries: readonly BoardEntry[]): BoardEntry[] =>
  entries.filter((entry) => userCovers(user, entry.village) && isShown(version, entry))

/** The rows of what is shown, those that need a person first. */
export const toBoardRows = (version: VersionRecord, shown: readonly BoardEntry[]): BoardRow[] =>
  shown
    .map(({ village, tally, mirrored, exposure, word }): BoardRow => {
      const coverage = coverageOf(tally, mirrored, saidOf(word, version.version))
      return [village, coverage, exposure, ...deliveryStates.map((state) => tally[state])]
    })
    .toSorted(worstFirst)
