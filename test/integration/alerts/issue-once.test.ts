import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertBody, buildCommittee, issueAlert, newKey, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { failOnce } from '../../support/fail-once.ts'
import { it } from '../../support/world-test.ts'

const key = { 'idempotency-key': 'one-wish-0001' }
const create = (world: AlertWorld, over: Record<string, unknown> = {}, headers = key) =>
  world.api.ok(alertRoutes.createAlert, { user: 'officer', body: { ...alertBody, ...over }, headers })
const submit = (world: AlertWorld, alertId: string, headers = key) =>
  world.api.ok(alertRoutes.submitAlert, { user: 'officer', params: { alertId }, headers })
const refuseSubmit = (world: AlertWorld, alertId: string, headers: Record<string, string> = newKey()) =>
  world.api.refused(alertRoutes.submitAlert, { user: 'officer', params: { alertId }, headers })
const submitted = async (world: AlertWorld, alertId: string) =>
  (await world.api.ok(alertRoutes.getAlert, { user: 'officer', params: { alertId } })).body
const statusesOf = (answers: readonly { statusCode: number }[]): number[] =>
  answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)
const list = async (world: AlertWorld) =>
  (await world.api.ok(alertRoutes.listAlerts, { user: 'officer' })).body.alerts

describe('writing an alert with one key', () => {
  it('gives the same alert again, whatever the order of the fields', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])

    const first = await create(world)
    const reversed = Object.fromEntries(Object.entries(alertBody).toReversed())
    const second = await world.api.ok(alertRoutes.createAlert, {
      user: 'officer',
      body: reversed,
      headers: key,
    })

    expect(second.body).toEqual(first.body)
    expect(await list(world)).toHaveLength(1)
  })

  it('refuses another body', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    await create(world)

    const problem = await world.api.refused(alertRoutes.createAlert, {
      user: 'officer',
      body: { ...alertBody, level: 'evacuate' },
      headers: key,
    })

    expect(problem).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
    expect(problem.errors[0]?.path).toBe('headers.idempotency-key')
  })

  it('makes one alert of requests that come at once, told by one number', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])

    const answers = await Promise.all(Array.from({ length: 6 }, () => create(world)))

    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    const { alertId, number } = answers[0]?.body ?? { alertId: '', number: 0 }
    expect((await world.alerts.findVersion(alertId, 1))?.number).toBe(number)
  })

  it('keeps to the body that came first where two come at once', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])

    const answers = await Promise.all(
      ['ນ້ຳຖ້ວມ', 'ນ້ຳຫຼຸດ', 'ນ້ຳຂຶ້ນ'].map((lo) =>
        world.api.call(alertRoutes.createAlert, {
          user: 'officer',
          body: { ...alertBody, texts: { lo } },
          headers: key,
        }),
      ),
    )

    expect(statusesOf(answers)).toEqual([201, 422, 422])
    const won = answers.find(({ statusCode }) => statusCode === 201)
    const [alert] = await list(world)
    const version = await world.alerts.findVersion(alert?.alertId ?? '', 1)
    expect(JSON.parse(won?.body ?? '')).toMatchObject({ versions: [{ texts: version?.texts }] })
  })

  it('finishes what a crash left half written', async ({ world, tables }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    let writes = 0
    tables.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'PutItemCommand' && (writes += 1) === 2) throw new Error('crash')
        return next(args)
      },
      { step: 'initialize', name: 'crashOnSecondPut' },
    )
    const crashed = await world.api.call(alertRoutes.createAlert, {
      user: 'officer',
      body: alertBody,
      headers: key,
    })
    expect([crashed.statusCode, await list(world)]).toEqual([500, []])

    const { body } = await create(world)

    expect((await world.alerts.findVersion(body.alertId, 1))?.number).toBe(body.number)
    expect(await list(world)).toHaveLength(1)
  })

  it('shows nothing of it to an officer whose area was taken away', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    await create(world)
    await world.seedUsers([
      { id: 'officer', name: 'Moved', roles: ['officer'], areas: ['1309'], status: 'active' },
    ])

    const problem = await world.api.refused(alertRoutes.createAlert, {
      user: 'officer',
      body: alertBody,
      headers: key,
    })

    expect(problem.code).toBe('not-found')
  })

  it('gives numbers that count up', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])

    const first = await create(world, {}, newKey())
    const second = await create(world, {}, newKey())

    expect([first.body.number, second.body.number]).toEqual([1, 2])
  })
})

