import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertsTable } from '../../../shared/tables.ts'
import {
  alertBody,
  issueAlert,
  newKey,
  readBoard,
  readVillage,
  villageWith,
} from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { listCalls, recordCall } from '../../support/calls.ts'
import { draftVersion } from '../../support/control.ts'
import { it } from '../../support/world-test.ts'

const refuse = (world: AlertWorld, alertId: string, code: string, body: object, user = 'province') =>
  world.api.refused(alertRoutes.recordAcknowledgement, {
    user,
    params: { alertId, code },
    body,
    headers: newKey(),
  })

describe('a recorded call', () => {
  it.for([
    ['told', 'acknowledged'],
    ['relaying', 'acknowledged'],
    ['needs-help', 'needs-help'],
    ['no-answer', 'handed-over'],
    ['wrong-number', 'handed-over'],
  ] as const)(
    '%s makes the village %s, on the board and its own page',
    async ([outcome, coverage], { world }) => {
      await world.seedVillages([villageWith('1308001', 2), villageWith('1308002', 2)])
      const alertId = await issueAlert(world)
      await world.drain()

      const recorded = await recordCall(world, alertId, '1308001', {
        user: 'officer',
        outcome,
        memberId: 'm-1308001-1',
        note: 'ນາຍບ້ານຮັບສາຍ',
      })

      const record = {
        outcome,
        version: 1,
        memberId: 'm-1308001-1',
        memberName: 'Made-up Person',
        note: 'ນາຍບ້ານຮັບສາຍ',
        by: 'officer',
        calledAtIso: '2026-07-23T12:00:00+07:00',
        recordedAtIso: '2026-07-23T12:00:00+07:00',
        corrects: null,
        corrected: false,
      }
      expect(recorded).toMatchObject({ village: '1308001', coverage, acknowledgement: record })
      expect(await listCalls(world, alertId, '1308001')).toMatchObject([record])
      const village = await readVillage(world, alertId, '1308001')
      expect(village).toMatchObject({ coverage, acknowledgements: [record] })
      const board = await readBoard(world, alertId)
      expect(Object.fromEntries(board.villages.map(([code, state]) => [code, state]))).toEqual({
        '1308001': coverage,
        '1308002': 'handed-over',
      })
    },
  )

  it('leads the board where help is needed, until a later call says that they were told', async ({
    world,
  }) => {
    await world.seedVillages([villageWith('1308001', 0), villageWith('1308002', 1)])
    const alertId = await issueAlert(world)
    await world.drain()

    await recordCall(world, alertId, '1308002', { outcome: 'needs-help' })
    const during = await readBoard(world, alertId)
    await recordCall(world, alertId, '1308002', { outcome: 'no-answer' })
    await recordCall(world, alertId, '1308002', { outcome: 'relaying' })
    const after = await readBoard(world, alertId)

    expect(during.villages[0]?.slice(0, 2)).toEqual(['1308002', 'needs-help'])
    expect(after.coverage).toEqual({ 'no-contact': 1, acknowledged: 1 })
    expect((await listCalls(world, alertId, '1308002')).map(({ outcome }) => outcome)).toEqual([
      'needs-help',
      'no-answer',
      'relaying',
    ])
  })

  it('counts of a village without a dispatch: without contact, or not fanned out', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 0), villageWith('1308002', 1)])
    const alertId = await issueAlert(world)

    expect((await readVillage(world, alertId, '1308002')).coverage).toBe('waiting')
    await recordCall(world, alertId, '1308001', { outcome: 'told' })
    await recordCall(world, alertId, '1308002', { outcome: 'needs-help' })
    const before = await readBoard(world, alertId)
    await world.drain()

    const expected = [
      ['1308002', 'needs-help'],
      ['1308001', 'acknowledged'],
    ]
    expect(before.villages.map((row) => row.slice(0, 2))).toEqual(expected)
    expect((await readBoard(world, alertId)).villages.map((row) => row.slice(0, 2))).toEqual(expected)
  })

  it('is corrected by a later one and stays to be seen', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    await world.drain()
    const { acknowledgement } = await recordCall(world, alertId, '1308001', { outcome: 'told' })
    world.time.nowMs += 600_000

    const better = await recordCall(world, alertId, '1308001', {
      outcome: 'no-answer',
      corrects: acknowledgement.id,
    })

    expect(better).toMatchObject({
      coverage: 'handed-over',
      acknowledgement: { calledAtIso: acknowledgement.calledAtIso, corrects: acknowledgement.id },
    })
    expect((await listCalls(world, alertId, '1308001')).map(({ corrected }) => corrected)).toEqual([
      true,
      false,
    ])
    expect((await readBoard(world, alertId)).coverage).toEqual({ 'handed-over': 1 })
  })

  it('of an older version acknowledges nothing of a newer one, but help stays needed', async ({
    world,
    tables,
  }) => {
    await world.seedVillages([villageWith('1308001', 1), villageWith('1308002', 1)])
    const alertId = await issueAlert(world)
    await world.drain()
    await recordCall(world, alertId, '1308001', { outcome: 'told' })
    await recordCall(world, alertId, '1308002', { outcome: 'needs-help' })

    await draftVersion(world, tables, alertId, 2)
    expect((await recordCall(world, alertId, '1308001', { outcome: 'told' })).acknowledgement.version).toBe(1)
    await world.api.ok(alertRoutes.submitAlert, { user: 'province', params: { alertId }, headers: newKey() })
    await world.drain()

    expect((await readBoard(world, alertId)).coverage).toEqual({ 'handed-over': 1, 'needs-help': 1 })
    await recordCall(world, alertId, '1308001', { outcome: 'told', version: 1 })
    expect((await readBoard(world, alertId)).coverage).toEqual({ 'handed-over': 1, 'needs-help': 1 })
    await recordCall(world, alertId, '1308001', { outcome: 'told' })
    expect((await readBoard(world, alertId)).coverage).toEqual({ acknowledged: 1, 'needs-help': 1 })
  })
})

