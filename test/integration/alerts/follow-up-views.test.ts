import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { issueAlert, newKey, phoneOf, readBoard, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { approvalUsers } from '../../support/approval.ts'
import { recover } from '../../support/control.ts'
import { changeVillage, followUp, issueFollowUp, withMember } from '../../support/follow-up.ts'
import { it } from '../../support/world-test.ts'

const villages = [villageWith('1308001', 3), villageWith('1308002', 2), villageWith('1309001', 2)]

const heads = async (world: AlertWorld, alertId: string, of?: string) =>
  (
    await world.api.ok(alertRoutes.getHeads, {
      user: 'province',
      params: { alertId },
      ...(of === undefined ? {} : { query: { of } }),
    })
  ).body

const callList = async (world: AlertWorld, alertId: string, version?: number) =>
  (
    await world.api.ok(alertRoutes.getCallList, {
      user: 'province',
      params: { alertId },
      ...(version === undefined ? {} : { query: { version: String(version) } }),
    })
  ).body

describe('whom a version would go to', () => {
  it('is told of an update, a cancel and an all-clear that nobody has written', async ({ world }) => {
    await world.seedVillages(villages)
    world.phones.answer(phoneOf('1308002', 1), { kind: 'rejected', code: 'InvalidParameterException' })
    const alertId = await issueAlert(world)
    await world.drain()
    await changeVillage(world, '1308001', (village) => withMember(village, 0, { status: 'left' }))

    const [update, cancel, allClear] = [
      await heads(world, alertId, 'update'),
      await heads(world, alertId, 'cancel'),
      await heads(world, alertId, 'all-clear'),
    ]

    expect(update).toMatchObject({ version: 2, level: 'warning', recipients: 5, parts: null })
    expect(cancel).toMatchObject({ level: 'cancel', recipients: 4, areas: ['1308'] })
    expect(cancel.parts).toBeGreaterThanOrEqual(8)
    expect(allClear.villages).toEqual([
      { village: '1308001', recipients: 3 },
      { village: '1308002', recipients: 1 },
    ])
  })

  it('is told with whether somebody else has to approve it', async ({ tables }) => {
    const world = createAlertWorld(tables, { secondPersonLevels: new Set(['all-clear']) })
    await world.seedUsers(approvalUsers)
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    await world.drain()

    expect((await heads(world, alertId, 'update')).needsSecondPerson).toBe(false)
    expect((await heads(world, alertId, 'all-clear')).needsSecondPerson).toBe(true)
  })

  it('is told of the draft that waits, with its parts, and as it then goes out', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    await world.drain()
    await followUp(world, 'updateAlert', alertId, { areas: ['1308', '1309'] })

    const told = await heads(world, alertId)
    await world.api.ok(alertRoutes.submitAlert, { user: 'province', params: { alertId }, headers: newKey() })
    await world.drain()

    expect(told).toMatchObject({ version: 2, recipients: 7, parts: 7 })
    expect((await readBoard(world, alertId)).totals.accepted).toBe(7)
    const none = await world.api.refused(alertRoutes.getHeads, { user: 'province', params: { alertId } })
    expect(none.code).toBe('wrong-state')
  })
})

describe('who must be called', () => {
  it('of an all-clear are those whom the danger was told, by SMS or in a call', async ({ world }) => {
    await world.seedVillages([...villages, villageWith('1308004', 0), villageWith('1308005', 0)])
    const alertId = await issueAlert(world)
    await world.drain()
    await world.api.ok(alertRoutes.recordAcknowledgement, {
      user: 'province',
      params: { alertId, code: '1308004' },
      body: { outcome: 'told' },
      headers: newKey(),
    })

    await issueFollowUp(world, 'allClearAlert', alertId)
    await world.drain()
    world.time.nowMs += 3_600_000
    const list = await callList(world, alertId)

    expect(list).toMatchObject({ version: 2, level: 'all-clear' })
    expect(list.villages.map(({ village }) => village).toSorted()).toEqual(['1308001', '1308002', '1308004'])
  })

  it('stay those in danger after an all-clear for some villages, with the words of the danger', async ({
    world,
  }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    await world.drain()
    await issueFollowUp(world, 'allClearAlert', alertId, { areas: ['1308002'] })
    await world.drain()
    world.time.nowMs += 3_600_000

    const [usual, ended] = [await callList(world, alertId), await callList(world, alertId, 2)]

    expect(usual).toMatchObject({ version: 1, level: 'warning', villages: [{ village: '1308001' }] })
    expect(usual.script.en).toContain('FLOOD WARNING')
    expect(ended).toMatchObject({ version: 2, villages: [{ village: '1308002' }] })
  })
})

describe('board and list', () => {
  it('speak of what phones were told last while a draft waits', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world, { mode: 'actual' })
    await world.drain()
    await recover(world, 1)
    await followUp(world, 'updateAlert', alertId, { level: 'evacuate' })

    const { alerts } = (await world.api.ok(alertRoutes.listAlerts, { user: 'viewer' })).body

    expect(await readBoard(world, alertId)).toMatchObject({ version: 1, state: 'completed' })
    expect(alerts[0]).toMatchObject({
      version: 2,
      state: 'draft',
      lastIssued: { version: 1, level: 'warning', state: 'completed' },
      notEnded: true,
      remaining: { areas: ['1308'], cleared: [] },
    })
  })
})
