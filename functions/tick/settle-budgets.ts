import pMap from 'p-map'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import { billedParts } from '../../shared/domain/billed-parts.ts'
import type { PartsByDistrict } from '../../shared/domain/budget.ts'
import {
  parseEntryName,
  withLook,
  type BudgetAccount,
  type BudgetEntry,
  type BudgetLook,
} from '../../shared/domain/budget-account.ts'
import type { TickDeps } from './deps.ts'

type Deps = Pick<TickDeps, 'alerts' | 'budgets' | 'dispatches' | 'recoverySeconds' | 'clock'>

/** Whoever reserved has issued by then, or died. */
const abandonedSeconds = 900
const longestWaitSeconds = 900
/** Nothing is handed over after the expiry; what was in the hands of a sender then is written down within this time. */
const settledAfterExpirySeconds = 3600
/** Whatever of a version is stuck by then goes out no more: nothing stays reserved for it. */
const givenUpAfterExpirySeconds = 24 * 3600

const districtsAtOnce = { concurrency: 8 }
const versionsAtOnce = { concurrency: 4 }
/** So many are looked at before what was found is written. */
const looksPerWrite = 8

/** What went out, or may have, by the version's dispatches. */
const countSpent = async (deps: Deps, version: VersionRecord): Promise<PartsByDistrict> => {
  const { alertId, rendered = {} } = version
  const counted = await pMap(
    Object.keys(version.districts),
    async (district): Promise<[string, number]> => {
      const dispatches = await deps.dispatches.listDistrict({ alertId, version: version.version, district })
      return [district, dispatches.reduce((sum, dispatch) => sum + billedParts(dispatch, rendered), 0)]
    },
    districtsAtOnce,
  )
  return Object.fromEntries(counted.filter(([, parts]) => parts > 0))
}

/** Whether nothing of it is on its way; SMS in doubt count as sent. */
const isAtRest = ({ workOpen, fanOutOpen, resendToQueue, wavesToQueue }: VersionRecord): boolean =>
  [workOpen, fanOutOpen, resendToQueue, wavesToQueue].every(({ size }) => size === 0)

/** A version that was just issued is looked at again soon, an old one every quarter of an hour. */
const nextLookAt = (deps: Deps, entry: BudgetEntry, nowSeconds: number): number => {
  const ageSeconds = nowSeconds - entry.atEpochSeconds
  return nowSeconds + Math.min(Math.max(deps.recoverySeconds, Math.ceil(ageSeconds / 2)), longestWaitSeconds)
}

const lookAt = async (
  deps: Deps,
  month: string,
  name: string,
  entry: BudgetEntry,
  nowSeconds: number,
): Promise<BudgetLook> => {
  const { alertId, version: number } = parseEntryName(name)
  const version = await deps.alerts.findVersion(alertId, number)
  const isIssued =
    version?.issuedAtEpochSeconds !== undefined &&
    (version.budget === undefined || version.budget.month === month)
  if (!isIssued) {
    const abandonedAt = entry.atEpochSeconds + abandonedSeconds
    return nowSeconds >= abandonedAt ? { kind: 'remove' } : { kind: 'later', lookAtEpochSeconds: abandonedAt }
  }
  const lookAtEpochSeconds = nextLookAt(deps, entry, nowSeconds)
  const sinceExpirySeconds = nowSeconds - version.expiresAtEpochSeconds
  const isGivenUp = sinceExpirySeconds >= givenUpAfterExpirySeconds
  if (!isAtRest(version) && !isGivenUp) return { kind: 'later', lookAtEpochSeconds }
  const isOver = sinceExpirySeconds >= settledAfterExpirySeconds
  const seen = version.history.length
  if (!isOver && entry.seen === seen) return { kind: 'later', lookAtEpochSeconds }
  const parts = await countSpent(deps, version)
  return isOver ? { kind: 'settled', parts } : { kind: 'spent', parts, seen, lookAtEpochSeconds }
}

const dueEntries = ({ entries }: BudgetAccount, nowSeconds: number): [string, BudgetEntry][] =>
  Object.entries(entries)
    .filter(([, { lookAtEpochSeconds }]) => lookAtEpochSeconds <= nowSeconds)
    .toSorted(([, a], [, b]) => a.lookAtEpochSeconds - b.lookAtEpochSeconds)

/**
 * Looks what became of versions that have something of the account: gives back what nobody issued, and puts what really
 * went out in place of what was reserved. Each look finds the same however often it is done. Answers whether more of
 * them are due.
 */
const settleSome = async (deps: Deps, key: Pick<BudgetAccount, 'month' | 'lane'>): Promise<boolean> => {
  const nowSeconds = toEpochSeconds(deps.clock.nowMs())
  const due = dueEntries(await deps.budgets.findAccount(key), nowSeconds).slice(0, looksPerWrite)
  const looks = await pMap(
    due,
    async ([name, entry]) => ({ name, entry, look: await lookAt(deps, key.month, name, entry, nowSeconds) }),
    versionsAtOnce,
  )
  await deps.budgets.changeAccount(key, (account) => ({
    account: looks.reduce((changed, { name, entry, look }) => withLook(changed, name, entry, look), account),
    answer: undefined,
  }))
  return due.length === looksPerWrite
}

/** The same for every account that is due, while there is time. */
export const settleBudgets = async (
  deps: Deps,
  keys: readonly Pick<BudgetAccount, 'month' | 'lane'>[],
  hasTime: () => boolean,
): Promise<void> => {
  for (const key of keys) {
    let isMore = true
    // oxlint-disable-next-line no-await-in-loop -- in the background, one after the other under a time budget
    while (isMore && hasTime()) isMore = await settleSome(deps, key)
  }
}
