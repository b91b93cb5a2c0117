import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { projectRoot } from '../../infra/project.ts'
import { functionsOf, queuesOf, reference, resourcesOf, synthesize } from './synthesized.ts'

const template = synthesize('prod')
const alarms = resourcesOf(
  template,
  'AWS::CloudWatch::Alarm',
  z.looseObject({
    AlarmName: z.string(),
    AlarmDescription: z.string(),
    MetricName: z.string().optional(),
    Dimensions: z.array(z.looseObject({ Value: z.union([reference, z.string()]) })).default([]),
  }),
)
const on = (metric: string) =>
  alarms
    .filter((alarm) => alarm.MetricName === metric)
    .flatMap(({ Dimensions }) => Dimensions.map(({ Value }) => Value))

/** Filters that count a metric from the logs. */
const logFiltersOf = (metric: string) =>
  resourcesOf(
    template,
    'AWS::Logs::MetricFilter',
    z.object({
      LogGroupName: reference,
      FilterPattern: z.string(),
      MetricTransformations: z.array(z.looseObject({ MetricName: z.string() })),
    }),
  ).filter(({ MetricTransformations }) =>
    MetricTransformations.some(({ MetricName }) => MetricName === metric),
  )

/** Words of this form that the functions say in their logs. */
const wordsLogged = (pattern: RegExp): string[] =>
  globSync('{shared,functions}/**/*.ts', { cwd: projectRoot })
    .flatMap((path) => readFileSync(join(projectRoot, path), 'utf8').match(pattern) ?? [])
    .map((word) => word.replaceAll("'", ''))

describe('the alarms', () => {
  it('are named, and say in a sentence who is hurt and where the runbook is', () => {
    for (const alarm of alarms) {
      expect(alarm.AlarmName).toMatch(/^siang-prod-[a-z-]+$/)
      expect(alarm.AlarmDescription).toMatch(/^[A-Z].{20,}\. Runbook: docs\/runbooks\/[a-z-]+\.md$/)
    }
    expect(new Set(alarms.map((alarm) => alarm.AlarmName)).size).toBe(alarms.length)
  })

  it('each have a runbook, and each runbook an alarm', () => {
    const named = new Set(alarms.map((alarm) => alarm.AlarmDescription.split('Runbook: ')[1]))

    const written = new Set(
      globSync('docs/runbooks/*.md', { cwd: projectRoot }).map((path) => path.replaceAll('\\', '/')),
    )

    expect(named).toEqual(written)
  })

  it('are named by their runbooks', () => {
    const unnamed = alarms.filter((alarm) => {
      const text = readFileSync(join(projectRoot, alarm.AlarmDescription.split('Runbook: ')[1] ?? ''), 'utf8')
      return !text.includes(`\`${alarm.AlarmName.replace('siang-prod-', '')}\``)
    })

    expect(unnamed).toEqual([])
  })

  it('watch every dead-letter queue', () => {
    expect(on('ApproximateNumberOfMessagesVisible').toSorted()).toEqual(
      queuesOf(template)
        .dead.map(({ logicalId }) => logicalId)
        .toSorted(),
    )
  })

  it('watch how long warnings wait', () => {
    const variables = functionsOf(template).get('send-sms')?.Environment.Variables

    expect(new Set(on('ApproximateAgeOfOldestMessage'))).toEqual(
      new Set([
        variables?.['FAN_OUT_URGENT_QUEUE_URL'],
        variables?.['FIRST_QUEUE_URL'],
        variables?.['URGENT_QUEUE_URL'],
      ]),
    )
  })

  it('notice that tick is silent, though silence sends no figures', () => {
    const silent = alarms.find((alarm) => alarm.AlarmName === 'siang-prod-tick-silent')

    expect(silent).toMatchObject({ TreatMissingData: 'breaching', ComparisonOperator: 'LessThanThreshold' })
    expect(on('Invocations')).toEqual([functionsOf(template).get('tick')?.logicalId])
  })

  it('tell at once that the account has no quota left, by the metric that receipts counts', () => {
    const quota = alarms.find((alarm) => alarm.AlarmName === 'siang-prod-account-quota-exhausted')

    expect(quota).toMatchObject({
      Namespace: 'Siang',
      MetricName: 'AccountQuotaExhausted',
      Statistic: 'Sum',
      Period: 60,
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
      Dimensions: [{ Name: 'service', Value: 'receipts' }],
    })
  })

  it('tell at once that a scheduled message did not go out, by the metric that tick counts', () => {
    const skipped = alarms.find((alarm) => alarm.AlarmName === 'siang-prod-scheduled-run-skipped')

    expect(skipped).toMatchObject({
      Namespace: 'Siang',
      MetricName: 'ScheduledRunSkipped',
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
      Dimensions: [{ Name: 'service', Value: 'tick' }],
    })
  })

  it('tell at once where the audit could not be written, by the logs of all who append to it', () => {
    const filters = logFiltersOf('AuditUnavailable')
    const writers = [...functionsOf(template).values()].filter(
      ({ Environment }) => Environment.Variables['AUDIT_TABLE'] !== undefined,
    )
    const written = wordsLogged(/'AUDIT_[A-Z_]+'/g)

    expect(filters.map(({ LogGroupName }) => LogGroupName).toSorted()).toEqual(
      writers.map(({ LoggingConfig }) => LoggingConfig.LogGroup).toSorted(),
    )
    for (const { FilterPattern } of filters) {
      for (const word of written) expect(FilterPattern).toContain(`"${word}"`)
    }
    expect(on('AuditUnavailable')).toEqual([])
    expect(alarms.map(({ MetricName }) => MetricName)).toContain('AuditUnavailable')
  })

  it('tell that a warning went over a budget, by the logs of those who issue', () => {
    const filters = logFiltersOf('BudgetOverspent')
    const issuers = ['alerts-api', 'tick'].map(
      (name) => functionsOf(template).get(name)?.LoggingConfig.LogGroup,
    )

    expect(filters.map(({ LogGroupName }) => LogGroupName)).toEqual(issuers)
    for (const { FilterPattern } of filters) {
      for (const word of wordsLogged(/'BUDGET_(?!SET)[A-Z_]+'/g)) expect(FilterPattern).toContain(`"${word}"`)
    }
    expect(alarms.map(({ MetricName }) => MetricName)).toContain('BudgetOverspent')
  })

  it('count the errors of every function', () => {
    const [errors] = alarms.filter((alarm) => alarm.AlarmName === 'siang-prod-function-errors')
    const watched = JSON.stringify(errors?.['Metrics'])

    const unwatched = [...functionsOf(template).values()].filter(
      ({ logicalId }) => !watched.includes(logicalId),
    )

    expect(unwatched).toEqual([])
  })
})
