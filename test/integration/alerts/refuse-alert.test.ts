import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertBody, alertUsers, newKey, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { startTables, type TestTables } from '../../support/dynalite.ts'
import { countItems } from '../../support/world-test.ts'

let tables: TestTables
let world: AlertWorld
beforeAll(async () => {
  tables = await startTables()
  world = createAlertWorld(tables)
  await world.seedUsers(alertUsers)
  await world.seedVillages([
    villageWith('1308001', 2),
    villageWith('1308002', 1),
    villageWith('1308003', 1, { status: 'merged', mergedInto: '1308002' }),
    villageWith('1309001', 0),
  ])
})
afterAll(() => tables.stop())

const marker = 'ZXQ-7788'
const long = (word: string, times: number): string => word.repeat(times)

/** Sends a body that must be refused, and makes sure that nothing was written and nothing of it came back. */
const refuse = async (body: unknown, headers: Record<string, string> = newKey(), user = 'province') => {
  const before = await countItems(tables)
  const answer = await world.api.call(alertRoutes.createAlert, { user, body, headers })
  expect(await countItems(tables)).toBe(before)
  expect(answer.body).not.toContain(marker)
  const problem = await world.api.refused(alertRoutes.createAlert, { user, body, headers })
  return { status: problem.status, code: problem.code, paths: problem.errors.map(({ path }) => path) }
}
const refuseOver = (over: Record<string, unknown>, user?: string) =>
  refuse({ ...alertBody, ...over }, newKey(), user)

describe('an alert that is refused', () => {
  it('names every unknown area', async () => {
    expect(await refuseOver({ areas: ['1308', '1399', '1308999', '99'] })).toEqual({
      status: 422,
      code: 'invalid-request',
      paths: ['body.areas[1]', 'body.areas[2]', 'body.areas[3]'],
    })
  })

  it('says the same of a foreign area as of an unknown one', async () => {
    const refusals = await Promise.all(
      [
        ['1308', '1309'],
        ['1308', '1399'],
        ['1308', '1309001'],
        ['1308', '1308999'],
      ].map(async (areas) =>
        world.api.refused(alertRoutes.createAlert, {
          user: 'officer',
          body: { ...alertBody, areas },
          headers: newKey(),
        }),
      ),
    )

    expect(new Set(refusals.map((problem) => JSON.stringify(problem))).size).toBe(1)
    expect(refusals[0]?.errors[0]?.path).toBe('body.areas[1]')
  })

  it('names an area that no village of is on the roster', async () => {
    expect(await refuseOver({ areas: ['1308', '1301'] })).toMatchObject({
      code: 'no-recipients',
      paths: ['body.areas[1]'],
    })
  })

  it('has villages but nobody who gets SMS', async () => {
    expect(await refuseOver({ areas: ['1309'] })).toMatchObject({
      code: 'no-recipients',
      paths: ['body.areas'],
    })
  })

  it('names a merged village as unknown', async () => {
    expect(await refuseOver({ areas: ['1308003'] })).toMatchObject({ paths: ['body.areas[0]'] })
  })

  it.each([
    ['no area', { areas: [] }, 'body.areas'],
    ['an area that is no code', { areas: [marker] }, 'body.areas[0]'],
    ['a language that nobody has', { texts: { lo: 'ນ້ຳ', fr: marker } }, 'body.texts'],
    ['no text', { texts: {} }, 'body.texts'],
    ['a text of blanks', { texts: { lo: '   ' } }, 'body.texts.lo'],
    ['a field that is not known', { [marker]: 1 }, 'body'],
    ['a kind that is not known', { kind: marker }, 'body.kind'],
    ['a level that begins no alert', { level: 'all-clear' }, 'body.level'],
    ['a danger called preparedness', { kind: 'preparedness', level: 'warning' }, 'body.level'],
    ['a time without offset', { expiresAtIso: '2026-07-24T12:00:00' }, 'body.expiresAtIso'],
    ['an expiry in the past', { expiresAtIso: '2026-07-23T11:59:59+07:00' }, 'body.expiresAtIso'],
    ['an expiry at this moment', { expiresAtIso: '2026-07-23T12:00:00+07:00' }, 'body.expiresAtIso'],
    ['an expiry too far ahead', { expiresAtIso: '2026-07-31T12:00:00+07:00' }, 'body.expiresAtIso'],
  ])('has %s', async (_, over, path) => {
    expect(await refuseOver(over)).toEqual({ status: 422, code: 'invalid-request', paths: [path] })
  })

  it('has a text that takes more than three parts, told for each language', async () => {
    const texts = { lo: `${marker} ${long('ນ້ຳຖ້ວມ', 40)}`, en: long(`${marker} flood `, 60) }

    expect(await refuseOver({ texts })).toMatchObject({
      code: 'invalid-request',
      paths: ['body.texts.lo', 'body.texts.en'],
    })
    expect(await refuseOver({ texts: { lo: 'ນ້ຳ', en: texts.en } })).toMatchObject({
      paths: ['body.texts.en'],
    })
  })

  it('names all its faults at once', async () => {
    expect(
      await refuseOver({
        kind: 'preparedness',
        level: 'watch',
        areas: ['1399'],
        texts: { lo: long('ນ້ຳ', 120) },
        expiresAtIso: '2026-07-01T12:00:00+07:00',
      }),
    ).toMatchObject({ paths: ['body.expiresAtIso', 'body.level', 'body.texts.lo', 'body.areas[0]'] })
    expect(await refuse({ ...alertBody, kind: marker, areas: [] }, {})).toMatchObject({
      paths: ['headers.idempotency-key', 'body.kind', 'body.areas'],
    })
  })
})

