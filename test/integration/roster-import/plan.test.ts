import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { uploadKeyOf } from '../../../shared/domain/import-files.ts'
import { buildMember, buildUser, buildVillage } from '../../support/builders.ts'
import { createImportFlow, rosterCsv } from '../../support/import-flow.ts'
import { startRosterWorld, type RosterWorld } from '../../support/roster-world.ts'

let world: RosterWorld
let flow: ReturnType<typeof createImportFlow>
beforeAll(async () => {
  world = await startRosterWorld()
  await world.putUsers([buildUser({ id: 'admin', areas: ['13'] })])
  flow = createImportFlow(world, 'admin')
})
afterAll(() => world.stop())

const problemsOf = async (importId: string) =>
  (await world.api.ok(rosterRoutes.listImportProblems, flow.on(importId))).body.problems
const person = 'Person,020 55 123 456,head'

describe('planning', () => {
  test('finds what is added, changed and unchanged, and leaves the roster as it is', async () => {
    await world.putVillages([
      buildVillage({ code: '1301001', nameEn: 'Same', members: [buildMember({ name: 'Person' })] }),
      buildVillage({ code: '1301002', nameEn: 'Old name' }),
      buildVillage({ code: '1301003', nameEn: 'Not in the file' }),
    ])

    const { state, plan } = await flow.planned(
      rosterCsv(`1301001,Same,,${person}`, '1301002,New name,,,,', `1301004,New,,${person}`),
    )

    expect(state).toBe('planned')
    expect(plan).toMatchObject({
      applicable: true,
      markLeft: false,
      districts: ['1301'],
      counts: { villages: 3, villagesAdded: 1, villagesChanged: 1, villagesUnchanged: 1, membersLeft: 0 },
    })
    expect(await world.deps.villages.find('1301002')).toMatchObject({ nameEn: 'Old name' })
    expect(await world.deps.villages.find('1301004')).toBeUndefined()
  })

  test('marks as left who is not in the file, where the importer asks for it', async () => {
    await world.putVillages([
      buildVillage({ code: '1302001', nameEn: 'A', members: [buildMember({ id: 'gone', name: 'Gone' })] }),
    ])
    const csv = rosterCsv('1302001,A,,Person,020 55 999 888,head')

    const kept = await flow.planned(csv)
    const left = await flow.plan(kept.id, { markLeft: true })

    expect(kept.plan?.counts).toMatchObject({ membersAdded: 1, membersLeft: 0 })
    expect(left.plan).toMatchObject({ markLeft: true, counts: { membersAdded: 1, membersLeft: 1 } })
  })

  test('gives rows of foreign and of unknown areas the same error', async () => {
    const { id, plan } = await flow.planned(
      rosterCsv(`0101001,Foreign,,${person}`, `1399001,Unknown,,${person}`),
    )

    const errors = (await problemsOf(id)).filter(({ severity }) => severity === 'error')
    expect(plan).toMatchObject({ applicable: false, districts: [], counts: { errors: 2 } })
    expect(errors.map(({ rowNumber }) => rowNumber)).toEqual([2, 3])
    expect({ ...errors[0], rowNumber: 0 }).toEqual({ ...errors[1], rowNumber: 0 })
  })

  test('lets a village that is named without its code be confirmed', async () => {
    await world.putVillages([buildVillage({ code: '1303001', nameLo: 'ໂພນ', nameEn: 'Phone' })])
    const csv = 'district,village_name_en,member_name,phone\n1303,Phone,Person,020 55 123 456'

    const found = await flow.planned(csv)
    const confirmed = await flow.plan(found.id, { confirmedMatches: { '2': '1303001' } })

    expect(found.plan).toMatchObject({
      applicable: false,
      matches: [{ rowNumber: 2, candidates: ['1303001'], confirmed: false }],
    })
    expect(confirmed.plan).toMatchObject({ applicable: true, matches: [{ confirmed: true }] })
  })

  test('reads what was compressed', async () => {
    const { import: created } = await flow.create(1)
    await world.deps.bucket.put(
      uploadKeyOf(created.id),
      gzipSync(rosterCsv(`1304001,A,,${person}`)),
      'application/gzip',
    )

    expect(await flow.plan(created.id)).toMatchObject({ state: 'planned', plan: { counts: { rows: 1 } } })
  })

  test.each([
    ['is no table', Buffer.from('%PDF-1.7 not a table'), 'pdf'],
    ['has no columns', Buffer.from('a,b\n1,2\n'), 'header-missing'],
    ['is larger than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 'file-too-large'],
  ])('refuses a file that %s, with what to do', async (_, bytes, code) => {
    const { import: created } = await flow.create(1)
    await world.deps.bucket.put(uploadKeyOf(created.id), bytes, 'text/csv')

    const { state, refusal, plan } = await flow.plan(created.id)

    expect({ state, plan, code: refusal?.code }).toEqual({ state: 'refused', plan: null, code })
    expect(refusal?.message.en).toMatch(/\w/)
    expect(refusal?.message.lo).toMatch(/\p{Script=Lao}/u)
  })

  test('refuses a file that vanished after it was asked for', async () => {
    const id = await flow.upload(rosterCsv(`1304001,A,,${person}`))
    await world.api.ok(rosterRoutes.planImport, { ...flow.on(id), body: {} })

    await world.runWorker(world.takeMessages(), {
      bucket: { ...world.deps.bucket, read: async () => ({ outcome: 'missing' }) },
    })

    expect(await flow.view(id)).toMatchObject({ state: 'refused', refusal: { code: 'file-missing' } })
  })

  test('plans once, however often the message comes', async () => {
    const { id, plan } = await flow.planned(rosterCsv(`1304001,A,,${person}`))

    await world.runWorker([{ schemaVersion: 1, job: 'plan', importId: id }])

    expect((await flow.view(id)).plan).toEqual(plan)
  })

  test('comes again where it failed', async () => {
    const id = await flow.upload(rosterCsv(`1304001,A,,${person}`))
    await world.api.ok(rosterRoutes.planImport, { ...flow.on(id), body: {} })
    const messages = world.takeMessages()
    const broken = {
      ...world.deps.villages,
      listDistrict: async () => {
        throw new Error('the table is down')
      },
    }

    await expect(world.runWorker(messages, { villages: broken })).rejects.toThrow('records of the batch')
    await world.runWorker(messages)

    expect((await flow.view(id)).state).toBe('planned')
  })
})
