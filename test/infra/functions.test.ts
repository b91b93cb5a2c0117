import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { functionNames } from '../../infra/names.ts'
import { deadLetterQueueNames } from '../../shared/domain/dead-letter.ts'
import { projectRoot } from '../../infra/project.ts'
import { readStage, stageNames } from '../../infra/stages.ts'
import { functionsOf, resourcesOf, synthesize } from './synthesized.ts'

const templates = stageNames.map((name) => [name, synthesize(name)] as const)

/** Set by whoever runs the bundles elsewhere than on Lambda. */
const notFromInfra = ['S3_FORCE_PATH_STYLE']

/** A value for every variable that a function may pick; what it gives back tells what it picked. */
const everyVariable = {
  ...Object.fromEntries(
    [
      'ROSTER_TABLE',
      'ALERTS_TABLE',
      'UPLOADS_BUCKET',
      'STAGE',
      'CODE_VERSION',
      'AUDIT_TABLE',
      'AUDIT_ANCHORS_BUCKET',
    ].map((name) => [name, 'made-up'] as const),
  ),
  ...Object.fromEntries(
    ['IMPORTS', 'FAN_OUT_URGENT', 'FAN_OUT_ROUTINE', 'FIRST', 'URGENT', 'ROUTINE', 'EARLY_RECEIPTS'].map(
      (name) => [`${name}_QUEUE_URL`, 'http://127.0.0.1/queue'] as const,
    ),
  ),
  ...Object.fromEntries(
    deadLetterQueueNames.map(
      (name) =>
        [`${name.toUpperCase().replaceAll('-', '_')}_DEAD_LETTERS_URL`, 'http://127.0.0.1/dead'] as const,
    ),
  ),
  SMS_PER_SECOND: '20',
  SMS_RATE_COUNTS: 'messages',
  QUOTA_PROBE_SECONDS: '60',
  PRICE_PER_PART_USD: '0.06',
  ACTUAL_ALLOWED: 'false',
  DRILLS_REACH: 'phones',
  FALLBACK_DESK_PHONE: '',
  UNREVIEWED_ALLOWED: 'false',
  SECOND_PERSON_LEVELS: 'warning',
  BREAK_GLASS_MINUTES: 'warning=10',
  REVIEW_HOURS: '24',
  NOTICE_RULES: 'againMinutes=5,callAgainMinutes=30,beforeExpiryMinutes=60,notEndedHours=6,notEndedTimes=4',
  EXPIRY_HOURS: 'flash-flood=6,evacuate=12,warning=24,watch=48,prepare=168,all-clear=24,cancel=24',
  USER_POOL_ID: 'made-up',
  ADMIN_REQUEST_HOURS: '168',
  RECIPIENTS_PER_OFFICER_AND_HOUR: 'country=100000,province=25000,district=5000',
  LEASE_SECONDS: '10',
  BARRIER_SECONDS: '10',
  RECOVERY_SECONDS: '20',
  PROOF_MINUTES: '10',
  NIGHT_FROM_HOUR: '22',
  NIGHT_UNTIL_HOUR: '6',
  QUIET_HOURS: '20-7',
  PREPAREDNESS_PER_MONTH: '2',
  RAINS_BEGIN: '05-01,11=04-20',
  RECONFIRM_DAYS: '30',
  RECEIPT_OVERDUE_SECONDS: '20',
  SENDER_ID: 'SIANG',
}

const environmentModule = z.record(z.string(), z.instanceof(Function))

/** The variables that the function's env.ts picks. */
const picksOf = async (name: string): Promise<string[]> => {
  const module: unknown = await import(`../../functions/${name}/env.ts`)
  const [read] = Object.values(environmentModule.parse({ ...z.looseObject({}).parse(module) }))
  const picked: unknown = read?.(everyVariable)
  return Object.keys(z.looseObject({}).parse(picked)).filter((variable) => !notFromInfra.includes(variable))
}

describe.each(templates)('the functions of stage %s', (stageName, template) => {
  const functions = functionsOf(template)

  it('are those that have a folder', () => {
    const missing = functionNames.filter(
      (name) => !existsSync(join(projectRoot, 'functions', name, 'handler.ts')),
    )

    expect([...functions.keys()].toSorted()).toEqual(functionNames.toSorted())
    expect(missing).toEqual([])
  })

  it.each(functionNames)('run %s on Node 24 and arm64 with the memory and time of the stage', (name) => {
    const { memoryMb, timeoutSeconds } = readStage(stageName).functions[name]

    expect(functions.get(name)).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: memoryMb,
      Timeout: timeoutSeconds,
      LoggingConfig: { LogFormat: 'JSON' },
    })
  })

  it('reserve no concurrency, which a new account would refuse', () => {
    const reserving = [...functions.values()].filter(
      (definition) => definition.ReservedConcurrentExecutions !== undefined,
    )

    expect(reserving).toEqual([])
  })

  it('are called by the minute where they are called by the clock', () => {
    const rules = resourcesOf(
      template,
      'AWS::Events::Rule',
      z.object({
        ScheduleExpression: z.string(),
        Targets: z.array(z.looseObject({ Arn: z.unknown(), DeadLetterConfig: z.unknown() })),
      }),
    )

    expect(rules).toHaveLength(1)
    expect(rules[0]?.ScheduleExpression).toBe('rate(1 minute)')
    expect(rules[0]?.Targets.map((target) => target.Arn)).toEqual([
      { 'Fn::GetAtt': [functions.get('tick')?.logicalId, 'Arn'] },
    ])
  })

  it('leave a trace where a call by the clock or by the logs failed', () => {
    const configurations = resourcesOf(
      template,
      'AWS::Lambda::EventInvokeConfig',
      z.looseObject({ FunctionName: z.object({ Ref: z.string() }) }),
    )

    const ids = configurations.map(({ FunctionName }) => FunctionName.Ref)
    expect(ids.toSorted()).toEqual(
      ['tick', 'receipts'].map((name) => functions.get(name)?.logicalId ?? '').toSorted(),
    )
    for (const configuration of configurations) {
      expect(configuration).toMatchObject({ DestinationConfig: { OnFailure: {} } })
    }
  })
})

describe('the environment of', () => {
  const functions = functionsOf(synthesize('prod'))

  it.each(functionNames)('%s holds what its env.ts picks and no more', async (name) => {
    const picked = await picksOf(name)

    const given = functions.get(name)?.Environment.Variables ?? {}

    expect(Object.keys(given).toSorted()).toEqual(picked.toSorted())
  })
})
