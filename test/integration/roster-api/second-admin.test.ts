import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { userRoutes } from '../../../shared/contracts/user-routes.ts'
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

describe('making an admin', () => {
  test('holds once a second admin has confirmed it, and not before', async () => {
    const { id, awaitsSecondAdmin } = await calls.invite('province', { roles: ['admin'], areas: ['1308'] })
    const meanwhile = await calls.statusOfMe(id)

    const { statusCode } = await calls.confirm('province-2', id, awaitsSecondAdmin?.requestId ?? '')

    expect(meanwhile).toBe(403)
    expect(statusCode).toBe(200)
    expect(await calls.read(id)).toMatchObject({ roles: ['admin'], areas: ['1308'], awaitsSecondAdmin: null })
    expect(await calls.statusOfMe(id)).toBe(200)
  })

  test('is not confirmed by who asked, by another login of theirs, by the person, or by who covers less', async () => {
    await world.putUsers([
      buildUser({ id: 'province', areas: ['13'], personId: 'p' }),
      buildUser({ id: 'province-twin', areas: ['13'], personId: 'p' }),
    ])
    await calls.edit('province', 'district', { areas: ['1308', '1309'] })
    const requestId = await calls.askedFor('district')

    const codes = await Promise.all(
      ['province', 'province-twin', 'district'].map(async (user) => {
        const { body } = await calls.confirm(user, 'district', requestId)
        return JSON.parse(body ?? '{}').code
      }),
    )
    await world.putUsers([buildUser({ id: 'district-2', areas: ['1308'] })])
    const ofLess = await calls.confirm('district-2', 'district', requestId)

    expect(codes).toEqual(['needs-another-person', 'needs-another-person', 'needs-another-person'])
    expect(JSON.parse(ofLess.body ?? '{}').code).toBe('needs-another-person')
    expect(await calls.read('district')).toMatchObject({ areas: ['1308'] })
  })

  test('is asked for where an officer becomes one; the rights they have stay meanwhile', async () => {
    const edited = await calls.edit('province', 'officer', { roles: ['officer', 'admin'] })

    expect(edited).toMatchObject({
      roles: ['officer'],
      areas: ['1308'],
      awaitsSecondAdmin: { roles: ['officer', 'admin'], areas: ['1308'], by: 'province' },
    })
  })

  test('takes away at once what the same edit takes away', async () => {
    const edited = await calls.edit('province', 'both', { roles: ['officer', 'admin'], areas: ['1308'] })

    expect(edited).toMatchObject({ roles: ['officer'], areas: ['1308'] })
    expect(edited.awaitsSecondAdmin?.roles).toEqual(['officer', 'admin'])
  })

  test('is over with its time', async () => {
    const { id, awaitsSecondAdmin } = await calls.invite('province', { roles: ['admin'] })
    world.clock.now += 168 * 3600_000

    const answer = await calls.confirm('province-2', id, awaitsSecondAdmin?.requestId ?? '')

    expect(answer.statusCode).toBe(409)
    expect(await calls.read(id)).toMatchObject({ roles: [], awaitsSecondAdmin: null })
  })

  test('is void once somebody has changed the rights again', async () => {
    await calls.edit('province', 'officer', { roles: ['officer', 'admin'] })
    const requestId = await calls.askedFor('officer')
    await calls.edit('province-2', 'officer', { roles: ['viewer'] })

    const answer = await calls.confirm('national', 'officer', requestId)

    expect(answer.statusCode).toBe(409)
    expect(await calls.read('officer')).toMatchObject({ roles: ['viewer'], awaitsSecondAdmin: null })
  })

  test('is void where who asked may not ask any more', async () => {
    await calls.edit('province', 'officer', { roles: ['officer', 'admin'] })
    const requestId = await calls.askedFor('officer')
    await calls.disable('national', 'province')

    const answer = await calls.confirm('province-2', 'officer', requestId)

    expect(answer.statusCode).toBe(409)
    expect((await calls.read('officer')).roles).toEqual(['officer'])
  })

  test('is refused by any admin of the areas, also by who asked; it cannot be confirmed then', async () => {
    await calls.edit('province', 'officer', { roles: ['officer', 'admin'] })
    const requestId = await calls.askedFor('officer')
    const request = { user: 'province', params: { userId: 'officer' }, body: { requestId } }

    const first = await world.api.ok(userRoutes.refuseUser, request)
    const again = await world.api.ok(userRoutes.refuseUser, request)
    const late = await calls.confirm('province-2', 'officer', requestId)

    expect(again).toEqual(first)
    expect(first.body).toMatchObject({ roles: ['officer'], awaitsSecondAdmin: null })
    expect(late.statusCode).toBe(409)
  })

  test('confirmed and refused at once is one of the two, and the other is told so', async () => {
    await calls.edit('province', 'officer', { roles: ['officer', 'admin'] })
    const requestId = await calls.askedFor('officer')
    const params = { userId: 'officer' }

    const [confirmed, refused] = await Promise.all([
      calls.confirm('province-2', 'officer', requestId),
      world.api.call(userRoutes.refuseUser, { user: 'national', params, body: { requestId } }),
    ])

    expect([confirmed.statusCode, refused.statusCode].toSorted((a, b) => a - b)).toEqual([200, 409])
    expect((await calls.read('officer')).roles).toEqual(
      confirmed.statusCode === 200 ? ['officer', 'admin'] : ['officer'],
    )
  })

  test('confirmed twice at once holds once', async () => {
    await calls.edit('province', 'officer', { roles: ['officer', 'admin'] })
    const requestId = await calls.askedFor('officer')

    const answers = await Promise.all([
      calls.confirm('province-2', 'officer', requestId),
      calls.confirm('province-2', 'officer', requestId),
    ])

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  })

  test('does not need two where an admin’s areas are narrowed, or only roles beside it change', async () => {
    const edited = await calls.edit('national', 'province', { areas: ['1308'], roles: ['admin', 'viewer'] })

    expect(edited).toMatchObject({ roles: ['admin', 'viewer'], areas: ['1308'], awaitsSecondAdmin: null })
  })
})
