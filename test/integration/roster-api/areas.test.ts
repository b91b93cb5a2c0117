import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { userRoutes } from '../../../shared/contracts/user-routes.ts'
import { buildMember, buildUser, buildVillage } from '../../support/builders.ts'
import { startRosterWorld, type RosterWorld } from '../../support/roster-world.ts'

let world: RosterWorld
beforeAll(async () => {
  world = await startRosterWorld()
  await world.putUsers([
    buildUser({ id: 'admin', areas: ['13'] }),
    buildUser({ id: 'officer', roles: ['officer'], areas: ['1301'] }),
    buildUser({ id: 'ministry', roles: ['viewer'], areas: ['LA'] }),
    buildUser({ id: 'gone', status: 'disabled' }),
  ])
  await world.putVillages([
    buildVillage({ code: '1301001', safePlaceEn: 'Temple', members: [buildMember()] }),
    buildVillage({ code: '1301002' }),
    buildVillage({ code: '1302001', members: [buildMember({ sex: 'male' })] }),
  ])
})
afterAll(() => world.stop())

const listAreas = async (user: string, parent?: string) => {
  const request = { user, ...(parent === undefined ? {} : { query: { parent } }) }
  return (await world.api.ok(rosterRoutes.listAreas, request)).body.areas
}

describe('GET /v1/me', () => {
  test('tells who is signed in', async () => {
    const { body } = await world.api.ok(userRoutes.getMe, { user: 'officer' })

    expect(body).toEqual({
      id: 'officer',
      name: 'Made-up Admin',
      roles: ['officer'],
      areas: ['1301'],
      personId: null,
      language: null,
      may: ['look', 'issue-alerts', 'approve-alerts', 'record-calls', 'stop-alerts'],
      recipientsPerHour: 5000,
    })
  })

  test.each(['stranger', 'gone'])('refuses %s', async (user) => {
    expect(await world.api.refused(userRoutes.getMe, { user })).toMatchObject({ code: 'not-a-user' })
  })
})

describe('GET /v1/areas', () => {
  test('lists all provinces to who covers the country, also those with nothing rostered', async () => {
    const areas = await listAreas('ministry')

    expect(areas).toHaveLength(18)
    expect(areas.find(({ code }) => code === '13')).toEqual({
      code: '13',
      pCode: 'LA13',
      level: 'province',
      nameLo: 'ສະຫວັນນະເຂດ',
      nameEn: 'Savannakhet',
      villages: 3,
      villagesExpected: null,
      deskPhone: null,
      villagesWithoutContact: 1,
      villagesWithoutSafePlace: 2,
      members: 2,
      women: 1,
      recipients: 2,
    })
    expect(areas.find(({ code }) => code === '01')).toMatchObject({ villages: 0, recipients: 0 })
  })

  test('counts of a province only the districts that the caller touches', async () => {
    const areas = await listAreas('officer')

    expect(areas).toEqual([expect.objectContaining({ code: '13', villages: 2, members: 1 })])
  })

  test('lists the districts of a province, those without villages too', async () => {
    const districts = await listAreas('admin', '13')

    expect(districts.map(({ code }) => code)).toContain('1315')
    expect(districts.find(({ code }) => code === '1302')).toMatchObject({ level: 'district', villages: 1 })
    expect(districts.find(({ code }) => code === '1315')).toMatchObject({ villages: 0 })
    expect((await listAreas('officer', '13')).map(({ code }) => code)).toEqual(['1301'])
  })

  test.each(['01', '99'])('does not tell a foreign province from an unknown one (%s)', async (parent) => {
    const problem = await world.api.refused(rosterRoutes.listAreas, { user: 'admin', query: { parent } })

    expect(problem).toMatchObject({ status: 404, code: 'not-found' })
  })

  test('sends who asks below a district to the villages', async () => {
    const problem = await world.api.refused(rosterRoutes.listAreas, {
      user: 'admin',
      query: { parent: '1301' },
    })

    expect(problem).toMatchObject({ status: 422, errors: [{ path: 'query.parent' }] })
    expect(problem.errors[0]?.message).toContain('/v1/villages')
  })
})

const setExpected = (user: string, district: string, villagesExpected: unknown) => ({
  user,
  params: { district },
  body: { villagesExpected },
})

describe('PATCH /v1/areas/{district}', () => {
  test('sets how many villages there should be; a province has the sum once all are known', async () => {
    const { body } = await world.api.ok(rosterRoutes.setVillagesExpected, setExpected('admin', '1301', 5))

    expect(body).toMatchObject({ code: '1301', villages: 2, villagesExpected: 5 })
    expect(await listAreas('admin')).toEqual([expect.objectContaining({ villagesExpected: null })])
    expect(await listAreas('officer')).toEqual([expect.objectContaining({ villagesExpected: 5 })])
  })

  test('refuses a number that is none', async () => {
    const problem = await world.api.refused(
      rosterRoutes.setVillagesExpected,
      setExpected('admin', '1301', -1),
    )

    expect(problem).toMatchObject({ status: 422, errors: [{ path: 'body.villagesExpected' }] })
  })

  test.each(['0101', '1399'])(
    'does not tell a foreign district from an unknown one (%s)',
    async (district) => {
      const problem = await world.api.refused(
        rosterRoutes.setVillagesExpected,
        setExpected('admin', district, 1),
      )

      expect(problem).toMatchObject({ status: 404, code: 'not-found' })
    },
  )

  test('is for admins', async () => {
    const problem = await world.api.refused(
      rosterRoutes.setVillagesExpected,
      setExpected('officer', '1301', 1),
    )

    expect(problem).toMatchObject({ status: 403, code: 'not-allowed' })
  })
})

const setDesk = (user: string, district: string, phone: string) => ({
  user,
  params: { district },
  body: { phone },
})

describe('PUT /v1/areas/{district}/desk', () => {
  test.each([
    ['+856 41 212345', '041 212 345'],
    ['໐໒໐ 55 123 456', '020 55 123 456'],
    ['1195', '1195'],
  ])('keeps %s as people dial it', async (phone, deskPhone) => {
    const { body } = await world.api.ok(rosterRoutes.setDeskPhone, setDesk('admin', '1301', phone))

    expect(body).toMatchObject({ code: '1301', deskPhone })
  })

  test.each(['', 'the desk', '12', '+66 81 234 5678'])('refuses %j, and says where', async (phone) => {
    const problem = await world.api.refused(rosterRoutes.setDeskPhone, setDesk('admin', '1301', phone))

    expect(problem).toMatchObject({ status: 422, errors: [{ path: 'body.phone' }] })
  })

  test('is for admins of the district', async () => {
    const officer = await world.api.refused(rosterRoutes.setDeskPhone, setDesk('officer', '1301', '1195'))
    const foreign = await world.api.refused(rosterRoutes.setDeskPhone, setDesk('admin', '0101', '1195'))

    expect([officer.code, foreign.code]).toEqual(['not-allowed', 'not-found'])
  })
})
