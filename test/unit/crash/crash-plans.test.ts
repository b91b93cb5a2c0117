import { describe, expect, it } from 'vitest'
import { matrixPlans, randomPlan } from '../../crash/crash-plans.ts'
import { createArmory, killSteps } from '../../crash/kill-orders.ts'

describe('the plans of the crash matrix', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(matrixPlans(3, 20)).toEqual(matrixPlans(3, 20))
    expect(randomPlan(3, 20)).toEqual(randomPlan(3, 20))
    expect(randomPlan(3, 20).kills).not.toEqual(randomPlan(4, 20).kills)
  })

  it('kill thread and process at every step, under every disturbance and without any', () => {
    const names = new Set(matrixPlans(1, 20).map(({ name }) => name))

    const wanted = killSteps.flatMap((step) =>
      ['thread', 'process'].flatMap((mode) =>
        ['calm', 'redelivered', 'reordered', 'duplicated'].map((queue) => `${step}.${mode}.${queue}`),
      ),
    )
    expect(names).toEqual(new Set(wanted))
  })
})

describe('an order to kill', () => {
  const claim = { kind: 'claim', dispatch: 'a/1', token: 't', leaseEndsAtMs: 1 } as const
  const publish = { kind: 'publish', phone: '+8562055800100', text: '' } as const

  it('is carried out once, at the step and occurrence that it names', () => {
    const armory = createArmory()
    armory.arm([{ mode: 'thread', step: 'before-claim', occurrence: 2 }])
    const circumstances = { isOwn: true, publishes: 0 }

    const met = [1, 2, 3].map(() => armory.meet(claim, 'before', circumstances) !== undefined)

    expect(met).toEqual([false, true, false])
    expect(armory.meet(claim, 'after', circumstances)).toBeUndefined()
    expect(armory.left()).toBe(0)
  })

  it('waits for the publish of a claim that it names', () => {
    const armory = createArmory()
    armory.arm([{ mode: 'process', step: 'after-publish', occurrence: 1, publishes: 2 }])

    expect(armory.meet(publish, 'after', { isOwn: true, publishes: 1 })).toBeUndefined()
    expect(armory.meet(publish, 'after', { isOwn: true, publishes: 2 })).toMatchObject({ mode: 'process' })
  })

  it('tells a settle from taking over a lease of another', () => {
    const armory = createArmory()
    const settle = { kind: 'settle', dispatch: 'a/1', token: 't' } as const
    armory.arm([{ mode: 'thread', step: 'before-takeover', occurrence: 1 }])

    expect(armory.meet(settle, 'before', { isOwn: true, publishes: 0 })).toBeUndefined()
    expect(armory.meet(settle, 'before', { isOwn: false, publishes: 0 })).toMatchObject({ mode: 'thread' })
  })
})
