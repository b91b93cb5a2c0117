import { beforeAll, describe, expect, test } from 'vitest'
import { startLocal } from '../../../local/run.ts'
import { newFolder } from './new-folder.ts'
import { bundleSample, writeAssembly } from './sample-assembly.ts'

let bundles: string

beforeAll(() => {
  bundles = bundleSample()
})

const start = (change: Parameters<typeof writeAssembly>[1]) =>
  startLocal({
    assemblyFolder: writeAssembly(bundles, change),
    dataFolder: newFolder('data'),
    log: () => undefined,
  })

describe('a template that cannot be run locally', () => {
  test('is refused with everything that is unknown in it', async () => {
    const starting = start((resources) => {
      resources['Topic'] = { Type: 'AWS::SNS::Topic', Properties: {} }
      resources['Machine'] = { Type: 'AWS::StepFunctions::StateMachine', Properties: {} }
      Object.assign(resources['Table']?.Properties ?? {}, { TableName: { 'Fn::ImportValue': 'x' } })
    })

    await expect(starting).rejects.toThrow(
      /Table: intrinsic Fn::ImportValue\n.*Topic: resource type AWS::SNS::Topic\n.*Machine: resource type AWS::StepFunctions::StateMachine/,
    )
  })

  test('is refused for a log that is read in part, or by something else than a function', async () => {
    const properties = { LogGroupName: 'log', FilterPattern: 'ERROR', DestinationArn: 'arn:aws:kinesis:::x' }
    const starting = start((resources) => {
      resources['Filter'] = { Type: 'AWS::Logs::SubscriptionFilter', Properties: properties }
    })

    await expect(starting).rejects.toThrow(
      /Filter .*(only functions can read logs locally[^]*a filter pattern|a filter pattern[^]*only functions can)/,
    )
  })

  test.each([
    [
      'a visibility timeout below the function’s',
      'WorkQueue',
      { VisibilityTimeout: 1 },
      /WorkQueue: its visibility timeout of 1 s/,
    ],
    [
      'a stream',
      'Table',
      { StreamSpecification: {} },
      /Table \(AWS::DynamoDB::GlobalTable\): .*a stream cannot be run/,
    ],
    ['a cron schedule', 'Rule', { ScheduleExpression: 'cron(0 8 * * ? *)' }, /only rate/],
    ['a FIFO queue', 'WorkQueue', { FifoQueue: true }, /a FIFO queue cannot be run/],
    [
      'a reference to nothing',
      'WorkMapping',
      { EventSourceArn: { Ref: 'Nowhere' } },
      /WorkMapping .*unresolved reference Nowhere/,
    ],
    ['a path of the runner', 'Open0', { RouteKey: 'GET /phones/x' }, /the runner itself serves this path/],
  ])('is refused for %s', async (_what, logicalId, properties, message) => {
    const starting = start((resources) => {
      Object.assign(resources[logicalId]?.Properties ?? {}, properties)
    })

    await expect(starting).rejects.toThrow(message)
  })

  test('leaves nothing running and its folder free', async () => {
    const dataFolder = newFolder('data')
    const refused = writeAssembly(bundles, (resources) => {
      Object.assign(resources['WorkQueue']?.Properties ?? {}, { VisibilityTimeout: 1 })
    })
    await expect(startLocal({ assemblyFolder: refused, dataFolder })).rejects.toThrow('visibility timeout')

    const run = await startLocal({ assemblyFolder: writeAssembly(bundles), dataFolder, schedules: false })

    expect(run.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    await run.stop()
  })
})
