import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { createCeilingStore } from '../../../shared/store/ceiling-store.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { alertUsers, newKey, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { approvalUsers, draft, submit } from '../../support/approval.ts'
import { buildUser } from '../../support/builders.ts'
import type { TestTables } from '../../support/dynalite.ts'
import { it } from '../../support/world-test.ts'

/** Four people in two villages; a district's officer may write to six within an hour. */
const villages = [villageWith('1308001', 2), villageWith('1308002', 2)]
const recipientsPerHour = { country: 50, province: 20, district: 6 }

const startWorld = async (tables: TestTables, secondPersonLevels: readonly 'warning'[] = []) => {
  const world = createAlertWorld(tables, {
    recipientsPerHour,
    secondPersonLevels: new Set<'warning' | 'evacuate'>(
      secondPersonLevels.length === 0 ? [] : ['warning', 'evacuate'],
    ),
  })
  await world.seedUsers([...alertUsers, ...approvalUsers])
  await world.seedVillages(villages)
  return world
}
const issue = async (world: AlertWorld, alertId: string, user = 'officer', headers = newKey()) =>
  world.api.call(alertRoutes.submitAlert, { user, params: { alertId }, headers })
const codeOf = ({ body }: { body?: string | undefined }): unknown => JSON.parse(body ?? '{}').code
const approve = async (world: AlertWorld, alertId: string) => {
  const { body } = await world.api.ok(alertRoutes.getAlert, { user: 'second', params: { alertId } })
  return world.api.call(alertRoutes.approveAlert, {
    user: 'second',
    params: { alertId },
    headers: newKey(),
    body: { digest: body.versions.at(-1)?.submission?.digest ?? '' },
  })
}

/** Lets another officer do something at the moment at which what the first one does is counted. */
const atTheCount = (world: AlertWorld, other: () => Promise<unknown>): void => {
  const { count } = world.deps.ceilings
  world.deps.ceilings.count = async (...given) => {
    world.deps.ceilings.count = count
    const answer = await count(...given)
    await other()
    return answer
  }
}

describe('the ceiling of an officer', () => {
  it('refuses what goes to more people within an hour, says why and what to do, and sends nothing', async ({
    tables,
  }) => {
    const world = await startWorld(tables)
    await issue(world, await draft(world))
    await world.drain()
    const second = await draft(world)

    const refused = await world.api.refused(alertRoutes.submitAlert, {
      user: 'officer',
      params: { alertId: second },
      headers: newKey(),
    })
    await world.drain()

    expect(refused).toMatchObject({
      code: 'ceiling-reached',
      facts: { ceiling: 6, counted: 4, recipients: 4, roomFromIso: '2026-07-23T13:00:00+07:00' },
    })
    expect(refused.detail).toMatch(/another officer.*recipientsPerHour/)
    expect(world.phones.outbox).toHaveLength(4)
  })

  it('has room again when an hour is over', async ({ tables }) => {
    const world = await startWorld(tables)
    await issue(world, await draft(world))
    const later = await draft(world)
    world.time.nowMs += 3_599_000
    const early = await issue(world, later)
    world.time.nowMs += 1000

    const answer = await issue(world, later)

    expect([early.statusCode, answer.statusCode]).toEqual([409, 202])
  })

  it('counts a repeated request once, and two at once as two', async ({ tables }) => {
    const world = await startWorld(tables)
    const alertId = await draft(world, { areas: ['1308001'] })
    const headers = newKey()
    await issue(world, alertId, 'officer', headers)
    await issue(world, alertId, 'officer', headers)
    const others = await Promise.all([
      draft(world, { areas: ['1308001'] }),
      draft(world, { areas: ['1308002'] }),
      draft(world, { areas: ['1308002'] }),
    ])

    const answers = await Promise.all(others.map((one) => issue(world, one)))

    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([202, 202, 409])
  })

  it('is another officer’s own, and one for all logins of a person', async ({ tables }) => {
    const world = await startWorld(tables)
    await issue(world, await draft(world))

    const ofAnother = await issue(world, await draft(world, {}, 'second'), 'second')
    const twin = await draft(world, {}, 'twin').catch(() => undefined)
    await world.seedUsers([
      buildUser({ id: 'twin', roles: ['officer'], areas: ['1308'], personId: 'officer' }),
    ])
    const ofTwin = await issue(world, await draft(world, {}, 'twin'), 'twin')

    expect(twin).toBeUndefined()
    expect([ofAnother.statusCode, ofTwin.statusCode]).toEqual([202, 409])
  })

  it('gives back what was counted where another officer was quicker to issue it', async ({ tables }) => {
    const world = await startWorld(tables)
    const alertId = await draft(world)
    atTheCount(world, () => issue(world, alertId, 'officer'))

    const lost = await issue(world, alertId, 'second')
    const ofLoser = await issue(world, await draft(world, {}, 'second'), 'second')
    const ofWinner = await issue(world, await draft(world), 'officer')

    expect([lost, ofLoser, ofWinner].map(({ statusCode }) => statusCode)).toEqual([409, 202, 409])
  })

  it('gives back what was counted where an approval and a broken glass race', async ({ tables }) => {
    const world = await startWorld(tables, ['warning'])
    const breakGlass = (alertId: string) =>
      world.api.call(alertRoutes.breakGlass, {
        user: 'province',
        params: { alertId },
        headers: newKey(),
        body: { reason: 'Nobody answers' },
      })
    const [broken, approved] = [await draft(world), await draft(world)]
    for (const alertId of [broken, approved]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await submit(world, alertId)
    }
    world.time.nowMs += 600_000
    atTheCount(world, () => breakGlass(broken))
    const lostApproval = await approve(world, broken)
    atTheCount(world, () => approve(world, approved))
    const lostGlass = await breakGlass(approved)

    const counted = await Promise.all(
      ['officer', 'province'].map((person) =>
        world.deps.ceilings.count(
          { person, key: 'none', recipients: 0, ceiling: 50, isHeld: true },
          Math.floor(world.time.nowMs / 1000),
        ),
      ),
    )

    expect([lostApproval.statusCode, lostGlass.statusCode]).toEqual([409, 409])
    expect(counted).toEqual([
      { outcome: 'counted', sum: 4 },
      { outcome: 'counted', sum: 4 },
    ])
  })

  it('is raised by an admin for one officer', async ({ tables }) => {
    const world = await startWorld(tables)
    await issue(world, await draft(world))
    await world.seedUsers([
      buildUser({ id: 'officer', roles: ['officer'], areas: ['1308'], recipientsPerHour: 8 }),
    ])

    const answers = [await issue(world, await draft(world)), await issue(world, await draft(world))]

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 409])
  })

  it('does not count what reaches nobody', async ({ tables }) => {
    const world = await startWorld(tables)
    const drill = { reaches: 'nobody' }

    const answers = [
      await issue(world, await draft(world, drill)),
      await issue(world, await draft(world, drill)),
      await issue(world, await draft(world)),
    ]

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202])
  })

  it('never holds an evacuation, which counts all the same', async ({ tables }) => {
    const world = await startWorld(tables)
    const evacuation = { level: 'evacuate' }
    const sent = [
      await issue(world, await draft(world, evacuation)),
      await issue(world, await draft(world, evacuation)),
    ]

    const warning = await issue(world, await draft(world))

    expect(sent.map(({ statusCode }) => statusCode)).toEqual([202, 202])
    expect(codeOf(warning)).toBe('ceiling-reached')
    expect(JSON.parse(warning.body ?? '{}').facts).toMatchObject({ counted: 8 })
  })

  it('does not stand in the way of an evacuation where it cannot be counted', async ({ tables }) => {
    const world = await startWorld(tables)
    await tables.client.send(
      new PutCommand({
        TableName: alertsTable.name,
        Item: { PK: 'CEILING#officer', SK: 'CEILING', counted: 'unreadable' },
      }),
    )

    const answer = await issue(world, await draft(world, { level: 'evacuate' }))

    expect(answer.statusCode).toBe(202)
  })
})

