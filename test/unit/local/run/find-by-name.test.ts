import { describe, expect, test } from 'vitest'
import { findByName } from '../../../../local/run/find-by-name.ts'

const resources = [
  'QueuesfirstQueue0A1B2C3D',
  'QueuesfirstDead0A1B2C3E',
  'QueuesurgentQueue0A1B2C3F',
  'QueuesurgentDead0A1B2C40',
  'QueuesfanouturgentQueue0A1B2C41',
  'QueuesfanouturgentDead0A1B2C42',
  'FunctionsrosterapiFunction0A1B2C43',
  'FunctionsrosterimportFunction0A1B2C44',
].map((logicalId) => ({ logicalId, name: `siang-test-${logicalId}` }))

describe('finding a resource by a short name', () => {
  test.each([
    ['first', 'QueuesfirstQueue0A1B2C3D'],
    ['first-dead', 'QueuesfirstDead0A1B2C3E'],
    ['urgent', 'QueuesurgentQueue0A1B2C3F'],
    ['fan-out-urgent', 'QueuesfanouturgentQueue0A1B2C41'],
    ['fan-out-urgent-dead', 'QueuesfanouturgentDead0A1B2C42'],
    ['roster-api', 'FunctionsrosterapiFunction0A1B2C43'],
    ['siang-test-QueuesurgentDead0A1B2C40', 'QueuesurgentDead0A1B2C40'],
  ])('%s means %s', (name, logicalId) => {
    expect(findByName(resources, name).logicalId).toBe(logicalId)
  })

  test('says what there is where nothing is meant', () => {
    expect(() => findByName(resources, 'second')).toThrow('QueuesfirstQueue0A1B2C3D')
  })

  test('refuses a name that could mean several', () => {
    const twins = ['TableAa', 'TableBb'].map((logicalId) => ({ logicalId, name: logicalId }))

    expect(() => findByName(twins, 'table')).toThrow('could mean TableAa, TableBb')
  })
})
