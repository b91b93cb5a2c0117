import type { LocalStack } from '../template/read-stack.ts'

/** Throws where AWS would refuse the stack or the runner would treat it differently, naming all at once. */
export function checkStack(stack: LocalStack): void {
  const problems = [...mappingProblems(stack), ...targetProblems(stack), ...routeProblems(stack)]
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

/** A batch that returns while its function still works on it would be worked on twice. */
function mappingProblems(stack: LocalStack): string[] {
  return stack.mappings.flatMap((mapping) => {
    const queue = stack.queues.find(({ arn }) => arn === mapping.EventSourceArn)
    const target = stack.functions.find(({ arn, name }) => [arn, name].includes(mapping.FunctionName))
    if (queue === undefined || target === undefined) {
      return [`${mapping.logicalId}: its queue or function is not in the template`]
    }
    if (mapping.BatchSize > 10 && mapping.MaximumBatchingWindowInSeconds === 0) {
      return [`${mapping.logicalId}: a batch size over 10 needs a batching window`]
    }
    return queue.VisibilityTimeout < target.Timeout
      ? [
          `${queue.logicalId}: its visibility timeout of ${queue.VisibilityTimeout} s is shorter than the ` +
            `${target.Timeout} s that ${target.logicalId} may take`,
        ]
      : []
  })
}

function targetProblems(stack: LocalStack): string[] {
  const arns = new Set(stack.functions.map(({ arn }) => arn))
  const missing = (logicalId: string, arn: string) =>
    arns.has(arn) ? [] : [`${logicalId}: ${arn} is no function of the template`]
  return [
    ...stack.rules.flatMap((rule) => rule.Targets.flatMap((target) => missing(rule.logicalId, target.Arn))),
    ...stack.logSubscriptions.flatMap((one) => missing(one.logicalId, one.DestinationArn)),
    ...(stack.api?.routes.flatMap((route) => missing(route.routeKey, route.functionArn)) ?? []),
  ]
}

/** These paths of the API's origin belong to the runner. */
function routeProblems(stack: LocalStack): string[] {
  const taken = (stack.api?.routes ?? []).filter(({ routeKey }) => / \/(s3|phones)(\/|$)/.test(routeKey))
  return taken.map(({ routeKey }) => `${routeKey}: the runner itself serves this path`)
}
