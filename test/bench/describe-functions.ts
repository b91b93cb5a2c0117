import { join } from 'node:path'
import { functionEnvironment } from '../../local/lambda/function-environment.ts'
import type { LocalRun } from '../../local/run.ts'
import { findByName } from '../../local/run/find-by-name.ts'
import { factsBeforeStart, resolveStack } from '../../local/run/resolve-stack.ts'
import { loadAssembly } from '../../local/template/load-assembly.ts'
import { functionNames, type FunctionName } from '../../infra/names.ts'

/** A function's bundle and what it needs to run. */
export type FunctionDescription = {
  name: FunctionName
  bundleFile: string
  memoryMb: number
  timeoutSeconds: number
  variables: Record<string, string>
}

const region = 'ap-southeast-1'
const nowhere = 'http://127.0.0.1:9'

const readStack = (assemblyFolder: string) =>
  resolveStack(loadAssembly(assemblyFolder), factsBeforeStart(region))

/** The URL that a queue will have in any run: only its path counts. */
export const queueUrlOf = (assemblyFolder: string, name: string): string =>
  findByName(readStack(assemblyFolder).queues, name).url

/** Every function as the template has it, with the endpoints of a run, or of none. */
export const describeFunctions = (
  assemblyFolder: string,
  run: LocalRun | undefined,
): FunctionDescription[] => {
  const stack = readStack(assemblyFolder)
  const none = { dynamodb: nowhere, sqs: nowhere, s3: nowhere, sns: nowhere, directory: nowhere }
  const endpoints = { ...(run?.endpoints ?? none), refuser: nowhere }
  return functionNames.map((name) => {
    const definition = findByName(stack.functions, name)
    return {
      name,
      bundleFile: join(definition.bundleFolder, 'index.mjs'),
      memoryMb: definition.MemorySize,
      timeoutSeconds: definition.Timeout,
      variables: functionEnvironment(definition, endpoints, region, {}),
    }
  })
}
