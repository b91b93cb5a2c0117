import { describe, expect, it } from 'vitest'
import { levels, parseStage } from '../../infra/stage-settings.ts'
import { readStage, stageNames } from '../../infra/stages.ts'
import { levels as domainLevels } from '../../shared/domain/level.ts'
import { environmentVariables } from '../../shared/environment.ts'
import { functionsOf, synthesize } from './synthesized.ts'

const prod = readStage('prod')
const test = readStage('test')

describe('the stages', () => {
  it.each(stageNames)('%s keeps every rule', (name) => {
    expect(readStage(name).name).toBe(name)
  })

  it('allow actual alerts on one machine, and in production, where a second person approves them', () => {
    const allowed = stageNames.filter((name) => readStage(name).actualAllowed)

    expect(allowed).toEqual(['local', 'test', 'prod'])
    expect(prod.secondPersonLevels).toEqual(['warning', 'evacuate', 'all-clear'])
  })

  it('know the levels that the domain has', () => {
    expect(levels).toEqual(domainLevels)
  })

  it.each(stageNames)('%s hands its rules to alerts-api in a form that it reads', (name) => {
    const { secondPersonLevels, breakGlassMinutes, expiryHours } = readStage(name)
    const template = synthesize(name)

    const variables = functionsOf(template).get('alerts-api')?.Environment.Variables
    const read = environmentVariables
      .pick({ SECOND_PERSON_LEVELS: true, BREAK_GLASS_MINUTES: true, EXPIRY_HOURS: true })
      .parse(variables)

    expect(read).toEqual({
      SECOND_PERSON_LEVELS: secondPersonLevels,
      BREAK_GLASS_MINUTES: breakGlassMinutes,
      EXPIRY_HOURS: expiryHours,
    })
  })

  it('publish nothing on AWS, and in the name of a made-up authority elsewhere', () => {
    const publishing = stageNames.filter((name) => readStage(name).capAuthority !== undefined)

    expect(publishing).toEqual(['local', 'test'])
    expect(new URL(readStage('local').capAuthority?.web ?? '').hostname).toBe('example.org')
  })

  it.each(['public', 'fan-out'] as const)('hand their authority to %s in a form that it reads', (name) => {
    const read = environmentVariables.pick({ CAP_AUTHORITY: true })
    const variables = functionsOf(synthesize('local')).get(name)?.Environment.Variables
    const onProd = functionsOf(synthesize('prod')).get(name)?.Environment.Variables

    expect(read.parse(variables).CAP_AUTHORITY).toEqual(readStage('local').capAuthority)
    expect(read.parse(onProd).CAP_AUTHORITY).toBeUndefined()
  })

  it('hand public the table that fan-out publishes to', () => {
    const onLocal = functionsOf(synthesize('local'))

    expect(onLocal.get('public')?.Environment.Variables['CAP_TABLE']).toEqual(
      onLocal.get('fan-out')?.Environment.Variables['ALERTS_TABLE'],
    )
    expect(onLocal.get('public')?.Environment.Variables['CAP_TABLE']).toBeDefined()
  })

  it.each([
    ['a sender that readers would cut in two', { sender: 'two words' }],
    ['a sender with a comma', { sender: 'a,b' }],
    ['a page without https', { web: 'http://example.org' }],
    ['a time of another place', { sinceIso: '2026-01-01T00:00:00Z' }],
    ['villages', { areas: ['1308001'] }],
    ['an all-clear alone', { levels: ['all-clear'] }],
  ])('take no authority with %s', (_what, over) => {
    expect(() =>
      parseStage({ ...prod, capAuthority: { ...readStage('local').capAuthority, ...over } }),
    ).toThrow(/capAuthority/)
    expect(parseStage({ ...prod, capAuthority: readStage('local').capAuthority }).name).toBe('prod')
  })

  it('do not answer to a name that is none of theirs', () => {
    expect(() => readStage('production')).toThrow(/no stage of that name/)
  })
})

