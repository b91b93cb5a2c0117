import { describe, expect } from 'vitest'
import { answer, change, it, list, phone, refusedAnswer, send } from '../../support/test-sms.ts'

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

    const late = await refusedAnswer(world, id)

    expect((await list(world)).tests).toEqual([])
    expect(late.code).toBe('wrong-state')
    await change(world, { phone })
    expect((await list(world)).tests).toHaveLength(1)
  })

  it('is not asked for before the SMS went out', async ({ world }) => {
    const { id } = await send(world)

    const early = await refusedAnswer(world, id, 'not-arrived')

    expect(early.code).toBe('wrong-state')
  })

  it('is not lost where two write at once', async ({ world }) => {
    const { id } = await send(world)
    await world.drain()

    const said = await Promise.all([answer(world, id, 'read'), answer(world, id, 'unreadable')])

    expect(said.map((one) => one.answer?.said)).toContain((await list(world)).tests[0]?.answer?.said)
  })
})
