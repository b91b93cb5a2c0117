import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { uploadKeyOf } from '../../../shared/domain/import-files.ts'
import { buildUser } from '../../support/builders.ts'
import { createImportFlow, rosterCsv } from '../../support/import-flow.ts'
import { startRosterWorld, type RosterWorld } from '../../support/roster-world.ts'

let world: RosterWorld
let flow: ReturnType<typeof createImportFlow>
beforeAll(async () => {
  world = await startRosterWorld()
  await world.putUsers([
    buildUser({ id: 'admin', areas: ['13'] }),
    buildUser({ id: 'of-district', areas: ['1301'] }),
    buildUser({ id: 'elsewhere', areas: ['01'] }),
    buildUser({ id: 'officer', roles: ['officer'], areas: ['13'] }),
  ])
  flow = createImportFlow(world, 'admin')
})
afterAll(() => world.stop())

const { createImport, planImport, applyImport, undoImport, getImport } = rosterRoutes
const good = rosterCsv('1301001,Ban A,Temple,Person A,020 55 123 456,head')
const inTwoDistricts = `${good}\n1302001,Ban B,Temple,Person B,020 55 123 457,head`
const bad = rosterCsv('1301001,Ban A,Temple,Person A,020 55 12,head')
const fileBody = { fileName: 'roster.csv', contentType: 'text/csv', sizeBytes: 10 }
const creation = (key: string, body: unknown = fileBody) => ({
  user: 'admin',
  headers: { 'idempotency-key': key },
  body,
})

describe('POST /v1/roster-imports', () => {
  test('answers with an upload URL for exactly that file, for 15 minutes', async () => {
    const { body } = await world.api.ok(createImport, creation('creation-1'))

    expect(body.import).toMatchObject({ state: 'waiting-for-file', plan: null, createdBy: 'admin' })
    expect(body.upload).toMatchObject({
      method: 'PUT',
      headers: { 'content-type': 'text/csv', 'content-length': '10' },
      expiresAtIso: '2026-07-01T08:15:00+07:00',
    })
  })

  test('answers the same request again with the same import, and another body with a refusal', async () => {
    const first = await world.api.ok(createImport, creation('creation-2'))

    const second = await world.api.ok(createImport, creation('creation-2'))
    const other = creation('creation-2', { ...fileBody, sizeBytes: 11 })

    expect(second.body.import).toEqual(first.body.import)
    expect(await world.api.refused(createImport, other)).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    })
  })

  test.each([
    ['an empty file', { ...fileBody, sizeBytes: 0 }, 'body.sizeBytes'],
    ['a file over 10 MB', { ...fileBody, sizeBytes: 10 * 1024 * 1024 + 1 }, 'body.sizeBytes'],
    ['a file of another kind', { ...fileBody, contentType: 'image/png' }, 'body.contentType'],
  ])('refuses %s', async (_, body, path) => {
    const problem = await world.api.refused(createImport, creation('creation-3', body))

    expect(problem).toMatchObject({ status: 422, code: 'invalid-request', errors: [{ path }] })
  })

  test('is for admins', async () => {
    const problem = await world.api.refused(createImport, { ...creation('creation-4'), user: 'officer' })

    expect(problem).toMatchObject({ status: 403 })
  })
})

