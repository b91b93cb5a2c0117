import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { userRoutes } from '../../../shared/contracts/user-routes.ts'
import type { userPatch } from '../../../shared/contracts/users.ts'
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

const pageOf = (query: Record<string, string>) =>
  world.api.ok(userRoutes.listUsers, { user: 'province', query })
const idsOf = async (user: string, query: Record<string, string> = {}) =>
  (await world.api.ok(userRoutes.listUsers, { user, query })).body.users
    .map(({ id }) => id)
    .filter((id) => !/^sub-|-2$/.test(id))

describe('nobody changes their own rights', () => {
  const changes: z.input<typeof userPatch>[] = [
    { roles: ['officer', 'admin'] },
    { areas: ['1308'] },
    { personId: 'somebody' },
    { recipientsPerHour: 9000 },
  ]
  test.each(changes)('by %o', async (body) => {
    expect((await calls.refusedEdit('province', 'province', body)).code).toBe('needs-another-person')
  })

  test('by disabling themself', async () => {
    expect((await calls.disable('province', 'province')).statusCode).toBe(403)
  })

  test('but their name, number and language', async () => {
    const edited = await calls.edit('province', 'province', { name: 'New Name', phone: '020 55 999 002' })

    expect(edited).toMatchObject({ name: 'New Name', roles: ['admin'] })
  })
})

describe('editing', () => {
  test('asks for the ETag that was read', async () => {
    const { etag } = await world.api.ok(userRoutes.getUser, {
      user: 'district',
      params: { userId: 'officer' },
    })
    await calls.edit('province', 'officer', { name: 'Other Name' })

    const refused = await world.api.refused(userRoutes.editUser, {
      user: 'district',
      params: { userId: 'officer' },
      headers: { 'if-match': etag },
      body: { name: 'Third Name' },
    })

    expect(refused.code).toBe('edited-meanwhile')
  })

  test('by two at once loses nobody’s edit', async () => {
    const { etag } = await world.api.ok(userRoutes.getUser, {
      user: 'district',
      params: { userId: 'officer' },
    })
    const change = (user: string, name: string) =>
      world.api.call(userRoutes.editUser, {
        user,
        params: { userId: 'officer' },
        headers: { 'if-match': etag },
        body: { name },
      })

    const answers = await Promise.all([change('district', 'One'), change('province', 'Two')])

    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 412])
  })

  test('takes optional fields away with null', async () => {
    await calls.edit('district', 'officer', {
      phone: '020 55 999 003',
      language: 'en',
      recipientsPerHour: 9000,
    })

    const edited = await calls.edit('district', 'officer', {
      phone: null,
      language: null,
      recipientsPerHour: null,
    })

    expect(edited).toMatchObject({ phone: null, language: null, recipientsPerHour: 5000 })
  })

  test('does not give areas outside one’s own', async () => {
    const refused = await calls.refusedEdit('district', 'officer', { areas: ['1308', '1309'] })

    expect(refused.errors).toEqual([
      { path: 'body.areas[1]', message: 'No area of this code is known in your areas.' },
    ])
  })

  test('keeps the fewest areas', async () => {
    const edited = await calls.edit('province', 'officer', { areas: ['1308001', '1308', '1309'] })

    expect(edited.areas).toEqual(['1308', '1309'])
  })
})

describe('the list', () => {
  test('holds those whose areas lie within one’s own', async () => {
    expect(await idsOf('district', { limit: '200' })).toEqual(['district', 'officer'])
  })

  test('is filtered by area, role, status and what waits', async () => {
    await calls.disable('province', 'officer-1309')
    await calls.edit('province', 'officer', { roles: ['officer', 'admin'] })

    const all = { limit: '200' }
    expect(await idsOf('province', { ...all, area: '1309', role: 'officer' })).toEqual([
      'both',
      'officer-1309',
    ])
    expect(await idsOf('province', { ...all, status: 'disabled' })).toContain('officer-1309')
    expect(await idsOf('province', { ...all, awaitsSecondAdmin: 'true' })).toEqual(['officer'])
  })

  test('comes in pages', async () => {
    const whole = (await pageOf({ limit: '200' })).body
    const ids = whole.users.map(({ id }) => id)

    const first = (await pageOf({ limit: '3' })).body
    const rest = (await pageOf({ limit: '200', cursor: first.nextCursor ?? '' })).body

    expect(first.users.map(({ id }) => id)).toEqual(ids.slice(0, 3))
    expect(rest.users.map(({ id }) => id)).toEqual(ids.slice(3))
    expect([whole.nextCursor, rest.nextCursor]).toEqual([null, null])
  })

  test('says who has a number and never which', async () => {
    await calls.edit('district', 'officer', { phone: '020 55 999 004' })

    const { body } = await world.api.ok(userRoutes.listUsers, { user: 'district', query: { limit: '200' } })

    expect(body.users.find(({ id }) => id === 'officer')?.hasPhone).toBe(true)
    expect(JSON.stringify(body)).not.toContain('999004')
  })
})
