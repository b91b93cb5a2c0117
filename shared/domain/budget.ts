/** The lanes that have budgets of their own: what preparedness uses up is never missing for a warning. */
export const budgetLanes = ['urgent', 'routine'] as const
export type BudgetLane = (typeof budgetLanes)[number]

/** The area whose budget is that of all Laos. */
const wholeCountry = 'LA'

/** SMS parts by district code: what gateways bill. */
export type PartsByDistrict = Readonly<Record<string, number>>

/**
 * What an area may use in a lane. `standing` holds from its month on until the next one, so that past months keep what
 * held then; a month of its own in `months` goes before it. Null: no limit from then on.
 */
export type Budget = {
  area: string
  lane: BudgetLane
  standing: readonly { fromMonth: string; parts: number | null }[]
  months: Readonly<Record<string, number>>
  /** Counts changes, from 1. */
  revision: number
}

/** yyyy-mm in Laos (UTC+7). */
export const budgetMonthOf = (epochMs: number): string =>
  new Date(epochMs + 7 * 3_600_000).toISOString().slice(0, 7)

const liesIn = (area: string, district: string): boolean => area === wholeCountry || district.startsWith(area)

/** The parts of all districts of the area together. */
export const partsIn = (area: string, parts: PartsByDistrict): number =>
  Object.entries(parts).reduce((sum, [district, count]) => sum + (liesIn(area, district) ? count : 0), 0)

export const addParts = (all: readonly PartsByDistrict[]): Record<string, number> => {
  const sum: Record<string, number> = {}
  for (const one of all) {
    for (const [district, count] of Object.entries(one)) sum[district] = (sum[district] ?? 0) + count
  }
  return sum
}

/** What the budget allows in a month, and whether for this month alone; undefined: no limit. */
export const limitIn = (
  { standing, months }: Pick<Budget, 'standing' | 'months'>,
  month: string,
): { parts: number; holds: 'month' | 'standing' } | undefined => {
  const own = months[month]
  if (own !== undefined) return { parts: own, holds: 'month' }
  const parts = standing.findLast(({ fromMonth }) => fromMonth <= month)?.parts ?? undefined
  return parts === undefined ? undefined : { parts, holds: 'standing' }
}

/** The budget with other figures: for one month, or from this month on where none is named. */
export const withLimit = (
  { standing, months }: Pick<Budget, 'standing' | 'months'>,
  { month, parts }: { month: string | undefined; parts: number | null },
  thisMonth: string,
): Pick<Budget, 'standing' | 'months'> => {
  if (month === undefined) {
    const before = standing.filter(({ fromMonth }) => fromMonth < thisMonth)
    return { standing: [...before, { fromMonth: thisMonth, parts }], months }
  }
  const others = Object.fromEntries(Object.entries(months).filter(([one]) => one !== month))
  return { standing, months: parts === null ? others : { ...others, [month]: parts } }
}

/** A budget that something would use, and how far. `leftParts` are there before it; `overParts` are missing for it. */
export type BudgetUse = {
  area: string
  budgetParts: number
  leftParts: number
  neededParts: number
  overParts: number
}

/** What it means for every budget of the lane that so much more is needed in these districts. */
export const judgeBudgets = (
  budgets: readonly Budget[],
  { lane, month }: { lane: BudgetLane; month: string },
  taken: PartsByDistrict,
  needed: PartsByDistrict,
): BudgetUse[] =>
  budgets.flatMap((budget) => {
    const limit = budget.lane === lane ? limitIn(budget, month) : undefined
    const neededParts = partsIn(budget.area, needed)
    if (limit === undefined || neededParts === 0) return []
    const takenParts = partsIn(budget.area, taken)
    return [
      {
        area: budget.area,
        budgetParts: limit.parts,
        leftParts: Math.max(0, limit.parts - takenParts),
        neededParts,
        overParts: Math.max(0, takenParts + neededParts - limit.parts),
      },
    ]
  })
