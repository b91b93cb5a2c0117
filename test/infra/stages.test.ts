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
