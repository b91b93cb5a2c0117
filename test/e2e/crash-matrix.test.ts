import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { RoundPlan } from '../crash/crash-plans.ts'
import { startCrashWorld, type CrashWorld } from '../crash/crash-world.ts'
import { killSteps } from '../crash/kill-orders.ts'
import { createPlayer, type Player } from '../crash/play-round.ts'
import { describeFaults } from '../crash/report.ts'

/** Each step once, process and thread by turns, under all that queues and answers do; `npm run crash-matrix` has more. */
const everyStep: RoundPlan = {
  name: 'every-step',
  repeat: 'npx vitest run test/e2e/crash-matrix.test.ts',
  seed: 1,
  faultPercent: 20,
  disturbances: ['redelivered', 'reordered', 'duplicated'],
  smsPerSecond: 0,
  urgentAreas: ['1308'],
  routineAreas: ['1310'],
  kills: killSteps.map((step, index) => ({
    step,
    mode: index % 2 === 0 ? 'process' : 'thread',
    occurrence: step === 'before-delete' ? 2 : 3 + index,
  })),
}

describe('senders that die while answers are lost and queues redeliver, reorder and repeat', () => {
  let world: CrashWorld
  let player: Player
  beforeAll(async () => {
    world = await startCrashWorld(inject('assemblyFolder'))
    player = await createPlayer(world)
  })
  afterAll(async () => {
    player.close()
    await world.close()
  })

  it('lose no SMS and repeat none without a mark, at whatever step they are killed', async () => {
    const { kills, verdict } = await player.play(everyStep)

    expect(describeFaults(verdict)).toEqual({})
    expect(kills).toHaveLength(everyStep.kills.length)
    expect(verdict.counts.markedByKills).toBeGreaterThan(0)
    expect(verdict.counts.markedByLostAnswers).toBeGreaterThan(0)
  }, 240_000)

  it('leave nothing behind that would send later', async () => {
    expect(describeFaults(await player.judgeAgain())).toEqual({})
  })
})
