import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, describe, expect, vi } from 'vitest'
import { alertsTable } from '../../../shared/tables.ts'
import { alertUsers, issueAlert, phoneOf, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld } from '../../support/alert-world.ts'
import { findRuleFaults, findSchemaFaults, parseCap } from '../../support/check-cap.ts'
import { failOnce } from '../../support/fail-once.ts'
import { issueSecond, parseFeed, publicVillages, startPublishing } from '../../support/public-world.ts'
import { it } from '../../support/world-test.ts'

afterEach(() => vi.restoreAllMocks())

const isPublic = async (fileOf: (alertId: string, version: number) => Promise<string>, alertId: string) => {
  const files = await Promise.all([fileOf(alertId, 1), fileOf(alertId, 2)])
  return files.map((file) => !file.includes('not-found'))
}

describe('an alert that the authority agreed to', () => {
  it('is public once it is fanned out, valid and without anybody of the roster', async ({ tables }) => {
    const { world, fileOf } = await startPublishing(tables)
    const alertId = await issueAlert(world)
    expect(await fileOf(alertId, 1)).toContain('not-found')

    await world.drain()
    const xml = await fileOf(alertId, 1)

    expect(await findSchemaFaults([xml])).toEqual([])
    expect(findRuleFaults(parseCap(xml))).toEqual([])
    expect(parseCap(xml)).toMatchObject({ identifier: `${alertId}-1`, status: 'Exercise', msgType: 'Alert' })
    expect(xml).toContain('<circle>16.25000,105.50000 3</circle>')
    expect(xml).not.toContain('Made-up Person')
    for (const member of [0, 1, 2]) expect(xml).not.toContain(phoneOf('1308001', member).slice(-8))
  })

  it('stays as it was published, whatever becomes of the roster', async ({ tables }) => {
    const { world, api, fileOf } = await startPublishing(tables)
    const alertId = await issueAlert(world)
    const [job] = world.fanOut.urgent.sent
    await world.drain()
    const before = await fileOf(alertId, 1)

    const village = await world.villages.find('1308001')
    await world.seedVillages([villageWith('1308003', 1)])
    if (job !== undefined) world.fanOut.urgent.sent.push(job)
    await world.drain()
    const again = await api.getFile(`${alertId}-1.xml`)

    expect(village).toBeDefined()
    expect(again.body).toBe(before)
    expect(again.headers).toMatchObject({
      'content-type': 'application/cap+xml; charset=utf-8',
      'cache-control': 'public, max-age=86400',
      'last-modified': 'Thu, 23 Jul 2026 05:00:00 GMT',
    })
  })

  it.for([
    ['all-clear', 'Update'],
    ['cancel', 'Cancel'],
    ['evacuate', 'Update'],
  ] as const)('is followed by its %s, which refers to it', async ([level, msgType], { tables }) => {
    const { world, api, fileOf } = await startPublishing(tables)
    const alertId = await issueAlert(world)
    await world.drain()
    world.time.nowMs += 3_600_000
    await issueSecond(world, tables, alertId, level)

    const cap = parseCap(await fileOf(alertId, 2))
    const feed = parseFeed((await api.getFeed()).body)

    expect(await findSchemaFaults([await fileOf(alertId, 2)])).toEqual([])
    expect(findRuleFaults(cap)).toEqual([])
    expect(cap).toMatchObject({
      identifier: `${alertId}-2`,
      msgType,
      references: `warnings@example.org,${alertId}-1,2026-07-23T12:00:00+07:00`,
    })
    expect(feed.entry.map((entry) => entry.link['@_href'])).toEqual([
      `https://test/cap/${alertId}-2.xml`,
      `https://test/cap/${alertId}-1.xml`,
    ])
  })

  it.for([
    ['putFile', 'before'],
    ['putFile', 'after'],
    ['putEntry', 'before'],
    ['putEntry', 'after'],
    ['listMessages', 'before'],
  ] as const)(
    'is public once, and everybody gets their SMS, where %s fails %s it is done',
    async ([method, when], { tables }) => {
      const { world, api, fileOf } = await startPublishing(tables)
      failOnce(world.deps.cap, method, when)
      const alertId = await issueAlert(world)
      await world.drain()

      expect(parseFeed((await api.getFeed()).body).entry).toHaveLength(1)
      expect(await findSchemaFaults([await fileOf(alertId, 1)])).toEqual([])
      expect(world.phones.outbox).toHaveLength(6)
      expect(world.worker.dead).toEqual([])
      expect((await world.alerts.findVersion(alertId, 1))?.state).toBe('completed')
    },
  )

  it('goes out to every phone also where it can never be published', async ({ tables }) => {
    const { world } = await startPublishing(tables)
    vi.spyOn(world.deps.cap, 'putFile').mockRejectedValue(new Error('refused'))
    const alertId = await issueAlert(world)
    await world.drain()

    expect(world.phones.outbox).toHaveLength(6)
    expect(world.worker.dead).toHaveLength(1)
    expect((await world.alerts.findVersion(alertId, 1))?.fanOutOpen).toEqual(new Set(['1308']))
  })

  it('is published by tick where every queue was lost', async ({ tables }) => {
    const { world, api } = await startPublishing(tables)
    await issueAlert(world)
    world.fanOut.urgent.sent.splice(0)
    await world.tickAfter(200)
    await world.drain()

    expect(parseFeed((await api.getFeed()).body).entry).toHaveLength(1)
  })
})

