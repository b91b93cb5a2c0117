import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
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

const edit = async (code: string, nameEn: string) => {
  const village = await world.deps.villages.find(code)
  if (village === undefined) throw new Error('nothing to edit')
  await world.deps.villages.put(
    { ...village, nameEn },
    { replaces: village.revision, revision: `edit-of-${nameEn}`, nowIso: 'now' },
  )
}

describe('taking an import back', () => {
  test('restores what was changed, takes back what was added, and counts again', async () => {
    const before = buildVillage({ code: '1301001', nameEn: 'Old', members: [buildMember()] })
    await world.putVillages([before])
    const { id } = await flow.applied(
      rosterCsv('1301001,New,,Somebody,020 55 999 888,deputy', '1301002,Added,,,,'),
    )
    expect(await world.deps.summaries.find('1301')).toMatchObject({ villages: 2, members: 2 })

    const undone = await flow.undo(id)

    expect(undone).toMatchObject({ state: 'undone', progress: { done: 2, of: 2 }, leftAlone: [] })
    expect(await world.deps.villages.listDistrict('1301')).toEqual([before])
    expect(await world.deps.summaries.find('1301')).toMatchObject({ villages: 1, members: 1 })
  })

  test('leaves alone and names what was edited since', async () => {
    await world.putVillages([buildVillage({ code: '1302001', nameEn: 'Old' })])
    const { id } = await flow.applied(rosterCsv('1302001,New,,,,', '1302002,Added,,,,', '1302003,Added,,,,'))
    await edit('1302001', 'Edited')
    await edit('1302002', 'Edited too')

    const undone = await flow.undo(id)

    expect(undone).toMatchObject({
      state: 'undone-in-part',
      leftAlone: [
        { code: '1302001', nameEn: 'Edited' },
        { code: '1302002', nameEn: 'Edited too' },
      ],
    })
    const names = (await world.deps.villages.listDistrict('1302')).map(({ nameEn }) => nameEn)
    expect(names).toEqual(['Edited', 'Edited too'])
  })

  test('leaves a village alone that took another one in since', async () => {
    await world.putVillages([buildVillage({ code: '1315001' })])
    const { id } = await flow.applied(rosterCsv('1315002,Added,,,,'))
    await world.api.ok(rosterRoutes.putVillage, {
      user: 'admin',
      params: { code: '1315001' },
      body: { nameLo: '', nameEn: 'Merged', status: 'merged', mergedInto: '1315002' },
      headers: { 'if-match': '*' },
    })

    const undone = await flow.undo(id)

    expect(undone).toMatchObject({ state: 'undone-in-part', leftAlone: [{ code: '1315002' }] })
    expect(await world.deps.villages.find('1315002')).toBeDefined()
  })

  test('does not name what the import itself had left alone', async () => {
    await world.putVillages([buildVillage({ code: '1303001', nameEn: 'Old' })])
    const { id } = await flow.planned(rosterCsv('1303001,New,,,,', '1303002,Added,,,,'))
    await edit('1303001', 'Edited')
    expect((await flow.apply(id)).leftAlone).toMatchObject([{ code: '1303001' }])

    const undone = await flow.undo(id)

    expect(undone).toMatchObject({ state: 'undone', leftAlone: [] })
    expect(await world.deps.villages.listDistrict('1303')).toEqual([
      expect.objectContaining({ nameEn: 'Edited' }),
    ])
  })

  test('goes back through imports one by one', async () => {
    const first = await flow.applied(rosterCsv('1304001,First,,,,'))
    const second = await flow.applied(rosterCsv('1304001,Second,,,,'))

    await flow.undo(second.id)
    expect(await world.deps.villages.find('1304001')).toMatchObject({ nameEn: 'First' })
    const undone = await flow.undo(first.id)

    expect(undone.state).toBe('undone')
    expect(await world.deps.villages.find('1304001')).toBeUndefined()
  })

  test('can be begun again after a crash, and comes to the same', async () => {
    await world.putVillages([buildVillage({ code: '1305001', nameEn: 'Old' })])
    const { id } = await flow.applied(rosterCsv('1305001,New,,,,', '1305002,Added,,,,'))
    await world.api.ok(rosterRoutes.undoImport, flow.on(id))
    const messages = world.takeMessages()
    const crashing = {
      ...world.deps.imports,
      savePage: async () => {
        throw new Error('crash')
      },
    }

    await expect(world.runWorker(messages, { imports: crashing })).rejects.toThrow('records of the batch')
    await world.runWorker(messages)

    expect(await flow.view(id)).toMatchObject({ state: 'undone', leftAlone: [] })
    expect(await world.deps.villages.listDistrict('1305')).toEqual([
      expect.objectContaining({ nameEn: 'Old', revision: 'revision-1' }),
    ])
  })
})
