import { describe, expect, it } from 'vitest'
import { consumers } from '../../infra/names.ts'
import { deadLetterQueueNames, workedOffBy } from '../../shared/domain/dead-letter.ts'
import { readStage, stageNames } from '../../infra/stages.ts'
import { functionsOf, mappingsOf, queuesOf, synthesize } from './synthesized.ts'

const templates = stageNames.map((name) => [name, synthesize(name)] as const)

describe.each(templates)('the queues of stage %s', (stageName, template) => {
  const { work, dead } = queuesOf(template)
  const mappings = mappingsOf(template)
  const functions = [...functionsOf(template).values()]

  it('are seven, each with a dead-letter queue of its own that keeps messages for 14 days', () => {
    const deadLetters = work.map((queue) => queue.redrive.deadLetterTargetArn)

    expect(work).toHaveLength(7)
    expect(new Set(deadLetters).size).toBe(work.length)
    expect(dead.map((queue) => queue.logicalId)).toEqual(expect.arrayContaining(deadLetters))
    expect(new Set(dead.map((queue) => queue.MessageRetentionPeriod))).toEqual(new Set([1_209_600]))
  })

  it('are each worked off by exactly one function', () => {
    const consumed = mappings.map((mapping) => mapping.EventSourceArn)

    expect(consumed.toSorted()).toEqual(work.map((queue) => queue.logicalId).toSorted())
  })

  it('hide a message longer than its function may take', () => {
    const factor = readStage(stageName).runsOn === 'AWS' ? 6 : 1

    const tooShort = mappings.filter((mapping) => {
      const visibility = work.find(({ logicalId }) => logicalId === mapping.EventSourceArn)?.VisibilityTimeout
      const timeout = functions.find(({ logicalId }) => logicalId === mapping.FunctionName)?.Timeout
      return visibility === undefined || timeout === undefined || visibility < timeout * factor
    })

    expect(tooShort).toEqual([])
  })

  it('are read without delay, at least two at a time, and bring back only what failed', () => {
    for (const mapping of mappings) {
      expect(mapping.FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
      expect(mapping.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2)
      expect(mapping.BatchSize).toBeLessThanOrEqual(10)
    }
  })

  it('let functions that put work back run on, and end the loops of all others', () => {
    const allowed = functions.filter((definition) => definition.RecursiveLoop === 'Allow')

    expect(allowed.map((definition) => definition.Description).toSorted()).toEqual([
      'fan-out',
      'receipts',
      'roster-import',
      'send-sms',
    ])
  })
})

describe('the names of dead-letter queues', () => {
  it('are those of the queues of work and of the functions that nobody waits for, with who works them off', () => {
    expect(workedOffBy).toEqual({ ...consumers, receipts: 'receipts', tick: 'tick' })
    expect(deadLetterQueueNames.toSorted()).toEqual(Object.keys(workedOffBy).toSorted())
  })
})