describe('a request that is no alert', () => {
  it.each([
    ['a media type that is not JSON', { 'content-type': 'text/plain' }, alertBody, 415],
    ['no media type', { 'content-type': '' }, alertBody, 415],
    ['JSON that is cut off', {}, `{"kind": "${marker}`, 422],
    ['no body', {}, undefined, 422],
    ['a list', {}, [alertBody], 422],
    ['a body over 256 KB', {}, { ...alertBody, texts: { lo: long(marker, 40_000) } }, 413],
  ])('has %s', async (_, headers, body, status) => {
    const refused = await refuse(body, { ...newKey(), ...headers })

    expect(refused.status).toBe(status)
    expect(refused.paths).toHaveLength(status === 413 ? 0 : 1)
  })

  it.each(['', 'short', 'with blank inside', 'ກຂຄງຈສຊຍ', long('k', 129)])(
    'has the Idempotency-Key "%s"',
    async (key) => {
      const headers: Record<string, string> = key === '' ? {} : { 'idempotency-key': key }

      expect(await refuse(alertBody, headers)).toMatchObject({
        code: 'invalid-request',
        paths: ['headers.idempotency-key'],
      })
    },
  )
})

describe('where actual alerts are not allowed', () => {
  it('is neither written nor issued', async () => {
    const draft = await world.api.ok(alertRoutes.createAlert, {
      user: 'officer',
      body: { ...alertBody, mode: 'actual' },
      headers: newKey(),
    })
    const strict = createAlertWorld(tables, { actualAllowed: false })

    const written = await strict.api.refused(alertRoutes.createAlert, {
      user: 'officer',
      body: { ...alertBody, mode: 'actual' },
      headers: newKey(),
    })
    const issued = await strict.api.refused(alertRoutes.submitAlert, {
      user: 'officer',
      params: { alertId: draft.body.alertId },
      headers: newKey(),
    })

    expect(written).toMatchObject({ code: 'actual-not-allowed', errors: [{ path: 'body.mode' }] })
    expect(issued.code).toBe('actual-not-allowed')
    expect((await strict.alerts.findVersion(draft.body.alertId, 1))?.state).toBe('draft')
  })
})
