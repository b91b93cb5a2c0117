import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { buildMember, buildUser, buildVillage } from '../../support/builders.ts'
import { createImportFlow } from '../../support/import-flow.ts'
import { startRosterWorld, type RosterWorld } from '../../support/roster-world.ts'

let world: RosterWorld
beforeAll(async () => {
  world = await startRosterWorld()
  await world.putUsers([
    buildUser({ id: 'admin', areas: ['13'] }),
    buildUser({ id: 'of-district', areas: ['1302'] }),
  ])
  await world.putVillages([
    buildVillage({
      code: '1301001',
      nameEn: '=Ban, "quoted"',
      latitude: 16.5,
      longitude: 104.75,
      exposure: 3,
      safePlaceLo: 'ວັດ',
      languagesSpoken: ['Lao', 'Bru'],
      households: 80,
      members: [
        buildMember({ id: 'm-1', notes: '-1 leg', consentedOn: '2026-05-01' }),
        buildMember({ id: 'm-2', name: 'Left Person', phone: '+85621123456', status: 'left' }),
        buildMember({ id: 'm-3', name: 'Shares the phone', duty: 'health', language: 'en', script: 'latin' }),
      ],
    }),
    buildVillage({ code: '1301002' }),
    buildVillage({ code: '1301003', status: 'merged', mergedInto: '1301001' }),
    buildVillage({ code: '1302001' }),
  ])
})
afterAll(() => world.stop())

const { createExport, getExport } = rosterRoutes
const request = (key: string, body: unknown) => ({
  user: 'admin',
  headers: { 'idempotency-key': key },
  body,
})
const download = async (key: string, body: unknown): Promise<{ text: string; url: string }> => {
  const { body: created } = await world.api.ok(createExport, request(key, body))
  await world.drainQueue()
  const { body: ready } = await world.api.ok(getExport, { user: 'admin', params: { exportId: created.id } })
  const url = ready.downloadUrl ?? ''
  const bytes = await (await fetch(url)).bytes()
  return { text: Buffer.from(bytes).toString(), url }
}

describe('an export', () => {
  test('is begun, and ready with a download URL once the worker wrote it', async () => {
    const { body } = await world.api.ok(createExport, request('export-01', { areas: ['1301'] }))
    expect(body).toMatchObject({ state: 'working', kind: 'roster', villages: null, downloadUrl: null })

    await world.drainQueue()

    const ready = await world.api.ok(getExport, { user: 'admin', params: { exportId: body.id } })
    expect(ready.body).toMatchObject({ state: 'ready', villages: 3 })
    const query = new URL(ready.body.downloadUrl ?? '').searchParams
    expect(query.get('X-Amz-Expires')).toBe('900')
    expect(query.get('response-content-disposition')).toBe('attachment; filename="roster-1301.csv"')
  })

  test('of many areas has their number in its name, not all of their codes', async () => {
    const { url } = await download('export-many', { areas: ['1301', '1302', '1303', '1304'] })

    expect(new URL(url).searchParams.get('response-content-disposition')).toBe(
      'attachment; filename="roster-4-areas.csv"',
    )
  })

  test('begins with the mark that Excel needs, and guards what a spreadsheet would run', async () => {
    const { text } = await download('export-02', { areas: ['1301'] })

    expect(text.startsWith('\ufeffvillage_code,')).toBe(true)
    expect(text).toContain(`"'=Ban, ""quoted"""`)
    expect(text).toContain(`'-1 leg`)
  })

  test('changes nothing where it is imported again', async () => {
    const { text } = await download('export-03', { areas: ['13'] })

    const { plan } = await createImportFlow(world, 'admin').planned(text, { markLeft: true })

    expect(plan).toMatchObject({
      applicable: true,
      counts: { villagesUnchanged: 4, villagesAdded: 0, villagesChanged: 0, errors: 0 },
    })
  })

  test('of a village holds that village alone', async () => {
    const { text } = await download('export-04', { areas: ['1301002'] })

    expect(text).toContain('1301002')
    expect(text).not.toContain('1301001')
  })

  test('as a template has a line for each village that gets alerts, without its people', async () => {
    const { text } = await download('export-05', { kind: 'template', areas: ['1301'] })

    const lines = text.trim().split('\r\n')
    expect(lines.slice(1).map((line) => line.slice(0, 7))).toEqual(['1301001', '1301002'])
    expect(text).not.toContain('Made-up Person')
  })

  test('is made once for one Idempotency-Key', async () => {
    const first = await world.api.ok(createExport, request('export-06', { areas: ['1301'] }))
    const second = await world.api.ok(createExport, request('export-06', { areas: ['1301'] }))
    const other = await world.api.refused(createExport, request('export-06', { areas: ['1302'] }))
    await world.drainQueue()

    expect(second.body.id).toBe(first.body.id)
    expect(other).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
  })

  test('refuses foreign and unknown areas alike, with their places', async () => {
    const areas = ['1301', '0101', '1399', '1301099', '0101001']

    const problem = await world.api.refused(createExport, request('export-07', { areas }))

    expect(problem).toMatchObject({ status: 422, code: 'invalid-request' })
    expect(problem.errors.map(({ path }) => path)).toEqual([1, 2, 3, 4].map((at) => `body.areas[${at}]`))
    expect(new Set(problem.errors.map(({ message }) => message)).size).toBe(1)
  })

  test.each([[[]], [['x']]])('refuses areas that are none: %j', async (areas) => {
    const problem = await world.api.refused(createExport, request('export-08', { areas }))

    expect(problem).toMatchObject({ status: 422, code: 'invalid-request' })
  })

  test('is seen only by who covers all its areas', async () => {
    const { body } = await world.api.ok(createExport, request('export-09', { areas: ['1301', '1302'] }))
    await world.drainQueue()

    const problem = await world.api.refused(getExport, {
      user: 'of-district',
      params: { exportId: body.id },
    })

    expect(problem).toMatchObject({ status: 404, code: 'not-found' })
  })
})
