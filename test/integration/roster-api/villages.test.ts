import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { rowsOf } from '../../../shared/domain/columns.ts'
import { buildMember, buildUser, buildVillage } from '../../support/builders.ts'
import { startRosterWorld, type RosterWorld } from '../../support/roster-world.ts'

let world: RosterWorld
beforeAll(async () => {
  world = await startRosterWorld()
  await world.putUsers([
    buildUser({ id: 'admin', areas: ['13'] }),
    buildUser({ id: 'officer', roles: ['officer'], areas: ['1301'] }),
    buildUser({ id: 'one-village', roles: ['viewer'], areas: ['1301002'] }),
  ])
  await world.putVillages([
    buildVillage({ code: '1301001', members: [buildMember()] }),
    buildVillage({ code: '1301002', members: [buildMember({ phone: '+85621123456' })] }),
    buildVillage({ code: '1301003', status: 'merged', mergedInto: '1301001' }),
    buildVillage({
      code: '1303001',
      latitude: 16.12349,
      longitude: 105.98751,
      exposure: 3,
      safePlaceEn: 'Temple',
      members: [buildMember()],
    }),
    buildVillage({ code: '1302001', latitude: 16.5, longitude: 105.1 }),
  ])
})
afterAll(() => world.stop())

const village = (code: string) => ({ user: 'admin', params: { code } })

const codesFor = async (user: string) => {
  const { body } = await world.api.ok(rosterRoutes.listVillages, { user, query: { district: '1301' } })
  return body.villages.code
}

describe('GET /v1/villages', () => {
  test('lists a district, villages without contact first', async () => {
    expect(await codesFor('officer')).toEqual(['1301002', '1301001', '1301003'])
  })

  test('answers a column for each field of a list, with places rounded to 110 m', async () => {
    const { body } = await world.api.ok(rosterRoutes.listVillages, {
      user: 'admin',
      query: { district: '1303' },
    })

    expect(rowsOf(body.villages)).toEqual([
      {
        code: '1303001',
        nameLo: expect.any(String),
        nameEn: expect.any(String),
        latitude: 16.123,
        longitude: 105.988,
        exposure: 3,
        status: 'active',
        hasSafePlace: true,
        contacts: 1,
        quarantined: 0,
      },
    ])
  })

  test('shows of a district only the villages that the caller covers', async () => {
    expect(await codesFor('one-village')).toEqual(['1301002'])
  })

  test.each(['1302', '1399'])(
    'does not tell a foreign district from an unknown one (%s)',
    async (district) => {
      const problem = await world.api.refused(rosterRoutes.listVillages, {
        user: 'officer',
        query: { district },
      })

      expect(problem).toMatchObject({ status: 404, code: 'not-found' })
    },
  )
})

const nameVillages = async (user: string, codes: string) =>
  (await world.api.ok(rosterRoutes.nameVillages, { user, query: { codes } })).body.villages

describe('GET /v1/village-names', () => {
  test('names villages of any districts in one answer, with their places', async () => {
    const villages = await nameVillages('admin', '1301001,1302001,1301001,1399999')

    expect(villages.map(({ code }) => code).toSorted()).toEqual(['1301001', '1302001'])
    expect(villages.find(({ code }) => code === '1302001')).toEqual({
      code: '1302001',
      nameLo: expect.any(String),
      nameEn: expect.any(String),
      latitude: 16.5,
      longitude: 105.1,
    })
  })

  test('leaves out what the caller does not cover', async () => {
    const villages = await nameVillages('one-village', '1301001,1301002,1302001')

    expect(villages.map(({ code }) => code)).toEqual(['1301002'])
  })

  test.each(['', '1301', Array(101).fill('1301001').join(',')])('refuses the codes %s', async (codes) => {
    const problem = await world.api.refused(rosterRoutes.nameVillages, { user: 'admin', query: { codes } })

    expect(problem).toMatchObject({ status: 422, errors: [{ path: 'query.codes' }] })
  })
})

describe('GET /v1/villages?failing=true', () => {
  beforeAll(async () => {
    await world.putVillages([
      buildVillage({
        code: '1307001',
        members: [
          buildMember({ id: 'm-1', name: 'Reached' }),
          buildMember({
            id: 'm-2',
            name: 'Failing',
            phone: '+8562055999001',
            status: 'quarantined',
            quarantinedAtIso: '2026-07-20T12:00:00+07:00',
          }),
        ],
      }),
      buildVillage({ code: '1307002', members: [buildMember()] }),
    ])
  })

  test.each(['admin', 'officer'])(
    'names whose numbers are in quarantine, masked for %s too',
    async (user) => {
      await world.putUsers([buildUser({ id: 'officer', roles: ['officer'], areas: ['1301', '1307'] })])

      const { body } = await world.api.ok(rosterRoutes.listVillages, {
        user,
        query: { district: '1307', failing: 'true' },
      })

      expect(rowsOf(body.villages).map(({ code, failing }) => ({ code, failing }))).toEqual([
        {
          code: '1307001',
          failing: [
            {
              id: 'm-2',
              name: 'Failing',
              phone: '+856********01',
              duty: buildMember().duty,
              quarantinedAtIso: '2026-07-20T12:00:00+07:00',
            },
          ],
        },
      ])
    },
  )

  test('leaves them out of the usual list', async () => {
    const { body } = await world.api.ok(rosterRoutes.listVillages, {
      user: 'admin',
      query: { district: '1307' },
    })

    expect(body.villages.code).toEqual(['1307001', '1307002'])
    expect(body.villages).not.toHaveProperty('failing')
  })
})

describe('GET /v1/villages/{code}', () => {
  test('shows an admin whole phone numbers, with the ETag', async () => {
    const { body, etag } = await world.api.ok(rosterRoutes.getVillage, village('1301002'))

    expect(body.members).toEqual([
      expect.objectContaining({ phone: '+85621123456', phoneMasked: false, phoneType: 'fixed' }),
    ])
    expect(body.committee).toEqual({ members: 1, contacts: 0, women: 1, quarantined: 0 })
    expect(etag).toBe(`"${body.etag}"`)
  })

  test('masks phone numbers for all others', async () => {
    const { body } = await world.api.ok(rosterRoutes.getVillage, { ...village('1301001'), user: 'officer' })

    expect(body.members).toEqual([expect.objectContaining({ phone: '+856********56', phoneMasked: true })])
    expect(JSON.stringify(body)).not.toContain('55123456')
  })

  test('counts quarantined numbers as contacts, as urgent alerts do', async () => {
    const members = [buildMember({ status: 'quarantined' })]
    await world.putVillages([buildVillage({ code: '1310001', members })])

    const { body } = await world.api.ok(rosterRoutes.getVillage, village('1310001'))

    expect(body.committee).toMatchObject({ contacts: 1, quarantined: 1 })
  })

  test.each([
    ['officer', '1302001'],
    ['officer', '1301099'],
    ['one-village', '1301001'],
  ])('answers 404 to %s for %s', async (user, code) => {
    const problem = await world.api.refused(rosterRoutes.getVillage, { user, params: { code } })

    expect(problem).toMatchObject({ status: 404, code: 'not-found' })
  })
})
