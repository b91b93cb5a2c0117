import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { buildMember, buildUser, buildVillage } from '../../support/builders.ts'
import { createImportFlow, rosterCsv } from '../../support/import-flow.ts'
import { startRosterWorld, type RosterWorld } from '../../support/roster-world.ts'

let world: RosterWorld
let flow: ReturnType<typeof createImportFlow>
beforeAll(async () => {
  world = await startRosterWorld()
  await world.putUsers([buildUser({ id: 'admin', areas: ['13', '14'] })])
  flow = createImportFlow(world, 'admin')
})
afterAll(() => world.stop())

/** A file of 300 villages in each of these districts. */
const fileOf = (districts: readonly string[]): string =>
  rosterCsv(
    ...districts.flatMap((district) =>
      Array.from({ length: 300 }, (_, index) => {
        const code = `${district}${String(index + 1).padStart(3, '0')}`
        return `${code},Ban ${index},Temple,Person ${index},020 55 ${String(100_000 + index)},head`
      }),
    ),
  )

/** A file of 600 villages in two districts: three pages of changes. Each call takes other districts. */
let lastDistrict = 1300
const largeFile = () => {
  const districts = [1, 2].map((step) => String(lastDistrict + step))
  lastDistrict += 2
  return { csv: fileOf(districts), districts }
}
const countRostered = async (districts: readonly string[]) => {
  const lists = await Promise.all(districts.map((district) => world.deps.villages.listDistrict(district)))
  return lists.flat().length
}
const startApply = async (csv: string) => {
  const { id } = await flow.planned(csv)
  await world.api.ok(rosterRoutes.applyImport, flow.on(id))
  return { id, messages: world.takeMessages() }
}

describe('applying', () => {
  let districts: string[]
  let csv: string
  beforeEach(() => {
    ;({ csv, districts } = largeFile())
  })

  test('writes every village and counts its districts', async () => {
    const done = await flow.applied(csv)

    expect(done).toMatchObject({
      state: 'applied',
      progress: { done: 600, of: 600 },
      leftAlone: [],
      undoUntilIso: '2026-07-31T08:00:00+07:00',
    })
    expect(await countRostered(districts)).toBe(600)
    const summaries = await Promise.all(districts.map(world.deps.summaries.find))
    expect(summaries.map(({ villages, members, staleToken }) => [villages, members, staleToken])).toEqual(
      Array.from({ length: 2 }, () => [300, 300, undefined]),
    )
  })

  test('changes nothing where the same file is imported again', async () => {
    await flow.applied(csv)

    const again = await flow.planned(csv)

    expect(again.plan?.counts).toMatchObject({ villagesUnchanged: 600, villagesAdded: 0, villagesChanged: 0 })
    expect(await flow.apply(again.id)).toMatchObject({ state: 'applied', progress: { done: 0, of: 0 } })
  })

  test('goes on where it stopped after a crash', async () => {
    const { id, messages } = await startApply(csv)
    const written = { villages: 0 }
    const crashing = {
      ...world.deps.villages,
      put: async (...args: Parameters<typeof world.deps.villages.put>) => {
        written.villages += 1
        if (written.villages > 300) throw new Error('crash')
        return world.deps.villages.put(...args)
      },
    }

    await expect(world.runWorker(messages, { villages: crashing })).rejects.toThrow('records of the batch')

    expect(await flow.view(id)).toMatchObject({ state: 'applying', progress: { done: 250, of: 600 } })
    const read: number[] = []
    await world.runWorker(messages, {
      pages: {
        ...world.deps.pages,
        readChanges: async (folder, page) => {
          read.push(page)
          return world.deps.pages.readChanges(folder, page)
        },
      },
    })
    expect(read).toEqual([1, 2])
    expect(await flow.view(id)).toMatchObject({ state: 'applied', progress: { done: 600 }, leftAlone: [] })
    expect(await countRostered(districts)).toBe(600)
  })

  test('stops in time, lets go of the import and queues the rest', async () => {
    const { id, messages } = await startApply(csv)

    await world.runWorker(messages, {}, 100)

    const rest = world.takeMessages()
    expect(rest).toEqual(messages)
    expect(await flow.view(id)).toMatchObject({ state: 'applying', progress: { done: 0 } })
    await world.runWorker(rest)
    expect((await flow.view(id)).state).toBe('applied')
  })

  test('does the work once, however many workers get the message', async () => {
    const { id, messages } = await startApply(csv)
    const puts: string[] = []
    const counting = {
      ...world.deps.villages,
      put: async (...[details, write]: Parameters<typeof world.deps.villages.put>) => {
        puts.push(details.code)
        return world.deps.villages.put(details, write)
      },
    }

    await Promise.all([
      world.runWorker(messages, { villages: counting }),
      world.runWorker(messages, { villages: counting }),
    ])
    await world.drainQueue()
    await world.runWorker(messages, { villages: counting })

    expect(puts).toHaveLength(600)
    expect(await flow.view(id)).toMatchObject({ state: 'applied', progress: { done: 600 } })
  })

  test('is taken over from a worker that died, and the dead one writes no progress any more', async () => {
    const { id, messages } = await startApply(csv)
    const stuck = await world.deps.imports.claim(
      id,
      'apply',
      { token: 'dead', endsAtEpochMs: world.clock.now + 30_000 },
      world.clock.now,
    )
    expect(stuck.outcome).toBe('claimed')
    await world.runWorker(messages)
    expect((await flow.view(id)).state).toBe('applying')

    world.clock.now += 30_001
    await world.drainQueue()

    expect((await flow.view(id)).state).toBe('applied')
    const late = { index: 0, changes: 250, leftAlone: [], job: 'apply' } as const
    expect(await world.deps.imports.savePage(id, 'dead', late)).toBe(false)
  })
})

