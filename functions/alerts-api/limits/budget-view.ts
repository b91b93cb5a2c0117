import type * as z from 'zod'
import type { areaBudget, budgetLine, budgetUse } from '../../../shared/contracts/budgets.ts'
import { usedOf, type BudgetAccount } from '../../../shared/domain/budget-account.ts'
import { budgetAreaName, budgetExceeded } from '../../../shared/domain/budget-words.ts'
import {
  budgetLanes,
  limitIn,
  partsIn,
  type Budget,
  type BudgetLane,
  type BudgetUse,
} from '../../../shared/domain/budget.ts'
import { isKnownArea } from '../../../shared/domain/laos-areas.ts'
import { userCovers, type User } from '../../../shared/domain/user.ts'
import { notFound } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'

/** What the lines of a month are written from. */
export type BudgetMonth = {
  month: string
  budgets: readonly Budget[]
  accounts: Readonly<Record<BudgetLane, BudgetAccount>>
}

/** Throws not-found for an area that is none, or lies outside the user's areas. */
export const checkBudgetArea = (user: User, area: string): void => {
  if (!userCovers(user, area) || (area !== 'LA' && !isKnownArea(area))) throw notFound('area')
}

/** What an edit must name: which change of the budget was read. */
export const budgetEtag = (budget: Pick<Budget, 'revision'> | undefined): string =>
  `b${budget?.revision ?? 0}`

export const readBudgetMonth = async (
  deps: Pick<AlertsApiDeps, 'budgets'>,
  month: string,
): Promise<BudgetMonth> => {
  const [budgets, urgent, routine] = await Promise.all([
    deps.budgets.listBudgets(),
    deps.budgets.findAccount({ month, lane: 'urgent' }),
    deps.budgets.findAccount({ month, lane: 'routine' }),
  ])
  return { month, budgets, accounts: { urgent, routine } }
}

const usdOf = (parts: number, pricePerPartUsd: number): number =>
  Math.round(parts * pricePerPartUsd * 100) / 100

const toLine = (
  { month, budgets, accounts }: BudgetMonth,
  area: string,
  lane: BudgetLane,
  price: number,
): z.input<typeof budgetLine> => {
  const budget = budgets.find((one) => one.area === area && one.lane === lane)
  const limit = budget && limitIn(budget, month)
  const { spent, reserved } = usedOf(accounts[lane])
  const reservedParts = partsIn(area, reserved)
  const spentParts = partsIn(area, spent)
  const leftParts = limit === undefined ? null : limit.parts - reservedParts - spentParts
  return {
    lane,
    budgetParts: limit?.parts ?? null,
    budgetUsd: limit === undefined ? null : usdOf(limit.parts, price),
    holds: limit?.holds ?? null,
    reservedParts,
    reservedUsd: usdOf(reservedParts, price),
    spentParts,
    spentUsd: usdOf(spentParts, price),
    leftParts,
    leftUsd: leftParts === null ? null : usdOf(leftParts, price),
    etag: budgetEtag(budget),
  }
}

/** An area's budgets of the month, those for warnings first. */
export const toAreaBudget = (
  month: BudgetMonth,
  area: string,
  pricePerPartUsd: number,
): z.input<typeof areaBudget> => ({
  area,
  name: budgetAreaName(area),
  lanes: budgetLanes.map((lane) => toLine(month, area, lane, pricePerPartUsd)),
})

/** A budget that an alert would use, with what to tell its officer where it is not enough. */
export const toBudgetUse = (
  use: BudgetUse,
  { lane, month, pricePerPartUsd }: { lane: BudgetLane; month: string; pricePerPartUsd: number },
): z.input<typeof budgetUse> => ({
  ...use,
  name: budgetAreaName(use.area),
  lane,
  month,
  neededUsd: usdOf(use.neededParts, pricePerPartUsd),
  warning: use.overParts > 0 ? budgetExceeded(lane, use, month) : null,
})
