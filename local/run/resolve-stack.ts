import { localClientId } from '../log-in.ts'
import type { Assembly } from '../template/load-assembly.ts'
import { type LocalStack, readStack } from '../template/read-stack.ts'
import { type RunFacts, referenceValues } from '../template/reference-values.ts'
import { checkStack } from './check-stack.ts'

/** The template as it is in a run with these facts. Throws where it cannot be run. */
export function resolveStack(assembly: Assembly, facts: RunFacts): LocalStack {
  const stack = readStack(assembly, referenceValues(assembly, facts))
  checkStack(stack)
  return stack
}

/** Stands for what a run will know once it has started. */
export function factsBeforeStart(region: string): RunFacts {
  const nowhere = 'http://127.0.0.1'
  return { region, sqsOrigin: nowhere, apiOrigin: nowhere, issuerOrigin: nowhere, clientId: localClientId }
}
