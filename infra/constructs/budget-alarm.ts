import type { Construct } from 'constructs'
import type { FunctionName } from '../names.ts'
import type { StageSettings } from '../stage-settings.ts'
import { addLoggedWordsAlarm } from './logged-words-alarm.ts'
import type { ServiceFunction } from './service-function.ts'

/** The functions that issue versions. */
const issuers = ['alerts-api', 'tick'] as const satisfies FunctionName[]

/** Tells that warnings cost more than was planned, or went out without being counted. */
export const addBudgetAlarm = (
  scope: Construct,
  stage: StageSettings,
  functions: Readonly<Record<FunctionName, ServiceFunction>>,
): void =>
  addLoggedWordsAlarm(scope, {
    id: 'Budget',
    metricName: 'BudgetOverspent',
    words: ['BUDGET_OVERSPENT', 'BUDGET_NOT_RECORDED'],
    functions: issuers.map((name) => functions[name]),
    alarm: {
      name: 'budget-overspent',
      stageName: stage.name,
      whoIsHurt:
        'Nobody yet: warnings go out over their budget, until the quota of the account is used up too.',
      runbook: 'docs/runbooks/budget-overspent.md',
    },
  })
