import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startEnvironment } from '../lambda/environment.ts'
import type { LocalClock } from '../lambda/local-clock.ts'
import { type Endpoints, functionEnvironment } from '../lambda/function-environment.ts'
import { createFunctionPool, type FunctionPool } from '../lambda/function-pool.ts'
import type { LocalFunction, LocalStack } from '../template/read-stack.ts'
import type { LogSink } from './file-log.ts'

/** The pools of all functions by ARN. */
export type FunctionPools = { poolOf: (functionArn: string) => FunctionPool; stop: () => Promise<void> }

type PoolSettings = {
  stack: LocalStack
  endpoints: Endpoints
  region: string
  overrides: Readonly<Record<string, string>>
  clock: LocalClock
  log: LogSink
}

const concurrencyOfMapping = 5
const concurrencyOfOthers = 4

/** Makes a pool for each function; nothing is started before it is needed. */
export function createPools(settings: PoolSettings): FunctionPools {
  const pools = new Map(
    settings.stack.functions.map((definition) => [definition.arn, createPool(definition, settings)]),
  )
  return {
    poolOf: (functionArn) => {
      const pool = pools.get(functionArn)
      if (pool === undefined) throw new Error(`${functionArn} is no function of the template`)
      return pool
    },
    stop: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.stop()))
    },
  }
}

function createPool(definition: LocalFunction, settings: PoolSettings): FunctionPool {
  const [module = '', exportName = 'handler'] = definition.Handler.split('.')
  const bundleFile = ['.mjs', '.js', '.cjs']
    .map((ending) => join(definition.bundleFolder, `${module}${ending}`))
    .find(existsSync)
  if (bundleFile === undefined)
    throw new Error(`${definition.logicalId}: no ${module} in ${definition.bundleFolder}`)
  const { endpoints, region, overrides, clock, log } = settings
  const variables = functionEnvironment(definition, endpoints, region, overrides)
  return createFunctionPool(limitOf(definition, settings.stack), () =>
    startEnvironment({
      functionName: definition.name,
      functionArn: definition.arn,
      bundleFile,
      exportName,
      timeoutSeconds: definition.Timeout,
      memoryMb: definition.MemorySize,
      variables,
      clock,
      log: (text) => {
        log(definition.name, text)
      },
    }),
  )
}

/** The sum of its mappings, so that no queue of a function ever waits behind another. */
function limitOf(definition: LocalFunction, stack: LocalStack): number {
  if (definition.ReservedConcurrentExecutions !== undefined) return definition.ReservedConcurrentExecutions
  const limits = stack.mappings
    .filter(({ FunctionName }) => [definition.arn, definition.name].includes(FunctionName))
    .map(({ ScalingConfig }) => ScalingConfig?.MaximumConcurrency ?? concurrencyOfMapping)
  const sum = limits.reduce((total, limit) => total + limit, 0)
  return sum === 0 ? concurrencyOfOthers : sum
}