describe('the counts of districts after an apply', () => {
  test('come from what was written, without reading it back', async () => {
    const districts = ['1401', '1402']
    const { messages } = await startApply(fileOf(districts))
    const read: string[] = []
    const villages = {
      ...world.deps.villages,
      listDistrict: async (district: string) => {
        read.push(district)
        return world.deps.villages.listDistrict(district)
      },
      findMany: async (codes: Iterable<string>) => {
        read.push(...codes)
        return world.deps.villages.findMany(codes)
      },
    }

    await world.runWorker(messages, { villages })

    expect(read).toEqual([])
    const summaries = await Promise.all(districts.map(world.deps.summaries.find))
    expect(summaries.map((summary) => [summary.villages, summary.staleToken])).toEqual([
      [300, undefined],
      [300, undefined],
    ])
  })

  test('hold what others had written before and changed meanwhile', async () => {
    const district = '1403'
    await world.putVillages([
      buildVillage({ code: `${district}801`, members: [buildMember(), buildMember({ id: 'm-2' })] }),
    ])
    const { messages } = await startApply(fileOf([district]))
    let isEdited = false
    const put = async (...args: Parameters<typeof world.deps.villages.put>) => {
      if (!isEdited) {
        isEdited = true
        await world.deps.summaries.markStale(district, 'somebody-else', 0)
        await world.putVillages([buildVillage({ code: `${district}802`, members: [buildMember()] })])
      }
      return world.deps.villages.put(...args)
    }

    await world.runWorker(messages, { villages: { ...world.deps.villages, put } })

    expect(await world.deps.summaries.find(district)).toMatchObject({ villages: 302, members: 303 })
  })
})

describe('villages that were edited between plan and apply', () => {
  test('are left alone and named', async () => {
    await world.putVillages([
      buildVillage({ code: '1314001', nameEn: 'Old' }),
      buildVillage({ code: '1314002', nameEn: 'Old' }),
    ])
    const { id } = await flow.planned(
      rosterCsv('1314001,New,,,,', '1314002,New,,,,', '1314003,New,,,,', '1314004,New,,,,'),
    )
    const edit = { replaces: 'revision-1', revision: 'edited', nowIso: 'now' }
    await world.deps.villages.put(buildVillage({ code: '1314002', nameEn: 'Edited' }), edit)
    await world.putVillages([buildVillage({ code: '1314003', members: [buildMember()] })])

    const done = await flow.apply(id)

    expect(done).toMatchObject({
      state: 'applied-in-part',
      leftAlone: [
        { code: '1314002', nameLo: 'ບ້ານທົດລອງ', nameEn: 'Edited' },
        { code: '1314003', nameLo: 'ບ້ານທົດລອງ', nameEn: 'Ban Thotlong' },
      ],
    })
    const names = (await world.deps.villages.listDistrict('1314')).map(({ nameEn }) => nameEn)
    expect(names).toEqual(['New', 'Edited', 'Ban Thotlong', 'New'])
    expect(await world.deps.summaries.find('1314')).toMatchObject({ villages: 4, members: 1 })
  })
})