describe('a stage is refused', () => {
  const sendSms = (timeoutSeconds: number) => ({
    ...prod.functions,
    'send-sms': { ...prod.functions['send-sms'], timeoutSeconds },
  })

  it.each([
    ['with a lease that outlives its sender', { ...prod, leaseSeconds: 60 }, /leaseSeconds must be below/],
    ['that recovers work still held', { ...prod, recoverySeconds: 45 }, /recoverySeconds must be above/],
    [
      'that releases what was superseded before its senders have ended',
      { ...prod, recoverySeconds: 59 },
      /recoverySeconds must not be below/,
    ],
    ['whose barrier opens within a lease', { ...prod, barrierSeconds: 45 }, /barrierSeconds must be above/],
    [
      'with less than six times the timeout on AWS',
      { ...prod, functions: sendSms(61) },
      /visibilitySeconds of first/,
    ],
    [
      'that allows actual alerts on AWS without a second person',
      { ...prod, secondPersonLevels: ['warning', 'all-clear'] },
      /second person for warning and evacuate/,
    ],
    [
      'where one officer gives an all-clear alone',
      { ...prod, breakGlassMinutes: { 'all-clear': 0 } },
      /all-clear/,
    ],
    [
      'where taking back waits for a second person',
      { ...prod, secondPersonLevels: ['warning', 'evacuate', 'cancel'] },
      /cancel must not wait/,
    ],
    ['in production with words nobody approved', { ...prod, unreviewedAllowed: true }, /prod must refuse/],
    [
      'where one officer cannot warn the whole country',
      { ...prod, recipientsPerOfficerAndHour: { country: 40_000, province: 25_000, district: 5_000 } },
      /must let one officer warn all of Laos/,
    ],
    [
      'that gives a district more than its province',
      { ...prod, recipientsPerOfficerAndHour: { country: 100_000, province: 5_000, district: 25_000 } },
      /must not give a smaller area more/,
    ],
    ['without a rate on AWS', { ...prod, smsPerSecond: 0 }, /smsPerSecond must name/],
    ['without a lock on anchors on AWS', { ...prod, anchorLockDays: 0 }, /anchorLockDays must be at least 1/],
    ['in production with a short lock', { ...prod, anchorLockDays: 30 }, /at least 365/],
    ['with a lock that one machine cannot keep', { ...test, anchorLockDays: 1 }, /must be 0 on one machine/],
    ['that lets go of its data on AWS', { ...prod, keepData: false }, /keepData must be true/],
    ['in production without a second factor', { ...prod, signInNeedsSecondFactor: false }, /second factor/],
    [
      'in production with a console over http',
      { ...prod, consoleOrigins: ['http://siang.example'] },
      /https/,
    ],
    [
      'with a console address that has a path',
      { ...prod, consoleOrigins: ['https://siang.example/x'] },
      /Invalid/,
    ],
    ['with a sender ID that SNS would not take', { ...prod, senderId: '12345' }, /senderId/],
    ['with a setting that nobody knows', { ...prod, smsPerMinute: 20 }, /smsPerMinute/],
    ['without one of its queues', { ...prod, queues: { first: prod.queues.first } }, /imports/],
    [
      'with an API function that HTTP API would give up on',
      { ...prod, functions: { ...prod.functions, 'alerts-api': { memoryMb: 512, timeoutSeconds: 30 } } },
      /timeout of alerts-api/,
    ],
    [
      'with a tick that meets the next one',
      { ...prod, functions: { ...prod.functions, tick: { memoryMb: 512, timeoutSeconds: 60 } } },
      /timeout of tick/,
    ],
    [
      'with one caller to a queue, which AWS does not allow',
      { ...prod, queues: { ...prod.queues, first: { ...prod.queues.first, maxConcurrency: 1 } } },
      /maxConcurrency/,
    ],
    [
      'whose message comes back while its sender may hold the lease',
      { ...test, queues: { ...test.queues, first: { ...test.queues.first, visibilitySeconds: 7 } } },
      /visibilitySeconds of first must be at least 8/,
    ],
  ])('%s', (_, settings, message) => {
    expect(() => parseStage(settings)).toThrow(message)
  })
})
