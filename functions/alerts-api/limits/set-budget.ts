import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { budgetMonthOf, withLimit } from '../../../shared/domain/budget.ts'
import { editedMeanwhile, invalidRequest } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { budgetEtag, checkBudgetArea, readBudgetMonth, toAreaBudget } from './budget-view.ts'

/** `PUT /v1/budgets/{area}/{lane}`: for one month, or from this month on. What is reserved by now stays so. */
export const setBudget = (deps: Pick<AlertsApiDeps, 'budgets' | 'pricePerPartUsd' | 'clock' | 'logger'>) =>
  bindRoute(alertRoutes.setBudget, async ({ user, params: { area, lane }, body, ifMatch }) => {
    checkBudgetArea(user, area)
    const thisMonth = budgetMonthOf(deps.clock.nowMs())
    if (body.month !== undefined && body.month < thisMonth) {
      throw invalidRequest([
        {
          path: 'body.month',
          message: { en: 'Is over: set this month or a later one.', lo: 'ເດືອນນີ້ຜ່ານໄປແລ້ວ: ໃສ່ເດືອນປັດຈຸບັນ ຫຼື ຕໍ່ໄປ.' },
        },
      ])
    }
    const before = await deps.budgets.findBudget(area, lane)
    if (ifMatch !== '*' && ifMatch !== budgetEtag(before)) throw editedMeanwhile('budget')
    const figures = withLimit(
      before ?? { standing: [], months: {} },
      { month: body.month, parts: body.parts },
      thisMonth,
    )
    const budget = { area, lane, ...figures, revision: (before?.revision ?? 0) + 1 }
    if (!(await deps.budgets.putBudget(budget, before?.revision ?? 0))) throw editedMeanwhile('budget')
    deps.logger.info('BUDGET_SET', { area, lane, userId: user.id })
    const month = await readBudgetMonth(deps, body.month ?? thisMonth)
    return { body: toAreaBudget(month, area, deps.pricePerPartUsd), etag: budgetEtag(budget) }
  })