describe('submitting an alert', () => {
  it('issues once, however often and at once it is asked with one key', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 3)])
    const { alertId } = (await create(world)).body

    const answers = await Promise.all(Array.from({ length: 4 }, () => submit(world, alertId)))
    await world.drain()
    const late = await submit(world, alertId)

    expect(answers.map(({ body }) => body.state)).toEqual(Array(4).fill('dispatching'))
    expect(late.body.state).toBe('completed')
    expect(world.phones.outbox).toHaveLength(3)
    expect(late.body.versions[0]?.history.map(({ action }) => action)).toEqual([
      'create',
      'issue-alone',
      'complete',
    ])
  })

  it('tells whoever comes second with another key the state', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const { alertId } = (await create(world)).body

    const answers = await Promise.all(
      [newKey(), newKey(), newKey()].map((headers) =>
        world.api.call(alertRoutes.submitAlert, { user: 'officer', params: { alertId }, headers }),
      ),
    )

    expect(statusesOf(answers)).toEqual([202, 409, 409])
    expect(await refuseSubmit(world, alertId)).toMatchObject({ status: 409, code: 'wrong-state' })
  })

  it('refuses a draft whose time has passed', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const { alertId } = (await create(world)).body
    world.time.nowMs = Date.parse(alertBody.expiresAtIso)

    expect((await refuseSubmit(world, alertId)).code).toBe('wrong-state')
  })

  it('asks for an Idempotency-Key', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const { alertId } = (await create(world)).body

    expect((await refuseSubmit(world, alertId, {})).errors[0]?.path).toBe('headers.idempotency-key')
  })

  it('queues the fan-out also where the answer to its write was lost', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const { alertId } = (await create(world)).body
    failOnce(world.deps.approvals, 'issue', 'after')

    const lost = await world.api.call(alertRoutes.submitAlert, {
      user: 'officer',
      params: { alertId },
      headers: key,
    })
    const again = await submit(world, alertId)

    expect([lost.statusCode, again.body.state]).toEqual([500, 'dispatching'])
    expect(world.fanOut.urgent.sent).toHaveLength(1)
  })

  it('answers 202 where the queue is down, and the tick makes up for it', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 2)])
    const { alertId } = (await create(world)).body
    world.fanOut.urgent.state.broken = true
    await submit(world, alertId)
    world.fanOut.urgent.state.broken = false

    await world.tickAfter(121)
    await world.drain()

    expect(world.phones.outbox).toHaveLength(2)
  })
})

describe('the words of an alert that is not real', () => {
  it.for([
    ['exercise', 'EXERCISE', 'ຝຶກຊ້ອມ'],
    ['test', 'TEST', 'ທົດລອງ'],
  ] as const)('stand at start and end of each text (%s)', async ([mode, en, lo], { world }) => {
    const [lao, english] = buildCommittee('1308001', 2)
    if (lao === undefined || english === undefined) throw new Error('a committee of two')
    await world.seedVillages([villageWith('1308001', 0, { members: [lao, { ...english, language: 'en' }] })])

    const alertId = await issueAlert(world, { mode })
    await world.drain()

    expect(world.phones.outbox.map(({ text }) => text)).toEqual([
      `${lo}: ເຕືອນໄພນ້ຳຖ້ວມ #1.1 23/07 12:00 ${lo}`,
      `${en}: FLOOD WARNING #1.1 23/07 12:00 ${en}`,
    ])
    const [version] = (await submitted(world, alertId)).versions
    expect(version?.rendered?.en).toBe(`${en}: FLOOD WARNING #1.1 23/07 12:00 ${en}`)
  })
})
