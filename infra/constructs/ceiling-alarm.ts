import type { Construct } from 'constructs'
import type { StageSettings } from '../stage-settings.ts'
import { addLoggedWordsAlarm } from './logged-words-alarm.ts'
import type { ServiceFunction } from './service-function.ts'

/** Tells that an officer writes to more people than they usually may: a big flood, or a stolen login. */
export const addCeilingAlarm = (scope: Construct, stage: StageSettings, alertsApi: ServiceFunction): void =>
  addLoggedWordsAlarm(scope, {
    id: 'Ceiling',
    metricName: 'CeilingReached',
    words: ['CEILING_HELD', 'CEILING_PASSED', 'CEILING_NOT_COUNTED'],
    functions: [alertsApi],
    alarm: {
      name: 'ceiling-reached',
      stageName: stage.name,
      whoIsHurt: 'A warning may wait for another officer, or somebody sends in an officer’s name.',
      runbook: 'docs/runbooks/ceiling-reached.md',
    },
  })
