import { afterEach, describe, expect, vi } from 'vitest'
import { issueAlert, phoneOf, readBoard, readVillage, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import type { TestTables } from '../../support/dynalite.ts'
import { lambdaContext } from '../../support/http-event.ts'
import { sqsEvent } from '../../support/queues.ts'
import { it } from '../../support/world-test.ts'

afterEach(() => vi.restoreAllMocks())

const codes = ['1308001', '1308002', '1309001']
const seed = (world: AlertWorld) => world.seedVillages(codes.map((code) => villageWith(code, 3)))
const areas = ['1308', '1309']
const sent = (world: AlertWorld): string[] => world.phones.outbox.map(({ phone }) => phone).toSorted()
const everyone = codes.flatMap((code) => [0, 1, 2].map((member) => phoneOf(code, member)))

const isSend = (message: unknown): boolean => JSON.stringify(message).includes('"wave"')

describe('messages that come more than once', () => {
  it('send nothing twice: duplicated, reordered, redelivered after everything', async ({ world }) => {
    await seed(world)
    const alertId = await issueAlert(world, { areas })
    const queues: { sent: object[] }[] = [world.fanOut.urgent, world.lanes.first, world.lanes.urgent]
    const seen: object[] = []
    for (let steps = 0; steps < 40; steps += 1) {
      for (const { sent: waiting } of queues) {
        seen.push(...waiting)
        if (waiting.length < 5) waiting.push(...waiting.map((entry) => ({ ...entry })).toReversed())
      }
      // oxlint-disable-next-line no-await-in-loop -- one batch after the other
      if (!(await world.worker.step())) break
    }
    await world.drain()

    const messages = seen.map((entry) => ('message' in entry ? entry.message : undefined))
    await world.handlers.sendSms(sqsEvent(messages.filter(isSend)), lambdaContext())
    await world.handlers.fanOut(sqsEvent(messages.filter((one) => !isSend(one))), lambdaContext())
    await world.drain()

    expect(sent(world)).toEqual(everyone)
    expect((await readBoard(world, alertId)).totals).toMatchObject({ accepted: 9, pending: 0, sending: 0 })
  })

  it('send nothing twice where several senders take the same dispatch at once', async ({ world }) => {
    await seed(world)
    await issueAlert(world, { areas })
    await world.worker.step()
    await world.worker.step()
    const messages = world.lanes.first.sent.map(({ message }) => message)

    await Promise.all(
      Array.from({ length: 5 }, () => world.handlers.sendSms(sqsEvent(messages), lambdaContext())),
    )
    await world.drain()

    expect(sent(world)).toEqual(everyone)
  })

  it('fan nothing out twice where several run at once', async ({ world }) => {
    await seed(world)
    const alertId = await issueAlert(world, { areas })
    const messages = world.fanOut.urgent.take()

    await Promise.all(
      Array.from({ length: 4 }, () => world.handlers.fanOut(sqsEvent(messages), lambdaContext())),
    )
    await world.drain()

    expect(sent(world)).toEqual(everyone)
    expect((await readBoard(world, alertId)).state).toBe('completed')
  })

  it('that are none of ours fail alone', async ({ world }) => {
    await seed(world)
    await issueAlert(world, { areas })
    await world.worker.step()
    const [message] = world.lanes.first.take()
    const strange = { ...message, alertId: 'unknown' }

    const answer = await world.handlers.sendSms(
      sqsEvent(['not json', message, { schemaVersion: 2 }, strange]),
      lambdaContext(),
    )

    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).toSorted()).toEqual([
      'm0',
      'm2',
      'm3',
    ])
    expect(world.phones.outbox).toHaveLength(1)
  })
})

/** Sends the n-th conditional write twice, as the SDK does where the first answer was lost. */
const repeatWrite = ({ client }: TestTables, nth: number): void => {
  let writes = 0
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args)
      return context.commandName === 'UpdateItemCommand' && (writes += 1) === nth ? next(args) : answer
    },
    { step: 'finalizeRequest', priority: 'low', name: 'repeatWrite' },
  )
}

describe('a write that succeeded and whose answer was lost', () => {
  it.for([1, 2, 3, 4, 5, 6, 7, 8])(
    'is recognised as one’s own (write %s)',
    async (nth, { world, tables }) => {
      await world.seedVillages([villageWith('1308001', 2)])
      const alertId = await issueAlert(world)
      repeatWrite(tables, nth)

      await world.drain()
      await world.tickAfter(130)
      await world.drain()

      expect(sent(world)).toEqual([phoneOf('1308001', 0), phoneOf('1308001', 1)])
      const village = await readVillage(world, alertId, '1308001')
      expect(village.recipients.every(({ possibleDuplicate }) => !possibleDuplicate)).toBe(true)
      expect(village.tally).toMatchObject({ accepted: 2, pending: 0, sending: 0 })
      expect((await readBoard(world, alertId)).totals).toEqual(village.tally)
      expect((await readBoard(world, alertId)).state).toBe('completed')
    },
  )
})

/** Holds the first answer of the gateway back until it is let go. */
const holdFirstAnswer = (world: AlertWorld): (() => void) => {
  const gate = Promise.withResolvers<void>()
  const { send } = world.phones.gateway
  vi.spyOn(world.phones.gateway, 'send').mockImplementationOnce(async (sms) => {
    const answer = await send(sms)
    await gate.promise
    return answer
  })
  return gate.resolve
}

/** A sender that hangs beyond its lease while another takes the same message. */
const overtake = async (world: AlertWorld): Promise<void> => {
  await world.worker.step()
  const lane = world.lanes.first.sent.length > 0 ? world.lanes.first : world.lanes.routine
  const [entry] = lane.sent
  const letGo = holdFirstAnswer(world)
  const slow = world.worker.step()
  await vi.waitFor(() => expect(world.phones.outbox).toHaveLength(1))
  world.time.nowMs += 46_000
  await world.handlers.sendSms(sqsEvent([entry?.message]), lambdaContext())
  letGo()
  await slow
}

describe('an answer that comes after the lease was lost', () => {
  it('settles what was put in doubt, so that the version completes', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world, { kind: 'preparedness', level: 'prepare' })

    await overtake(world)
    await world.drain()

    expect(sent(world)).toEqual([phoneOf('1308001', 0)])
    expect((await readVillage(world, alertId, '1308001')).recipients[0]).toMatchObject({
      state: 'accepted',
      gatewayMessageId: 'gateway-1',
    })
    expect((await readBoard(world, alertId)).state).toBe('completed')
  })

  it('spares an urgent recipient the second SMS that waits', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    world.phones.answer(
      phoneOf('1308001', 0),
      { kind: 'accepted', gatewayMessageId: 'late' },
      { kind: 'throttled', code: 'Throttling' },
    )

    await overtake(world)
    await world.drain()

    expect(world.phones.outbox).toHaveLength(1)
    expect((await readVillage(world, alertId, '1308001')).recipients[0]).toMatchObject({
      state: 'accepted',
      gatewayMessageId: 'late',
    })
    expect((await readBoard(world, alertId)).state).toBe('completed')
  })

  it('changes nothing where the other sender was through', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)

    await overtake(world)
    await world.drain()

    expect(world.phones.outbox).toHaveLength(2)
    expect((await readVillage(world, alertId, '1308001')).recipients[0]).toMatchObject({
      state: 'accepted',
      possibleDuplicate: true,
      gatewayMessageId: 'gateway-2',
    })
    expect((await readBoard(world, alertId)).totals.accepted).toBe(1)
  })
})
