import type { Construct } from 'constructs'
import type { FunctionName } from '../names.ts'
import type { StageSettings } from '../stage-settings.ts'
import { addLoggedWordsAlarm } from './logged-words-alarm.ts'
import type { ServiceFunction } from './service-function.ts'

/** The functions that append to the audit. */
const writers = [
  'roster-api',
  'alerts-api',
  'operations-api',
  'fan-out',
  'tick',
] as const satisfies FunctionName[]

/** Tells that the audit cannot be written. */
export const addAuditAlarm = (
  scope: Construct,
  stage: StageSettings,
  functions: Readonly<Record<FunctionName, ServiceFunction>>,
): void =>
  addLoggedWordsAlarm(scope, {
    id: 'Audit',
    metricName: 'AuditUnavailable',
    words: ['AUDIT_UNAVAILABLE', 'AUDIT_ROW_LOST', 'AUDIT_NOT_ANCHORED'],
    functions: writers.map((name) => functions[name]),
    alarm: {
      name: 'audit-unavailable',
      stageName: stage.name,
      whoIsHurt: 'Nobody can issue, stop or edit anything, or what is done leaves no trace.',
      runbook: 'docs/runbooks/audit-unavailable.md',
    },
  })
