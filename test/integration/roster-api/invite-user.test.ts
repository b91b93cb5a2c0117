import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { userRoutes } from '../../../shared/contracts/user-routes.ts'
import { newKey } from '../../support/alert-samples.ts'
import { buildUser } from '../../support/builders.ts'
import { startRosterWorld, type RosterWorld } from '../../support/roster-world.ts'
import { createUserCalls, invitation, putPeople } from '../../support/user-calls.ts'

let world: RosterWorld
let calls: ReturnType<typeof createUserCalls>
beforeAll(async () => {
  world = await startRosterWorld()
  calls = createUserCalls(world)
})
afterAll(() => world.stop())
beforeEach(() => putPeople(world))

describe('an invitation', () => {
  test('lets the person in with the rights that one admin may give', async () => {
    const invited = await calls.invite('district', { phone: '020 55 999 001', language: 'lo' })

    const { body } = await world.api.ok(userRoutes.getMe, { user: invited.id })
    expect(body).toMatchObject({ roles: ['officer'], areas: ['1308'], language: 'lo' })
    expect(invited).toMatchObject({ phone: '+856********01', phoneMasked: true, awaitsSecondAdmin: null })
    expect((await calls.read(invited.id)).phone).toBe('+8562055999001')
  })

  test('sent twice invites once, and answers the same', async () => {
    const request = { user: 'district', headers: newKey(), body: invitation() }

    const [first, second] = await Promise.all([
      world.api.ok(userRoutes.inviteUser, request),
      world.api.ok(userRoutes.inviteUser, request),
    ])
    const third = await world.api.ok(userRoutes.inviteUser, request)

    expect(second.body).toEqual(first.body)
    expect(third).toEqual(first)
  })

  test('with a key that came with another body is refused before anybody is invited', async () => {
    const headers = newKey()
    await calls.invite('district', {}, headers)
    const people = world.deps.directory.state.people.size

    const refused = await world.api.refused(userRoutes.inviteUser, {
      user: 'district',
      headers,
      body: invitation(),
    })

    expect(refused.code).toBe('idempotency-key-reused')
    expect(world.deps.directory.state.people.size).toBe(people)
  })

  test('that died between directory and entry leaves nobody with rights, and is finished by the same request', async () => {
    const body = invitation()
    const { id } = await world.deps.directory.invite(body.email)
    const before = await calls.statusOfMe(id)

    const { body: invited } = await world.api.ok(userRoutes.inviteUser, {
      user: 'district',
      headers: newKey(),
      body,
    })

    expect(before).toBe(403)
    expect(invited.id).toBe(id)
    expect(await calls.statusOfMe(id)).toBe(200)
  })

  test('that the directory did not take writes nothing', async () => {
    world.deps.directory.state.fault = new Error('made-up outage')
    const request = { user: 'district', headers: newKey(), body: invitation() }
    const { statusCode } = await world.api.call(userRoutes.inviteUser, request)

    const { body } = await world.api.ok(userRoutes.inviteUser, request)

    expect(statusCode).toBe(500)
    expect(body.roles).toEqual(['officer'])
  })

  test('of somebody who is a user already changes nothing of them', async () => {
    const body = invitation({ roles: ['viewer'] })
    const { body: first } = await world.api.ok(userRoutes.inviteUser, {
      user: 'district',
      headers: newKey(),
      body,
    })

    const refused = await world.api.refused(userRoutes.inviteUser, {
      user: 'province',
      headers: newKey(),
      body: { ...body, email: body.email.toUpperCase(), roles: ['officer'] },
    })

    expect(refused.code).toBe('already-a-user')
    expect(await calls.read(first.id)).toMatchObject({ roles: ['viewer'] })
  })

  test('answers areas outside one’s own like areas that do not exist', async () => {
    const messages = await Promise.all(
      ['1309', '1399', '13', 'LA', '1308999', '1309001'].map(async (area) => {
        const refused = await world.api.refused(userRoutes.inviteUser, {
          user: 'district',
          headers: newKey(),
          body: invitation({ areas: ['1308', area] }),
        })
        return [refused.code, refused.errors]
      }),
    )

    expect(new Set(messages.map((one) => JSON.stringify(one)))).toEqual(
      new Set([
        JSON.stringify([
          'invalid-request',
          [{ path: 'body.areas[1]', message: 'No area of this code is known in your areas.' }],
        ]),
      ]),
    )
  })

  test.each(['021 212 345', 'call me', '+856 21 212 345', '+12'])(
    'refuses %s as a mobile number',
    async (phone) => {
      const refused = await world.api.refused(userRoutes.inviteUser, {
        user: 'district',
        headers: newKey(),
        body: invitation({ phone }),
      })

      expect(refused.errors.map(({ path }) => path)).toEqual(['body.phone'])
    },
  )

  test('takes a mobile number abroad', async () => {
    const { id } = await calls.invite('district', { phone: '0066 81-234 5678' })

    expect((await calls.read(id)).phone).toBe('+66812345678')
  })

  test('of one’s own second login is for another admin', async () => {
    await world.putUsers([buildUser({ id: 'district', areas: ['1308'], personId: 'somboun' })])

    const codes = await Promise.all(
      ['somboun'].map(async (personId) => {
        const request = { user: 'district', headers: newKey(), body: invitation({ personId }) }
        return (await world.api.refused(userRoutes.inviteUser, request)).code
      }),
    )

    expect(codes).toEqual(['needs-another-person'])
  })
})
