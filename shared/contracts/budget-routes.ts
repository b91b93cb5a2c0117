import * as z from 'zod'
import { budgetLanes } from '../domain/budget.ts'
import { areaBudget, budgetArea, budgetBody, budgetMonth, budgetsView } from './budgets.ts'
import { defineRoute } from './routes.ts'

const itsArea = { in: 'use-case', checks: 'the area must be known and covered by the caller' } as const

/** What areas may use, and what of it is used: routes of `alerts-api`. */
export const budgetRoutes = {
  listBudgets: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/budgets',
    summary: 'Budget, reserved, spent and left of an area and those right below it, in one month',
    access: { roles: ['viewer', 'officer', 'admin'], areas: itsArea },
    query: z.lazy(() => z.object({ area: budgetArea, month: budgetMonth.optional() })),
    status: 200,
    response: budgetsView,
    refuses: ['not-found'],
  }),
  setBudget: defineRoute({
    function: 'alerts-api',
    method: 'PUT',
    path: '/v1/budgets/{area}/{lane}',
    summary: 'Set what an area may use in a lane each month, or in one month',
    access: { roles: ['admin'], areas: itsArea },
    params: z.lazy(() => z.object({ area: budgetArea, lane: z.enum(budgetLanes) })),
    body: budgetBody,
    ifMatch: 'required',
    status: 200,
    response: areaBudget,
  }),
} as const