describe('what is over before it was published', () => {
  it('is not public, nor is its cancel', async ({ tables }) => {
    const { world, api, fileOf } = await startPublishing(tables)
    const alertId = await issueAlert(world)
    await issueSecond(world, tables, alertId, 'cancel')

    expect(await isPublic(fileOf, alertId)).toEqual([false, false])
    expect(parseFeed((await api.getFeed()).body).entry).toEqual([])
  })

  it('leaves its place to the newer version, which is the first public one then', async ({ tables }) => {
    const { world, fileOf } = await startPublishing(tables)
    const alertId = await issueAlert(world)
    await issueSecond(world, tables, alertId, 'evacuate')
    const cap = parseCap(await fileOf(alertId, 2))

    expect(await isPublic(fileOf, alertId)).toEqual([false, true])
    expect([cap.msgType, cap.references]).toEqual(['Alert', undefined])
    expect(findRuleFaults(cap)).toEqual([])
  })

  it('is not made public by somebody who was slow', async ({ tables }) => {
    const { world, api, fileOf } = await startPublishing(tables)
    const alertId = await issueAlert(world)
    const { cap } = world.deps
    const putFile = cap.putFile.bind(cap)
    vi.spyOn(cap, 'putFile').mockImplementationOnce(async (file) => {
      await issueSecond(world, tables, alertId, 'evacuate')
      return putFile(file)
    })
    await world.drain()

    expect(await isPublic(fileOf, alertId)).toEqual([false, true])
    expect(parseFeed((await api.getFeed()).body).entry).toHaveLength(1)
  })

  it('is not public where its time was over', async ({ tables }) => {
    const { world, fileOf } = await startPublishing(tables)
    const alertId = await issueAlert(world)
    world.time.nowMs += 2 * 86_400_000
    await world.drain()

    expect(await isPublic(fileOf, alertId)).toEqual([false, false])
  })
})

describe('an alert that the authority did not agree to', () => {
  it.for([
    ['its mode', { modes: ['actual'] }],
    ['its level', { levels: ['evacuate'] }],
    ['its area', { areas: ['1309'] }],
    ['its time', { sinceIso: '2026-08-01T00:00:00+07:00' }],
  ] as const)('is not public: %s', async ([, over], { tables }) => {
    const { world, api, fileOf } = await startPublishing(tables, over)
    const alertId = await issueAlert(world)
    await world.drain()

    expect(world.phones.outbox).toHaveLength(6)
    expect(await fileOf(alertId, 1)).toContain('not-found')
    expect(parseFeed((await api.getFeed()).body).entry).toEqual([])
  })

  it('is not public where it is a drill that reaches nobody', async ({ tables }) => {
    const { world, fileOf } = await startPublishing(tables)
    const alertId = await issueAlert(world, { reaches: 'nobody' })
    await world.drain()

    expect(await fileOf(alertId, 1)).toContain('not-found')
  })

  it('has no public all-clear', async ({ tables }) => {
    const { world, fileOf } = await startPublishing(tables, { levels: ['evacuate'] })
    const alertId = await issueAlert(world)
    await world.drain()
    await issueSecond(world, tables, alertId, 'all-clear')

    expect(await fileOf(alertId, 2)).toContain('not-found')
  })

  it('is not written at all where the stage has no authority', async ({ tables }) => {
    const world = createAlertWorld(tables)
    await world.seedUsers(alertUsers)
    await world.seedVillages(publicVillages)
    const alertId = await issueAlert(world)
    await world.drain()

    const { Item } = await tables.client.send(
      new GetCommand({ TableName: alertsTable.name, Key: { PK: `CAP#${alertId}`, SK: '0001' } }),
    )
    expect(Item).toBeUndefined()
  })
})
