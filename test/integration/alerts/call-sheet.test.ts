import { parse } from 'csv-parse/sync'
import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { buildCommittee, phoneOf, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { buildUser } from '../../support/builders.ts'
import { it } from '../../support/world-test.ts'

const seed = (world: AlertWorld) =>
  world.seedVillages([
    villageWith('1308001', 2, { safePlaceLo: 'ວັດ', safePlaceEn: 'Temple' }),
    villageWith('1308002', 0, { exposure: 3 }),
    villageWith('1308003', 1, { status: 'merged', mergedInto: '1308001' }),
    villageWith('1308004', 0, {
      exposure: 1,
      members: buildCommittee('1308004', 1, { name: '@SUM(1)<b>', status: 'left' }),
    }),
    villageWith('1309001', 1),
  ])
const request = { user: 'officer', params: { district: '1308' } }

describe('the call sheet of a district', () => {
  it('holds every village with whole numbers, the most exposed first', async ({ world }) => {
    await seed(world)

    const { body } = await world.api.ok(alertRoutes.getCallSheet, request)

    expect(body).toMatchObject({ district: '1308', nameEn: 'Songkhone' })
    expect(
      body.villages.map(({ village, contacts }) => [village, contacts.map(({ phone }) => phone)]),
    ).toEqual([
      ['1308002', []],
      ['1308004', []],
      ['1308001', [phoneOf('1308001', 0), phoneOf('1308001', 1)]],
    ])
  })

  it('is a page with empty boxes, in both languages', async ({ world }) => {
    await seed(world)

    const { headers, body = '' } = await world.api.call(alertRoutes.getCallSheet, {
      ...request,
      headers: { accept: 'text/html' },
    })

    expect(headers['Content-Security-Policy']).toContain('sandbox')
    expect(body).toContain('<th scope="col">ຜົນ / Outcome</th><th scope="col">ເວລາ / Time</th>')
    expect(body.match(/<td class="box"><\/td><td class="time"><\/td>/g)).toHaveLength(2)
    expect(body).toContain('ວັດ / Temple')
    expect(body.match(/send someone/g)).toHaveLength(2)
  })

  it('is a table with a row for each person, and one for a village without anybody', async ({ world }) => {
    await seed(world)

    const { headers, body = '' } = await world.api.call(alertRoutes.getCallSheet, {
      ...request,
      query: { format: 'csv' },
    })

    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    const rows: Record<string, string>[] = parse(body, { bom: true, columns: true })
    expect(rows.map((row) => [row['village_code'], row['phone'], row['outcome'], row['time']])).toEqual([
      ['1308002', '', '', ''],
      ['1308004', '', '', ''],
      ['1308001', '020 55 800 100', '', ''],
      ['1308001', '020 55 800 101', '', ''],
    ])
  })

  it('is for officers and admins of the whole district alone', async ({ world }) => {
    await seed(world)
    await world.seedUsers([buildUser({ id: 'district-admin', roles: ['admin'], areas: ['1308'] })])
    const refused = async (user: string, district = '1308') =>
      (await world.api.refused(alertRoutes.getCallSheet, { user, params: { district } })).status

    expect(await refused('viewer')).toBe(403)
    expect(await refused('neighbour')).toBe(404)
    expect(await refused('village-officer')).toBe(404)
    expect(await refused('admin', '1399')).toBe(404)
    await expect(
      world.api.ok(alertRoutes.getCallSheet, { ...request, user: 'district-admin' }),
    ).resolves.toBeDefined()
  })
})
