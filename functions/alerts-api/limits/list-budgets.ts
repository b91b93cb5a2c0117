import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { noBudgetWords } from '../../../shared/domain/budget-words.ts'
import { budgetMonthOf } from '../../../shared/domain/budget.ts'
import { districtsOf } from '../../../shared/domain/laos-areas.ts'
import { provinces } from '../../../shared/domain/laos-provinces.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { checkBudgetArea, readBudgetMonth, toAreaBudget } from './budget-view.ts'

const areasBelow = (area: string): string[] =>
  (area === 'LA' ? provinces : districtsOf(area)).map(({ code }) => code)

/** `GET /v1/budgets?area=&month=`: this month where none is named. Also of areas without a budget. */
export const listBudgets = (deps: Pick<AlertsApiDeps, 'budgets' | 'pricePerPartUsd' | 'clock'>) =>
  bindRoute(alertRoutes.listBudgets, async ({ user, query }) => {
    checkBudgetArea(user, query.area)
    const month = await readBudgetMonth(deps, query.month ?? budgetMonthOf(deps.clock.nowMs()))
    const { pricePerPartUsd } = deps
    return {
      body: {
        month: month.month,
        pricePerPartUsd,
        area: toAreaBudget(month, query.area, pricePerPartUsd),
        children: areasBelow(query.area).map((area) => toAreaBudget(month, area, pricePerPartUsd)),
        note: { en: noBudgetWords.en, lo: noBudgetWords.lo },
      },
    }
  })
