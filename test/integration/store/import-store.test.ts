import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createImportStore, type ImportStore } from '../../../shared/store/import-store.ts'
import { rosterTable } from '../../../shared/tables.ts'
import { buildImport } from '../../support/build-import.ts'
import { startTables, type TestTables } from '../../support/dynalite.ts'

let tables: TestTables
let imports: ImportStore
beforeAll(async () => {
  tables = await startTables()
  imports = createImportStore(tables.client, rosterTable.name)
})
afterAll(() => tables.stop())

const lease = (token: string, endsAtEpochMs: number) => ({ token, endsAtEpochMs })

describe('imports in the table', () => {
  test('keep the first of one id', async () => {
    await imports.create(buildImport({ id: 'first', fileName: 'first.csv' }))

    expect(await imports.create(buildImport({ id: 'first', fileName: 'second.csv' }))).toMatchObject({
      fileName: 'first.csv',
    })
  })

  test('act only from the states that the transition names', async () => {
    await imports.create(buildImport({ id: 'acting', state: 'planned' }))
    const since = { stateSinceEpochSeconds: 200 }

    expect(await imports.act('acting', 'undo', since)).toBe(false)
    expect(await imports.act('acting', 'apply', since)).toBe(true)
    expect(await imports.act('acting', 'apply', since)).toBe(false)
    expect(await imports.find('acting')).toMatchObject({ state: 'applying', stateSinceEpochSeconds: 200 })
  })

  test('are held by one worker until its lease ends', async () => {
    await imports.create(buildImport({ id: 'held' }))

    expect(await imports.claim('held', 'apply', lease('a', 2_000), 1_000)).toMatchObject({
      outcome: 'claimed',
    })
    expect(await imports.claim('held', 'apply', lease('b', 3_000), 1_999)).toEqual({
      outcome: 'busy',
      untilEpochMs: 2_000,
    })
    expect(await imports.claim('held', 'apply', lease('b', 3_000), 2_000)).toMatchObject({
      outcome: 'claimed',
    })
    expect(await imports.claim('held', 'undo', lease('c', 9_000), 8_000)).toEqual({ outcome: 'idle' })
    expect(await imports.claim('nothing', 'apply', lease('c', 9_000), 8_000)).toEqual({ outcome: 'idle' })
  })

  test('save each page once, also where the answer to the first try was lost', async () => {
    await imports.create(buildImport({ id: 'saving' }))
    await imports.claim('saving', 'apply', lease('a', 2_000), 1_000)
    const page = { index: 0, changes: 250, leftAlone: ['1301001'], job: 'apply' } as const

    expect(await imports.savePage('saving', 'a', page)).toBe(true)
    expect(await imports.savePage('saving', 'a', page)).toBe(true)
    expect(await imports.savePage('saving', 'b', { ...page, index: 1 })).toBe(false)
    expect(await imports.find('saving')).toMatchObject({
      pagesDone: 1,
      changesDone: 250,
      applyLeftAlone: ['1301001'],
    })
  })

  test('finish only by who holds them', async () => {
    await imports.create(buildImport({ id: 'finishing' }))
    await imports.claim('finishing', 'apply', lease('a', 2_000), 1_000)
    const since = { stateSinceEpochSeconds: 200 }

    expect(await imports.act('finishing', 'finish-apply', since, { leaseToken: 'b' })).toBe(false)
    expect(await imports.act('finishing', 'finish-apply', since, { leaseToken: 'a' })).toBe(true)
    expect(await imports.find('finishing')).not.toHaveProperty('leaseToken')
  })

  test('are listed as forgotten where work is left that nobody holds', async () => {
    await Promise.all([
      imports.create(buildImport({ id: 'lost', state: 'undoing', stateSinceEpochSeconds: 50 })),
      imports.create(buildImport({ id: 'recent', state: 'planning', stateSinceEpochSeconds: 99 })),
      imports.create(buildImport({ id: 'over', state: 'applied', stateSinceEpochSeconds: 50 })),
      imports.create(buildImport({ id: 'in-work', state: 'applying', stateSinceEpochSeconds: 50 })),
    ])
    await imports.claim('in-work', 'apply', lease('a', 900_000), 60_000)

    expect(await imports.listForgotten(90_000, 90)).toEqual([{ job: 'undo', importId: 'lost' }])
  })
})
