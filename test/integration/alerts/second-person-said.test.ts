import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { Level } from '../../../shared/domain/level.ts'
import { alertBody, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { approve, approvalUsers, draft, read, submit } from '../../support/approval.ts'
import { followUp } from '../../support/follow-up.ts'
import { it } from '../../support/world-test.ts'

const stages: readonly (readonly [string, readonly Level[]])[] = [
  ['nothing', []],
  ['dangers and their end', ['warning', 'evacuate', 'all-clear']],
  ['everything', ['prepare', 'watch', 'warning', 'evacuate', 'all-clear']],
]
const openings = [
  { kind: 'preparedness', level: 'prepare', mode: 'exercise', followed: [] },
  { kind: 'flood', level: 'watch', mode: 'test', followed: ['allClearAlert'] },
  { kind: 'flood', level: 'evacuate', mode: 'exercise', followed: [] },
  { kind: 'flood', level: 'warning', mode: 'actual', followed: ['updateAlert', 'allClearAlert'] },
] as const
const { expiresAtIso: _expiresAtIso, ...wish } = alertBody

const saidOf = async (world: AlertWorld, alertId: string): Promise<boolean> =>
  (await world.api.ok(alertRoutes.getHeads, { user: 'province', params: { alertId } })).body.needsSecondPerson

const isSubmitted = async (world: AlertWorld, alertId: string): Promise<boolean> =>
  (await submit(world, alertId, { user: 'province' })).body.state === 'submitted'

describe('that somebody has to approve it', () => {
  it.for(stages)(
    'is said before as it then is, in a stage that asks it of %s',
    async ([, levels], { tables }) => {
      const world = createAlertWorld(tables, { secondPersonLevels: new Set(levels) })
      await world.seedUsers(approvalUsers)
      await world.seedVillages([villageWith('1308001', 1)])
      for (const { followed, ...over } of openings) {
        const composed = await world.api.ok(alertRoutes.composeText, {
          user: 'province',
          body: { ...wish, ...over },
        })
        const alertId = await draft(world, over, 'province')
        const said = await saidOf(world, alertId)
        const is = await isSubmitted(world, alertId)
        expect([over.level, composed.body.needsSecondPerson, said]).toEqual([over.level, is, is])

        for (const next of followed) {
          if ((await read(world, alertId)).state === 'submitted') await approve(world, alertId)
          await world.drain()
          await followUp(world, next, alertId)
          const saidNext = await saidOf(world, alertId)
          expect([next, saidNext]).toEqual([next, await isSubmitted(world, alertId)])
        }
      }
    },
  )
})