describe('a record', () => {
  it.for([
    [{ outcome: 'asleep' }, 'body.outcome'],
    [{ outcome: 'told', note: 'x'.repeat(301) }, 'body.note'],
    [{ outcome: 'told', memberId: 'm-1308002-0' }, 'body.memberId'],
    [{ outcome: 'told', corrects: 'no-such-record' }, 'body.corrects'],
    [{ outcome: 'told', calledAtIso: '2026-07-23T12:06:00+07:00' }, 'body.calledAtIso'],
    [{ outcome: 'told', calledAtIso: '2026-07-23T11:54:00+07:00' }, 'body.calledAtIso'],
    [{ outcome: 'told', called: true }, 'body'],
  ] as const)('%j is refused at %s and leaves nothing', async ([body, path], { world }) => {
    await world.seedVillages([villageWith('1308001', 1), villageWith('1308002', 1)])
    const alertId = await issueAlert(world)

    const problem = await refuse(world, alertId, '1308001', body)

    expect([problem.status, problem.errors[0]?.path]).toEqual([422, path])
    expect(await listCalls(world, alertId, '1308001')).toEqual([])
  })

  it('of a paper list has the time of the call', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    world.time.nowMs += 3_600_000

    const { acknowledgement } = await recordCall(world, alertId, '1308001', {
      outcome: 'told',
      calledAtIso: '2026-07-23T05:10:00Z',
    })

    expect(acknowledgement).toMatchObject({
      calledAtIso: '2026-07-23T12:10:00+07:00',
      recordedAtIso: '2026-07-23T13:00:00+07:00',
    })
  })

  it('waits until something was issued', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const { body } = await world.api.ok(alertRoutes.createAlert, {
      user: 'province',
      body: alertBody,
      headers: newKey(),
    })

    expect((await refuse(world, body.alertId, '1308001', { outcome: 'told' })).code).toBe('wrong-state')
  })

  it('stands in the table for good: its item holds all records, and a small row for the board', async ({
    world,
    tables,
  }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    await recordCall(world, alertId, '1308001', { outcome: 'told', note: 'ກ'.repeat(300) })
    await recordCall(world, alertId, '1308001', { outcome: 'needs-help', note: 'ກ'.repeat(300) })

    const { Items = [] } = await tables.client.send(
      new QueryCommand({
        TableName: alertsTable.name,
        IndexName: 'board',
        KeyConditionExpression: 'boardKey = :key',
        ExpressionAttributeValues: { ':key': `${alertId}#calls` },
      }),
    )

    expect(Items).toEqual([
      {
        PK: `CALLS#${alertId}`,
        SK: '1308001',
        boardKey: `${alertId}#calls`,
        needsHelp: true,
        toldVersion: 1,
      },
    ])
  })
})

describe('who may record and read', () => {
  it('is the officer who covers the village; a foreign one is told what a stranger to the alert is told', async ({
    world,
  }) => {
    await world.seedVillages([
      villageWith('1308001', 1),
      villageWith('1308002', 1),
      villageWith('1309001', 1),
    ])
    const alertId = await issueAlert(world, { areas: ['1308'] })
    const wish = { outcome: 'told' }

    const foreign = await Promise.all([
      refuse(world, alertId, '1308001', wish, 'neighbour'),
      refuse(world, alertId, '1308002', wish, 'village-officer'),
      refuse(world, alertId, '1309001', wish, 'neighbour'),
      refuse(world, alertId, '1309001', wish, 'province'),
      refuse(world, alertId, '1308009', wish, 'province'),
      refuse(world, 'no-such-alert', '1308001', wish, 'province'),
    ])
    const forbidden = await Promise.all([
      refuse(world, alertId, '1308001', wish, 'viewer'),
      refuse(world, alertId, '1308001', wish, 'admin'),
    ])

    expect(foreign.map(({ status }) => status)).toEqual(Array(6).fill(404))
    expect(forbidden.map(({ status }) => status)).toEqual([403, 403])
    await recordCall(world, alertId, '1308001', { user: 'village-officer', outcome: 'told' })
    expect(await listCalls(world, alertId, '1308001', 'viewer')).toHaveLength(1)
    const unseen = await world.api.refused(alertRoutes.listAcknowledgements, {
      user: 'neighbour',
      params: { alertId, code: '1308001' },
    })
    expect(unseen.status).toBe(404)
  })
})
