import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { newKey } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { failOnce } from '../../support/fail-once.ts'
import { deliveryRecord, takeReceipts } from '../../support/receipts.ts'
import { change, code, it, list, memberId, outbox, params, phone, send } from '../../support/test-sms.ts'

afterEach(() => vi.restoreAllMocks())

describe('a test SMS', () => {
  it('goes to this member alone, marked as a test, in their language', async ({ world }) => {
    await change(world, { language: 'en' })

    const asked = await send(world)
    await world.drain()

    expect(asked).toMatchObject({ memberId, by: 'admin', state: 'pending', answer: null })
    expect(world.phones.outbox).toMatchObject([
      { phone, text: expect.stringMatching(/^TEST: .* 23\/07 12:00 TEST$/), purpose: 'urgent' },
    ])
    expect(await list(world)).toEqual({
      village: code,
      tests: [{ ...asked, state: 'accepted', stateAtIso: '2026-07-23T12:00:00+07:00' }],
      people: { admin: 'Made-up Admin' },
    })
  })

  it('goes to a number that fails: it is the one to try', async ({ world }) => {
    await change(world, { status: 'quarantined' })

    await send(world)
    await world.drain()

    expect(outbox(world)).toEqual([phone])
  })

  it('is no alert, and its answer holds no number', async ({ world }) => {
    const { id } = await send(world)
    await world.drain()

    const { alerts } = (await world.api.ok(alertRoutes.listAlerts, { user: 'province' })).body
    const byId = await world.api.refused(alertRoutes.getAlert, { user: 'province', params: { alertId: id } })

    expect(alerts).toEqual([])
    expect(byId.status).toBe(404)
    expect(JSON.stringify(await list(world, 'admin'))).not.toContain(phone.slice(-8))
  })

  it('is sent once however often it is pressed, and its work comes', async ({ world }) => {
    const key = newKey()

    const [first, second] = await Promise.all([send(world, key), send(world, key)])
    const messages = [...world.fanOut.urgent.sent]
    await world.drain()
    await world.deps.fanOutQueues.urgent.send(messages.map(({ message }) => message))
    await send(world, key)
    await world.tickAfter(130)
    await world.drain()

    expect(second.id).toBe(first.id)
    expect(outbox(world)).toEqual([phone])
  })

  it('is sent once where two people ask for it at once: one of them is told so', async ({ world }) => {
    const answers = await Promise.all(
      [newKey(), newKey()].map((headers) =>
        world.api.call(alertRoutes.sendTestSms, { user: 'admin', params, headers }),
      ),
    )
    await world.drain()

    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([202, 409])
    expect(outbox(world)).toEqual([phone])
  })

  it.for([
    ['replace', 'before'],
    ['replace', 'after'],
    ['addVersion', 'before'],
    ['addVersion', 'after'],
  ] as const)(
    'is sent once where the request dies at %s, %s it was done, and comes again',
    async ([step, when], { world }) => {
      const key = newKey()
      if (step === 'replace') failOnce(world.deps.testSms, step, when)
      else failOnce(world.deps.alerts, step, when)

      await world.api.call(alertRoutes.sendTestSms, { user: 'admin', params, headers: key })
      await send(world, key)
      await world.tickAfter(130)
      await world.drain()

      expect(outbox(world)).toEqual([phone])
    },
  )

  it.for([
    ['create', 'before'],
    ['create', 'after'],
    ['change', 'before'],
    ['change', 'after'],
  ] as const)('is sent once where its work dies at %s, %s it was done', async ([step, when], { world }) => {
    failOnce(world.deps.dispatches, step, when)

    await send(world)
    await world.drain()
    await world.tickAfter(130)
    await world.drain()

    expect(outbox(world)).toEqual([phone])
    expect((await list(world)).tests[0]?.state).toBe('accepted')
  })

  it('goes by the tick where the queue took nothing', async ({ world }) => {
    failOnce(world.deps.fanOutQueues.urgent, 'send')

    await send(world)
    await world.drain()
    const before = outbox(world)
    await world.tickAfter(130)
    await world.drain()

    expect(before).toEqual([])
    expect(outbox(world)).toEqual([phone])
  })

  it('that was written down and never begun is said not to have gone out', async ({ world }) => {
    failOnce(world.deps.alerts, 'addVersion')
    await world.api.call(alertRoutes.sendTestSms, { user: 'admin', params, headers: newKey() })

    const waiting = await list(world)
    await world.tickAfter(1800)
    const after = await list(world)

    expect([waiting.tests[0]?.state, after.tests[0]?.state]).toEqual(['pending', 'expired'])
    expect(outbox(world)).toEqual([])
  })

  it('goes to no other number than was asked for', async ({ world }) => {
    await send(world)
    await change(world, { phone: '+8562055000999' })
    await world.drain()

    expect(outbox(world)).toEqual([])
    expect((await list(world)).tests).toEqual([])
  })
})

/** Sends a test, and lets its carrier say what is given, or that it was delivered. */
const takeReceipt = async (world: AlertWorld, text?: string): Promise<void> => {
  const { id } = await send(world)
  await world.drain()
  const key = { alertId: id, version: 1, district: '1308', village: code }
  const dispatch = await world.dispatches.find(key)
  await takeReceipts(world, deliveryRecord(dispatch?.recipients[0]?.gatewayMessageId ?? '', text))
}

describe('what a carrier says of a test SMS', () => {
  it('is its state, and proves the number on the roster', async ({ world }) => {
    await takeReceipt(world)

    expect((await list(world)).tests[0]?.state).toBe('delivered')
    const [member, other] = (await world.villages.find(code))?.members ?? []
    expect(member?.lastProvenReachableAtIso).toBe('2026-07-23T12:00:00+07:00')
    expect(other?.lastProvenReachableAtIso).toBeUndefined()
  })

  it('counts against a number that fails, as of any SMS', async ({ world }) => {
    await takeReceipt(world, 'Invalid phone number')

    expect((await list(world)).tests[0]?.state).toBe('undelivered')
    expect((await world.villages.find(code))?.members[0]?.failedSms).toHaveLength(1)
  })

  it('is never taken for delivered where it says nothing', async ({ world }) => {
    await send(world)
    await world.drain()
    await world.tickAfter(72 * 3600 + 60)

    expect((await list(world)).tests[0]?.state).toBe('unknown')
  })
})
