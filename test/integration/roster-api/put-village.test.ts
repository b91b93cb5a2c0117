import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { buildMember, buildUser, buildVillage } from '../../support/builders.ts'
import { startRosterWorld, type RosterWorld } from '../../support/roster-world.ts'

let world: RosterWorld
beforeAll(async () => {
  world = await startRosterWorld()
  await world.putUsers([buildUser({ id: 'admin', areas: ['13'] })])
  await world.putVillages([
    buildVillage({ code: '1301001', members: [buildMember()] }),
    buildVillage({ code: '1301002' }),
    buildVillage({ code: '1301003', status: 'merged', mergedInto: '1301001' }),
  ])
})
afterAll(() => world.stop())

const village = (code: string, body?: unknown, headers?: Record<string, string>) => ({
  user: 'admin',
  params: { code },
  ...(body === undefined ? {} : { body }),
  ...(headers === undefined ? {} : { headers }),
})
const put = rosterRoutes.putVillage
const mergeInto = (code: string, mergedInto: string) =>
  village(code, { nameLo: '', nameEn: 'X', status: 'merged', mergedInto }, { 'if-match': '*' })

describe('PUT /v1/villages/{code}', () => {
  test('adds a village and counts its district', async () => {
    const { body, etag } = await world.api.ok(put, village('1304001', { nameLo: 'ໃໝ່', nameEn: 'New' }))

    expect(body).toMatchObject({ code: '1304001', status: 'active', members: [], languagesSpoken: [] })
    expect(etag).toBe(`"${body.etag}"`)
    expect(await world.deps.summaries.find('1304')).toEqual(
      expect.objectContaining({ villages: 1, villagesWithoutContact: 1 }),
    )
    expect(await world.deps.summaries.find('1304')).not.toHaveProperty('staleToken')
  })

  test.each([
    [{ latitude: 17.9 }, 'body.longitude'],
    [{ longitude: 102.6 }, 'body.latitude'],
    [{ latitude: 102.6, longitude: 17.9 }, 'body.longitude'],
    [{ latitude: 48.1, longitude: 11.6 }, 'body.longitude'],
  ])('refuses a place that cannot be meant (%j)', async (place, path) => {
    const problem = await world.api.refused(put, village('1304003', { nameLo: 'ໃໝ່', nameEn: '', ...place }))

    expect(problem).toMatchObject({ errors: [{ path }] })
  })

  test('stores names and safe places as an import would', async () => {
    const body = { nameLo: ' ໜອງ\u200bປິງ ', nameEn: '\u200b', safePlaceEn: 'e\u0301cole' }

    const written = await world.api.ok(put, village('1304004', body))

    expect(written.body).toMatchObject({ nameLo: 'ໜອງປິງ', nameEn: '', safePlaceEn: 'école' })
  })

  test('edits what it was read as, and keeps the committee', async () => {
    const read = await world.api.ok(rosterRoutes.getVillage, village('1301001'))

    const { body } = await world.api.ok(
      put,
      village('1301001', { nameLo: '', nameEn: 'Edited', safePlaceEn: 'School' }, { 'if-match': read.etag }),
    )

    expect(body).toMatchObject({ nameEn: 'Edited', safePlaceEn: 'School', members: [{ id: 'member-1' }] })
    expect(body.etag).not.toBe(read.body.etag)
  })

  test.each([
    ['an edit without If-Match', {}, 428, 'if-match-required'],
    ['an edit of another revision', { 'if-match': '"old"' }, 412, 'edited-meanwhile'],
    ['an addition of what is there', { 'if-none-match': '*' }, 412, 'edited-meanwhile'],
  ])('refuses %s', async (_, headers, status, code) => {
    const before = await world.deps.villages.find('1301002')

    const problem = await world.api.refused(put, village('1301002', { nameLo: '', nameEn: 'X' }, headers))

    expect(problem).toMatchObject({ status, code })
    expect(await world.deps.villages.find('1301002')).toEqual(before)
  })

  test('refuses an edit of a village that is not there', async () => {
    const edit = village('1305001', { nameLo: '', nameEn: 'X' }, { 'if-match': '"any"' })

    expect(await world.api.refused(put, edit)).toMatchObject({ status: 412 })
    expect(await world.deps.villages.find('1305001')).toBeUndefined()
  })

  test('refuses a code of no district', async () => {
    const problem = await world.api.refused(put, village('1399001', { nameLo: '', nameEn: 'X' }))

    expect(problem).toMatchObject({ status: 422, errors: [{ path: 'params.code' }] })
  })

  test.each([
    ['an unknown village', '1301098'],
    ['a village of others', '0101001'],
    ['itself', '1306001'],
    ['a village that was merged itself', '1301003'],
  ])('refuses to merge into %s', async (_, mergedInto) => {
    const problem = await world.api.refused(
      put,
      village('1306001', { nameLo: '', nameEn: 'X', status: 'merged', mergedInto }),
    )

    expect(problem).toMatchObject({ status: 422, errors: [{ path: 'body.mergedInto' }] })
    expect(await world.deps.villages.find('1306001')).toBeUndefined()
  })

  test('merges into a village that is there', async () => {
    const { body } = await world.api.ok(
      put,
      village('1306002', { nameLo: '', nameEn: 'X', status: 'merged', mergedInto: '1301002' }),
    )

    expect(body).toMatchObject({ status: 'merged', mergedInto: '1301002' })
  })

  test('never merges two villages into each other, though both are asked for at once', async () => {
    const [one, other] = ['1306003', '1306004']
    await world.putVillages([buildVillage({ code: one }), buildVillage({ code: other })])
    const { put: write } = world.deps.villages
    vi.spyOn(world.deps.villages, 'put').mockImplementationOnce(async (...given) => {
      await world.api.call(put, mergeInto(other, one))
      return write(...given)
    })

    const answer = await world.api.call(put, mergeInto(one, other))
    vi.restoreAllMocks()

    const now = await world.deps.villages.findMany([one, other])
    expect(answer.statusCode).toBe(412)
    expect(now.map(({ status }) => status).toSorted()).toEqual(['active', 'merged'])
  })

  test('names every fault with its place', async () => {
    const problem = await world.api.refused(
      put,
      village('1304009', { nameLo: '', nameEn: '', exposure: 7, households: -1 }),
    )

    expect(problem).toMatchObject({ status: 422, code: 'invalid-request' })
    expect(problem.errors.map(({ path }) => path).toSorted()).toEqual(['body.exposure', 'body.households'])
  })

  test('lets one of two edits of the same revision win', async () => {
    const { etag } = await world.api.ok(rosterRoutes.getVillage, village('1304001'))
    const edit = (nameEn: string) =>
      world.api.call(put, village('1304001', { nameLo: '', nameEn }, { 'if-match': etag }))

    const answers = await Promise.all([edit('A'), edit('B')])

    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 412]))
    expect(await world.deps.summaries.find('1304')).not.toHaveProperty('staleToken')
  })
})