describe('who sees an import', () => {
  const seenBy = async (user: string, importId: string) =>
    (await world.api.call(getImport, { user, params: { importId } })).statusCode

  test('only who made it, until it is planned; then whoever covers all its districts', async () => {
    const id = await flow.upload(inTwoDistricts)
    expect([await seenBy('admin', id), await seenBy('of-district', id)]).toEqual([200, 404])
    await flow.plan(id)

    await world.putUsers([buildUser({ id: 'covering', areas: ['1301', '1302'] })])

    expect(await seenBy('covering', id)).toBe(200)
    expect(await seenBy('of-district', id)).toBe(404)
    expect(await seenBy('elsewhere', id)).toBe(404)
  })

  test('not who made it, once a district of it is not theirs any more', async () => {
    await world.putUsers([buildUser({ id: 'shrinking', areas: ['13'] })])
    const { id } = await createImportFlow(world, 'shrinking').planned(inTwoDistricts)

    await world.putUsers([buildUser({ id: 'shrinking', areas: ['1301'] })])

    expect(await seenBy('shrinking', id)).toBe(404)
    const apply = { user: 'shrinking', params: { importId: id } }
    expect(await world.api.refused(applyImport, apply)).toMatchObject({ status: 404 })
  })

  test.each([getImport, planImport, applyImport, undoImport])('by no route: $path', async (route) => {
    const id = await flow.upload(good)

    const problem = await world.api.refused(route, {
      user: 'elsewhere',
      params: { importId: id },
      body: {},
    })

    expect(problem).toMatchObject({ status: 404, code: 'not-found' })
  })
})

describe('POST …/plan', () => {
  test('asks for the file first', async () => {
    const { import: created } = await flow.create(10)

    const problem = await world.api.refused(planImport, { ...flow.on(created.id), body: {} })

    expect(problem).toMatchObject({ status: 422, code: 'file-refused' })
    expect(problem.detail).toContain('upload')
    expect(world.takeMessages()).toEqual([])
  })

  test('holds even if the queue fails; the same request again queues the work', async () => {
    const id = await flow.upload(good)
    world.queueState.broken = true
    const { body } = await world.api.ok(planImport, { ...flow.on(id), body: {} })
    world.queueState.broken = false
    expect(body).toMatchObject({ state: 'planning', plan: null })

    await world.api.ok(planImport, { ...flow.on(id), body: {} })

    expect(world.takeMessages()).toEqual([{ schemaVersion: 1, job: 'plan', importId: id }])
  })

  test('refuses other options while it plans', async () => {
    const id = await flow.upload(good)
    await world.api.ok(planImport, { ...flow.on(id), body: {} })

    const problem = await world.api.refused(planImport, { ...flow.on(id), body: { markLeft: true } })

    expect(problem).toMatchObject({ status: 409, code: 'wrong-state' })
    world.takeMessages()
  })

  test('refuses confirmed matches that are none', async () => {
    const id = await flow.upload(good)

    const problem = await world.api.refused(planImport, {
      ...flow.on(id),
      body: { confirmedMatches: { '2': 'not a code' } },
    })

    expect(problem).toMatchObject({ status: 422, errors: [{ path: 'body.confirmedMatches.2' }] })
  })

  test('plans anew after another upload', async () => {
    const { id, plan } = await flow.planned(bad)
    expect(plan).toMatchObject({ applicable: false, counts: { errors: 1 } })
    await world.deps.bucket.put(uploadKeyOf(id), good, 'text/csv')

    const again = await flow.plan(id)

    expect(again.plan).toMatchObject({ applicable: true, counts: { errors: 0, villagesAdded: 1 } })
  })
})

