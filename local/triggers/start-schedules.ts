import { randomUUID } from 'node:crypto'
import type { LocalRule } from '../template/read-stack.ts'
import { accountId } from '../template/reference-values.ts'
import { type AsynchronousDependencies, invokeAsynchronously } from './invoke-asynchronously.ts'

/** What schedules need: the rules, and how their functions are invoked. */
export type ScheduleDependencies = Omit<AsynchronousDependencies, 'signal'> & {
  rules: LocalRule[]
  region: string
}

/** The rules of the template. `fire` runs one now; `start` sets the timers, `stop` ends them. */
export type Schedules = {
  start: () => void
  stop: () => Promise<void>
  fire: (rule: LocalRule) => Promise<void>
}

/** Timers for the `rate(…)` rules. */
export function createSchedules({ rules, region, ...dependencies }: ScheduleDependencies): Schedules {
  const abort = new AbortController()
  const timers: NodeJS.Timeout[] = []
  const running = new Set<Promise<void>>()

  const fire = async (rule: LocalRule): Promise<void> => {
    const event = scheduledEvent(rule, region, dependencies.nowMs())
    await Promise.all(
      rule.Targets.map(({ Arn, Input }) => {
        const input: unknown = Input === undefined ? event : JSON.parse(Input)
        return invokeAsynchronously({ ...dependencies, signal: abort.signal }, Arn, input)
      }),
    )
  }
  const runAndForget = (rule: LocalRule): void => {
    const run = fire(rule)
      .catch((error: unknown) => {
        dependencies.log(`${rule.name}: ${error instanceof Error ? error.message : String(error)}`)
      })
      .finally(() => running.delete(run))
    running.add(run)
  }
  return {
    fire,
    start: () => {
      for (const rule of rules) {
        if (rule.State === 'DISABLED') continue
        timers.push(setInterval(runAndForget, rule.ScheduleExpression.everySeconds * 1000, rule))
      }
    },
    stop: async () => {
      abort.abort()
      for (const timer of timers) clearInterval(timer)
      await Promise.all(running)
    },
  }
}

/** The event that EventBridge sends for a schedule. */
function scheduledEvent(rule: LocalRule, region: string, nowMs: number) {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: accountId,
    time: new Date(nowMs).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    region,
    resources: [rule.arn],
    detail: {},
  }
}
