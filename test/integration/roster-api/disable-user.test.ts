import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeUser } from '../../../functions/roster-api/users/write-user.ts'
import { buildUser } from '../../support/builders.ts'
import { startRosterWorld, type RosterWorld } from '../../support/roster-world.ts'
import { createUserCalls, putPeople } from '../../support/user-calls.ts'

let world: RosterWorld
let calls: ReturnType<typeof createUserCalls>
beforeAll(async () => {
  world = await startRosterWorld()
  calls = createUserCalls(world)
})
afterAll(() => world.stop())
beforeEach(() => putPeople(world))

describe('disabling', () => {
  test('refuses the person from that moment on and ends their sessions', async () => {
    const { id } = await calls.invite('district')

    const { statusCode } = await calls.disable('district', id)

    expect(statusCode).toBe(200)
    expect(await calls.statusOfMe(id)).toBe(403)
    expect(world.deps.directory.state.people.get(id)).toMatchObject({ isEnabled: false, signOuts: 1 })
  })

  test('holds also where the directory fails, and the same request again finishes it', async () => {
    const { id } = await calls.invite('district')
    world.deps.directory.state.fault = new Error('made-up outage')

    const failed = await calls.disable('district', id)
    const meanwhile = await calls.statusOfMe(id)
    await calls.disable('district', id)

    expect([failed.statusCode, meanwhile]).toEqual([500, 403])
    expect(world.deps.directory.state.people.get(id)?.isEnabled).toBe(false)
  })

  test('voids what waits for a second admin', async () => {
    const { id } = await calls.invite('province', { roles: ['admin'] })

    await calls.disable('province', id)

    expect(await calls.read(id)).toMatchObject({ status: 'disabled', awaitsSecondAdmin: null })
  })

  test('and enabling gives an officer back what they had', async () => {
    await calls.disable('district', 'officer')

    const body = await calls.enable('district', 'officer')

    expect(body).toMatchObject({ status: 'active', roles: ['officer'] })
    expect(await calls.statusOfMe('officer')).toBe(200)
  })

  test('an admin makes two necessary to let them back', async () => {
    await calls.disable('province', 'district')

    const body = await calls.enable('province', 'district')
    const meanwhile = await calls.statusOfMe('district')
    await calls.confirm('province-2', 'district', body.awaitsSecondAdmin?.requestId ?? '')

    expect(meanwhile).toBe(403)
    expect(await calls.statusOfMe('district')).toBe(200)
  })
})

describe('the last admin of the whole country', () => {
  beforeEach(async () => {
    await world.putUsers([buildUser({ id: 'national-2', areas: ['LA'], status: 'disabled' })])
    await world.putUsers([buildUser({ id: 'national-viewer', roles: ['viewer'], areas: ['LA'] })])
  })

  test('is not written away by somebody who was disabled since they were let in', async () => {
    const last = await world.deps.users.find('national')
    if (last === undefined) throw new Error('no admin')

    const written = writeUser(world.deps, last, { ...last, status: 'disabled' })

    await expect(written).rejects.toMatchObject({ code: 'last-admin' })
    expect((await calls.read('national')).status).toBe('active')
  })

  test('stays, where two disable each other at once', async () => {
    await world.putUsers([buildUser({ id: 'national-2', areas: ['LA'] })])

    const answers = await Promise.all([
      calls.disable('national', 'national-2'),
      calls.disable('national-2', 'national'),
    ])

    const left = (await world.deps.users.list()).filter(
      ({ areas, roles, status }) => areas.includes('LA') && roles.includes('admin') && status === 'active',
    )
    expect(left).toHaveLength(1)
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  })

  test('stays where two narrow each other by edits', async () => {
    await world.putUsers([buildUser({ id: 'national-2', areas: ['LA'] })])

    const answers = await Promise.all([
      calls.tryEdit('national', 'national-2', { areas: ['13'] }),
      calls.tryEdit('national-2', 'national', { areas: ['13'] }),
    ])

    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  })

  test('may be left to nobody by a turn that somebody died with', async () => {
    await world.putUsers([buildUser({ id: 'national-2', areas: ['LA'] })])
    await world.deps.userGuards.takeTurn('of-somebody-dead', Math.floor(world.clock.now / 1000))

    const blocked = await calls.disable('national', 'national-2')
    world.clock.now += 61_000
    const later = await calls.disable('national', 'national-2')

    expect([blocked.statusCode, later.statusCode]).toEqual([409, 200])
  })
})