describe('the ceiling, where a second person approves', () => {
  it('is that of who submitted', async ({ tables }) => {
    const world = await startWorld(tables, ['warning'])
    const alerts = [await draft(world), await draft(world)]
    for (const alertId of alerts) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await submit(world, alertId)
    }

    const answers = [await approve(world, alerts[0] ?? ''), await approve(world, alerts[1] ?? '')]
    const own = await draft(world, {}, 'second')
    await submit(world, own, { user: 'second' })
    const { body } = await world.api.ok(alertRoutes.getAlert, { user: 'province', params: { alertId: own } })
    const ofSecond = await world.api.call(alertRoutes.approveAlert, {
      user: 'province',
      params: { alertId: own },
      headers: newKey(),
      body: { digest: body.versions.at(-1)?.submission?.digest ?? '' },
    })

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 409])
    expect(ofSecond.statusCode).toBe(202)
  })

  it('leaves what was refused to be approved once there is room', async ({ tables }) => {
    const world = await startWorld(tables, ['warning'])
    const alerts = [await draft(world), await draft(world)]
    await submit(world, alerts[0] ?? '')
    await submit(world, alerts[1] ?? '')
    await approve(world, alerts[0] ?? '')
    const refused = await approve(world, alerts[1] ?? '')
    world.time.nowMs += 3_600_000

    const approved = await approve(world, alerts[1] ?? '')

    expect([codeOf(refused), approved.statusCode]).toEqual(['ceiling-reached', 202])
  })

  it('does not hold an evacuation that one officer issues alone', async ({ tables }) => {
    const world = await startWorld(tables, ['warning'])
    const breakGlass = async () =>
      world.api.call(alertRoutes.breakGlass, {
        user: 'officer',
        params: { alertId: await draft(world, { level: 'evacuate' }) },
        headers: newKey(),
        body: { reason: 'The bank broke' },
      })

    const answers = [await breakGlass(), await breakGlass()]

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202])
  })
})

describe('what counts', () => {
  it('is the larger figure where a version was edited and goes to more', async ({ tables }) => {
    const store = createCeilingStore(tables.client, alertsTable.name)
    const counting = { person: 'larger', key: 'a#1', ceiling: 10, isHeld: true }

    const sums = [
      await store.count({ ...counting, recipients: 4 }, 1000),
      await store.count({ ...counting, recipients: 9 }, 1001),
      await store.count({ ...counting, recipients: 2 }, 1002),
      await store.count({ ...counting, recipients: 11 }, 1003),
    ]

    expect(sums).toMatchObject([{ sum: 4 }, { sum: 9 }, { sum: 9 }, { outcome: 'held' }])
  })

  it('is exact where many come at once', async ({ tables }) => {
    const store = createCeilingStore(tables.client, alertsTable.name)
    const count = (key: string) =>
      store.count({ person: 'busy', key, recipients: 4, ceiling: 10, isHeld: true }, 1000)

    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(count))

    expect(answers.filter(({ outcome }) => outcome === 'counted')).toHaveLength(2)
  })
})
