import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../../local/lambda/environment.ts'
import { invokeAsynchronously } from '../../../../local/triggers/invoke-asynchronously.ts'

const arn = 'arn:aws:lambda:local:000000000000:function:tick'
const failed: Outcome = { kind: 'failed', errorType: 'Error', errorMessage: 'on purpose', trace: [] }
const answered: Outcome = { kind: 'answered', json: 'null' }

/** Invokes a function that ends as told, one outcome after another. */
const invoke = async (outcomes: Outcome[], config: { MaximumRetryAttempts: number; OnFailure?: string }) => {
  const sent: unknown[] = []
  let invocations = 0
  const destination = config.OnFailure === undefined ? {} : { OnFailure: { Destination: config.OnFailure } }
  const stack = {
    functions: [{ arn, name: 'tick' }],
    queues: [{ arn: 'arn:aws:sqs:local:000000000000:dead', url: 'http://127.0.0.1/dead' }],
    invokeConfigs: [
      {
        FunctionName: 'tick',
        MaximumRetryAttempts: config.MaximumRetryAttempts,
        DestinationConfig: destination,
      },
    ],
  }
  await invokeAsynchronously(
    {
      stack,
      poolOf: () => ({
        invoke: () => {
          invocations += 1
          return Promise.resolve(outcomes.shift() ?? answered)
        },
      }),
      sqs: {
        call: (action, input) => {
          sent.push([action, input])
          return Promise.resolve({})
        },
      },
      nowMs: () => 0,
      signal: new AbortController().signal,
      log: () => undefined,
    },
    arn,
    { id: 'event' },
  )
  return { invocations, sent }
}

describe('an asynchronous invocation', () => {
  test('ends with the first answer', async () => {
    expect(await invoke([answered], { MaximumRetryAttempts: 2 })).toEqual({ invocations: 1, sent: [] })
  })

  test('is tried again as often as the function’s settings say', async () => {
    expect(await invoke([failed, answered], { MaximumRetryAttempts: 1 })).toEqual({
      invocations: 2,
      sent: [],
    })
  })

  test('that fails to the end goes to the on-failure queue with its event', async () => {
    const { invocations, sent } = await invoke([failed], {
      MaximumRetryAttempts: 0,
      OnFailure: 'arn:aws:sqs:local:000000000000:dead',
    })

    expect(invocations).toBe(1)
    expect(sent).toEqual([
      [
        'SendMessage',
        {
          QueueUrl: 'http://127.0.0.1/dead',
          MessageBody: expect.stringContaining('"requestPayload":{"id":"event"}'),
        },
      ],
    ])
  })

  test('that fails without such a queue is dropped', async () => {
    expect(await invoke([failed], { MaximumRetryAttempts: 0 })).toEqual({ invocations: 1, sent: [] })
  })
})
