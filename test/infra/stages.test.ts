import { describe, expect, it } from 'vitest'
import { parseStage } from '../../infra/stage-settings.ts'
import { readStage, stageNames } from '../../infra/stages.ts'

const prod = readStage('prod')
const test = readStage('test')

describe('the stages', () => {
  it.each(stageNames)('%s keeps every rule', (name) => {
    expect(readStage(name).name).toBe(name)
  })

  it('allow actual alerts on one machine only', () => {
    const allowed = stageNames.filter((name) => readStage(name).actualAllowed)

    expect(allowed).toEqual(['local', 'test'])
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
    ['that allows actual alerts on AWS', { ...prod, actualAllowed: true }, /actualAllowed must stay false/],
    ['without a rate on AWS', { ...prod, smsPerSecond: 0 }, /smsPerSecond must name/],
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
