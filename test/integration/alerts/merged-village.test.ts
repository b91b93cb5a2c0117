import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { Village } from '../../../shared/domain/village.ts'
import { issueAlert, newKey, phoneOf, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { draft, submit, withSecondPerson } from '../../support/approval.ts'
import { listReasons, recordCall } from '../../support/calls.ts'
import { issueFollowUp } from '../../support/follow-up.ts'
import { it } from '../../support/world-test.ts'

const [kept, gone] = ['1308001', '1308002'] as const
const villages = [villageWith(kept, 1), villageWith(gone, 1, { nameEn: 'Ban Gone' })]

const change = async (world: AlertWorld, over: Partial<Village>): Promise<void> => {
  const now = await world.villages.find(gone)
  if (now === undefined) throw new Error('no village')
  await world.villages.put(
    { ...now, ...over },
    { revision: `${now.revision}+`, replaces: now.revision, nowIso: now.updatedAtIso },
  )
}
const merge = (world: AlertWorld) => change(world, { status: 'merged', mergedInto: kept })
const takeBack = async (world: AlertWorld) => {
  await world.villages.takeBack(gone, (await world.villages.find(gone))?.revision ?? '')
}
const outbox = (world: AlertWorld): string[] => world.phones.outbox.map(({ phone }) => phone)

const losses = [
  ['was merged into another', merge],
  ['was taken off the roster', takeBack],
] as const

describe('a draft that names a village', () => {
  it.for(losses)('which %s since is not sent without it in silence', async ([, lose], { world }) => {
    await world.seedVillages(villages)
    const alertId = await draft(world, { areas: [kept, gone] })
    await lose(world)

    const refused = await world.api.refused(alertRoutes.submitAlert, {
      user: 'officer',
      params: { alertId },
      headers: newKey(),
    })
    await world.drain()

    expect(refused).toMatchObject({ code: 'wrong-state', errors: [{ path: 'areas[1]' }] })
    expect(refused.detail).toContain('1308002')
    expect(outbox(world)).toEqual([])
  })

  it('goes out once the village is left out', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await draft(world, { areas: [kept, gone] })
    await merge(world)

    await world.api.ok(alertRoutes.editAlert, {
      user: 'officer',
      params: { alertId },
      body: { areas: [kept] },
      headers: { 'if-match': '*' },
    })
    await submit(world, alertId)
    await world.drain()

    expect(outbox(world)).toEqual([phoneOf(kept, 0)])
  })

  it('is held up in the same way where one officer would issue it alone', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world, { areas: [kept, gone], level: 'evacuate' })
    await merge(world)

    const refused = await world.api.refused(alertRoutes.breakGlass, {
      user: 'officer',
      params: { alertId },
      body: { reason: 'The bank broke' },
      headers: newKey(),
    })

    expect(refused).toMatchObject({ code: 'wrong-state', errors: [{ path: 'areas[1]' }] })
  })
})

describe('a warning that was submitted and names a village', () => {
  it.for(losses)(
    'which %s since goes out by one officer alone, and that village is to be called',
    async ([, lose], { tables }) => {
      const world = await withSecondPerson(tables, villages)
      const alertId = await draft(world, { areas: [kept, gone], level: 'evacuate' })
      await submit(world, alertId)
      await lose(world)

      await world.api.ok(alertRoutes.breakGlass, {
        user: 'officer',
        params: { alertId },
        body: { reason: 'The bank broke' },
        headers: newKey(),
      })
      await world.drain()
      const listed = await listReasons(world, alertId)
      await recordCall(world, alertId, gone, { outcome: 'told' })

      expect(outbox(world)).toEqual([phoneOf(kept, 0)])
      expect(listed).toEqual([`${gone} ${lose === merge ? 'call' : 'send-someone'}`])
      expect(await listReasons(world, alertId)).toEqual([])
    },
  )
})

describe('an alert that was sent to a village which was merged since', () => {
  it('is updated for the people who have it', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world, { areas: [kept, gone] })
    await world.drain()
    await merge(world)

    await issueFollowUp(world, 'updateAlert', alertId)
    await world.drain()

    expect(outbox(world).slice(2).toSorted()).toEqual([phoneOf(kept, 0), phoneOf(gone, 0)])
  })
})