describe('POST …/apply', () => {
  test.each([
    ['before it is planned', () => flow.upload(good)],
    ['with errors in its plan', async () => (await flow.planned(bad)).id],
  ])('refuses an import %s', async (_, makeImport) => {
    const id = await makeImport()

    const problem = await world.api.refused(applyImport, flow.on(id))

    expect(problem).toMatchObject({ status: 409, code: 'wrong-state' })
    expect(world.takeMessages()).toEqual([])
  })

  test('refuses a file that was replaced after its plan, and writes nothing', async () => {
    const { id } = await flow.planned(good)
    await world.deps.bucket.put(uploadKeyOf(id), inTwoDistricts, 'text/csv')

    const problem = await world.api.refused(applyImport, flow.on(id))

    expect(problem).toMatchObject({ status: 422, code: 'file-refused' })
    expect((await flow.view(id)).state).toBe('planned')
    expect(await world.deps.villages.find('1301001')).toBeUndefined()
  })

  test('refuses where somebody plans again meanwhile', async () => {
    const { id } = await flow.planned(good)
    const planned = await world.deps.imports.find(id)
    await flow.plan(id)

    const folder = planned?.plan?.folder ?? ''
    const since = { stateSinceEpochSeconds: 1 }

    expect(await world.deps.imports.act(id, 'apply', since, { planFolder: folder })).toBe(false)
    expect((await flow.view(id)).state).toBe('planned')
  })

  test('refuses a plan of last week', async () => {
    const { id } = await flow.planned(good)
    world.clock.now += 8 * 86_400_000

    const problem = await world.api.refused(applyImport, flow.on(id))

    expect(problem).toMatchObject({ status: 409 })
    expect(problem.detail).toContain('7 days')
  })

  test('queues the work again while it applies', async () => {
    const { id } = await flow.planned(rosterCsv('1303001,Ban C,Temple,Person,020 55 123 456,head'))
    world.queueState.broken = true
    const { body } = await world.api.ok(applyImport, flow.on(id))
    world.queueState.broken = false
    expect(body.state).toBe('applying')

    await world.api.ok(applyImport, flow.on(id))
    await world.drainQueue()

    expect((await flow.view(id)).state).toBe('applied')
    expect(await world.api.refused(planImport, { ...flow.on(id), body: {} })).toMatchObject({ status: 409 })
  })
})

describe('POST …/undo', () => {
  test('refuses what was not applied, and what was applied over 30 days ago', async () => {
    const csv = rosterCsv('1304001,Ban D,Temple,Person,020 55 123 456,head')
    const { id } = await flow.planned(csv)
    expect(await world.api.refused(undoImport, flow.on(id))).toMatchObject({ status: 409 })
    const applied = await flow.apply(id)

    world.clock.now += 31 * 86_400_000

    expect(applied.undoUntilIso).not.toBeNull()
    expect(await world.api.refused(undoImport, flow.on(id))).toMatchObject({ status: 409 })
    expect(await world.deps.villages.find('1304001')).toBeDefined()
  })
})

describe('paging through problems and changes', () => {
  test('gives all of them, errors first', async () => {
    const wrong = Array.from({ length: 5 }, (_, row) => `130500${row},Ban,,Person,020 55 12,head`)
    const { id } = await flow.planned(rosterCsv(...wrong))
    const readPage = async (query: Record<string, string>) =>
      (await world.api.ok(rosterRoutes.listImportProblems, { ...flow.on(id), query })).body

    const pages = [await readPage({ limit: '2' })]
    for (let cursor = pages[0]?.nextCursor; typeof cursor === 'string'; cursor = pages.at(-1)?.nextCursor) {
      // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
      pages.push(await readPage({ limit: '2', cursor }))
    }

    const problems = pages.flatMap((page) => page.problems)
    const errors = problems.filter(({ severity }) => severity === 'error')
    expect(pages.every((page) => page.problems.length <= 2)).toBe(true)
    expect(errors.map(({ rowNumber }) => rowNumber)).toEqual([2, 3, 4, 5, 6])
    expect(problems.slice(0, 5)).toEqual(errors)
    expect(JSON.stringify(problems)).not.toContain('55 12')
  })

  test('refuses a cursor that it never gave', async () => {
    const { id } = await flow.planned(good)

    const problem = await world.api.refused(rosterRoutes.listImportChanges, {
      ...flow.on(id),
      query: { cursor: 'x' },
    })

    expect(problem).toMatchObject({ status: 422, errors: [{ path: 'query.cursor' }] })
  })

  test('lists the difference, and nothing before there is a plan', async () => {
    const id = await flow.upload(good)
    const list = async () => (await world.api.ok(rosterRoutes.listImportChanges, flow.on(id))).body
    expect(await list()).toEqual({ changes: [], nextCursor: null })

    await flow.plan(id)

    const { changes } = await list()
    expect(changes).toEqual([
      expect.objectContaining({ code: '1301001', kind: 'added', nameEn: 'Ban A', membersChanged: [] }),
    ])
    expect(changes[0]?.membersAdded).toHaveLength(1)
  })
})
