import { AsyncLocalStorage } from 'node:async_hooks'
import type { Context, ScheduledEvent, SQSEvent } from 'aws-lambda'
import type { RouteDefinition } from '../../../shared/contracts/routes.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import type { TestTables } from '../../support/dynalite.ts'
import type { TestRequest } from '../../support/http-event.ts'

/** Where a process dies: at its n-th write (from 1), before the table has it or after that, its answer unheard. */
export type Death = { atWrite: number; when: 'before' | 'after' }

type Request = Omit<TestRequest, 'route'>

/** A world in which one invocation of the API, `tick` or the fan-out dies at a write. Senders live: others kill them. */
export type MortalWorld = ReturnType<typeof createMortalWorld>

const writing: ReadonlySet<string | undefined> = new Set([
  'PutItemCommand',
  'UpdateItemCommand',
  'BatchWriteItemCommand',
])

type Process = { isDead: boolean }

/** Everything that a dead process still tries fails, so that its other half-done work ends with it. */
const createLives = (death: Death | undefined) => {
  const lives = new AsyncLocalStorage<Process>()
  let isArmed = false
  let writes = 0
  const die = (process: Process): never => {
    process.isDead = true
    throw new Error('died on purpose')
  }
  return {
    writes: () => writes,
    arm: (): void => {
      isArmed = true
    },
    within: <Answer>(deed: () => Promise<Answer>): Promise<Answer> => lives.run({ isDead: false }, deed),
    /** Runs one request of whoever is alive. */
    request: async <Answer>(isWrite: boolean, send: () => Promise<Answer>): Promise<Answer> => {
      const process = lives.getStore()
      if (process === undefined || !isArmed) return send()
      if (process.isDead) return die(process)
      if (isWrite) writes += 1
      const isLast = isWrite && writes === death?.atWrite
      if (isLast && death.when === 'before') return die(process)
      const answer = await send()
      return isLast ? die(process) : answer
    },
  }
}
type Lives = ReturnType<typeof createLives>

const makeMortal = (world: AlertWorld, { within, request }: Lives): void => {
  const { tick, fanOut } = world.handlers
  Object.assign(world.handlers, {
    tick: (event: ScheduledEvent, context: Context) => within(() => tick(event, context)),
    fanOut: (event: SQSEvent, context: Context) => within(() => fanOut(event, context)),
  })
  const makeQueueMortal = <Message>(queue: Queue<Message>): void => {
    const { send } = queue
    queue.send = (messages, delaySeconds) => request(false, () => send(messages, delaySeconds))
  }
  Object.values(world.deps.lanes).forEach(makeQueueMortal)
  Object.values(world.deps.fanOutQueues).forEach(makeQueueMortal)
}

export const createMortalWorld = (
  tables: TestTables,
  death: Death | undefined,
  over: Parameters<typeof createAlertWorld>[1] = {},
) => {
  const lives = createLives(death)
  tables.client.middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        lives.request(writing.has(commandName), () => next(args)),
    { step: 'finalizeRequest', priority: 'low', name: 'death' },
  )
  const world = createAlertWorld(tables, over)
  makeMortal(world, lives)

  const call = (definition: RouteDefinition, request: Request) =>
    lives.within(() => world.api.call(definition, request))

  return {
    world,
    /** So many writes were made by those who may die, since they may. */
    writes: lives.writes,
    /** From now on somebody may die. */
    arm: lives.arm,

    /** Asks until the request is answered, as a console does with its key; answers with what was said then. */
    ask: async (definition: RouteDefinition, request: Request) => {
      let answer = await call(definition, request)
      for (let tries = 0; tries < 3 && answer.statusCode >= 500; tries += 1) {
        // oxlint-disable-next-line no-await-in-loop -- once more where whoever was asked has died
        answer = await call(definition, request)
      }
      return answer
    },

    /** Asks once, and hears of no answer. */
    askOnce: call,
  }
}
