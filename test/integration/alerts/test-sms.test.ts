import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { Member, Village } from '../../../shared/domain/village.ts'
import { alertUsers, issueAlert, newKey, phoneOf, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { failOnce } from '../../support/fail-once.ts'
import { deliveryRecord, takeReceipts } from '../../support/receipts.ts'
import { it as base } from '../../support/world-test.ts'

const code = '1308001'
const memberId = `m-${code}-0`
const phone = phoneOf(code, 0)
const params = { code, memberId }
const body = { reason: 'Something is wrong' }

const send = async (world: AlertWorld, headers = newKey()) =>
  (await world.api.ok(alertRoutes.sendTestSms, { user: 'admin', params, headers })).body
const refused = (world: AlertWorld) =>
  world.api.refused(alertRoutes.sendTestSms, { user: 'admin', params, headers: newKey() })
const answer = async (world: AlertWorld, id: string, said: string) =>
  (await world.api.ok(alertRoutes.answerTestSms, { user: 'admin', params, body: { id, said } })).body
const list = async (world: AlertWorld, user = 'viewer') =>
  (await world.api.ok(alertRoutes.listTestSms, { user, params: { code } })).body
const outbox = (world: AlertWorld): string[] => world.phones.outbox.map((sms) => sms.phone)

/** The first member, and the village, with something of them another way. */
const change = async (
  world: AlertWorld,
  member: Partial<Member>,
  village: Partial<Village> = {},
): Promise<void> => {
  const now = await world.villages.find(code)
  if (now === undefined) throw new Error('no village')
  const members = now.members.map((one) => (one.id === memberId ? { ...one, ...member } : one))
  const revision = `${now.revision}+`
  await world.villages.put(
    { ...now, ...village, members },
    { revision, replaces: now.revision, nowIso: now.updatedAtIso },
  )
}

/** In a world that has the village. */
const it = base.extend<{ world: AlertWorld }>({
  world: async ({ world }, use) => {
    await world.seedVillages([villageWith(code, 3)])
    await use(world)
  },
})
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

describe('a test SMS that may not go out', () => {
  it.for([
    ['has left', { status: 'left' }, {}, 'has left'],
    ['has a fixed line', { phone: '+85621212345' }, {}, 'fixed line'],
    ['is of a merged village', {}, { status: 'merged', mergedInto: '1308002' }, 'was merged'],
  ] as const)('is refused where the member %s', async ([, member, village, words], { world }) => {
    await change(world, member, village)

    const { code: problem, detail } = await refused(world)

    expect([problem, detail]).toEqual(['wrong-state', expect.stringContaining(words)])
    expect((await list(world)).tests).toEqual([])
  })

  it('is refused while one is on its way, and after five within a day', async ({ world }) => {
    await send(world)
    const second = await refused(world)
    await world.drain()
    for (let sent = 1; sent < 5; sent += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one is on its way at a time
      await send(world)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await world.drain()
    }
    const sixth = await refused(world)
    world.time.nowMs += 24 * 3_600_000
    await send(world)

    expect(second.detail).toContain('on its way')
    expect(sixth.detail).toContain('within 24 hours')
    expect(outbox(world)).toHaveLength(5)
  })

  it('is refused beside an actual alert, which it would belie', async ({ world }) => {
    const alertId = await issueAlert(world, { mode: 'actual' })

    const { code: problem, facts } = await refused(world)

    expect([problem, facts?.['alertId']]).toEqual(['actual-alert-live', alertId])
  })

  it('is refused while every SMS is stopped, and held where the stop comes after it', async ({ world }) => {
    await send(world)
    await world.api.ok(alertRoutes.stopAccount, { user: 'admin', body })
    await world.worker.step()
    await world.worker.step()
    const { detail } = await refused(world)
    await world.tickAfter(1800)
    await world.drain()

    expect(detail).toContain('on its way')
    expect(outbox(world)).toEqual([])
    expect((await list(world)).tests[0]?.state).toBe('expired')
    expect((await refused(world)).detail).toContain('stopped')
  })

  it('is refused at night, and one that night overtakes is not sent in the morning', async ({ tables }) => {
    const world = createAlertWorld(tables, { quietHours: { fromHour: 20, untilHour: 7 } })
    await world.seedUsers(alertUsers)
    await world.seedVillages([villageWith(code, 3)])
    world.time.nowMs = Date.parse('2026-07-23T19:59:50+07:00')
    await send(world)
    world.time.nowMs = Date.parse('2026-07-23T20:00:00+07:00')
    await world.drain()
    await world.tickAfter(3600)
    await world.drain()

    const { detail } = await refused(world)
    world.time.nowMs = Date.parse('2026-07-24T07:00:00+07:00')
    await world.tickAfter(60)
    await world.drain()

    expect(detail).toContain('24/07 07:00')
    expect(outbox(world)).toEqual([])
    expect((await list(world)).tests[0]?.state).toBe('expired')
  })
})

describe('what the person said', () => {
  it('is kept with who wrote it down and when, and a later answer takes its place', async ({ world }) => {
    const { id } = await send(world)
    await world.drain()

    await answer(world, id, 'not-arrived')
    world.time.nowMs += 60_000
    const answered = await answer(world, id, 'unreadable')

    const kept = { said: 'unreadable', by: 'admin', atIso: '2026-07-23T12:01:00+07:00' }
    expect(answered).toMatchObject({ id, state: 'accepted', answer: kept })
    expect((await list(world)).tests[0]?.answer).toEqual(kept)
  })

  it('stays though the village is written anew, and a test is sent again', async ({ world }) => {
    const { id } = await send(world)
    await world.drain()
    await answer(world, id, 'read')

    await change(world, { name: 'Another name' }, { households: 12 })
    await send(world)

    expect((await list(world)).tests.map((test) => test.answer?.said)).toEqual([undefined, 'read'])
  })

  it('is void with the number that it was about, and no other test’s answer is taken for it', async ({
    world,
  }) => {
    const { id } = await send(world)
    await world.drain()
    await answer(world, id, 'read')
    await change(world, { phone: '+8562055000999' })

    const late = await world.api.refused(alertRoutes.answerTestSms, {
      user: 'admin',
      params,
      body: { id, said: 'read' },
    })

    expect((await list(world)).tests).toEqual([])
    expect(late.code).toBe('wrong-state')
    await change(world, { phone })
    expect((await list(world)).tests).toHaveLength(1)
  })

  it('is not asked for before the SMS went out', async ({ world }) => {
    const { id } = await send(world)

    const early = await world.api.refused(alertRoutes.answerTestSms, {
      user: 'admin',
      params,
      body: { id, said: 'not-arrived' },
    })

    expect(early.code).toBe('wrong-state')
  })

  it('is not lost where two write at once', async ({ world }) => {
    const { id } = await send(world)
    await world.drain()

    const said = await Promise.all([answer(world, id, 'read'), answer(world, id, 'unreadable')])

    expect(said.map((one) => one.answer?.said)).toContain((await list(world)).tests[0]?.answer?.said)
  })
})
