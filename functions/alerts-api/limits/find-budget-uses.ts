import type * as z from 'zod'
import type { budgetUse } from '../../../shared/contracts/budgets.ts'
import type { Reach } from '../../../shared/domain/alert.ts'
import { takenOf } from '../../../shared/domain/budget-account.ts'
import { budgetMonthOf, judgeBudgets } from '../../../shared/domain/budget.ts'
import { estimateParts, type PartsWish } from '../../../shared/progress/estimate-parts.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { toBudgetUse } from './budget-view.ts'

/** What an alert would take of every budget that it touches if it were issued now, counted as issuing counts it: nothing where it reaches nobody. */
export const findBudgetUses = async (
  deps: Pick<AlertsApiDeps, 'budgets' | 'villages' | 'summaries' | 'pricePerPartUsd' | 'clock'>,
  reaches: Reach,
  wish: PartsWish,
): Promise<z.input<typeof budgetUse>[]> => {
  if (reaches === 'nobody') return []
  const key = { month: budgetMonthOf(deps.clock.nowMs()), lane: wish.lane }
  const budgets = await deps.budgets.listBudgets()
  if (budgets.length === 0) return []
  const [account, parts] = await Promise.all([deps.budgets.findAccount(key), estimateParts(deps, wish)])
  return judgeBudgets(budgets, key, takenOf(account), parts).map((use) =>
    toBudgetUse(use, { ...key, pricePerPartUsd: deps.pricePerPartUsd }),
  )
}
