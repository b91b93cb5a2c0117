import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createVillageStore, type VillageStore } from '../../../shared/store/village-store.ts'
import { rosterTable } from '../../../shared/tables.ts'
import { buildMember, buildVillage } from '../../support/builders.ts'
import { startTables, type TestTables } from '../../support/dynalite.ts'

let tables: TestTables
let villages: VillageStore
beforeAll(async () => {
  tables = await startTables()
  villages = createVillageStore(tables.client, rosterTable.name)
})
afterAll(() => tables.stop())

const asNew = { revision: 'r1', replaces: null, nowIso: '2026-07-01T08:00:00+07:00' }

describe('writing a village', () => {
  test('gives back what reading it gives', async () => {
    const written = await villages.put(buildVillage({ code: '1301001', members: [buildMember()] }), asNew)

    expect(written).toEqual({ outcome: 'applied', village: await villages.find('1301001') })
  })

  test.each([
    ['a phone that is none', 'E.164', [buildMember({ phone: '020 55 123 456' })]],
    [
      'more members than it can keep',
      '1000',
      Array.from({ length: 1001 }, (_, index) => buildMember({ id: `m-${index}`, status: 'left' })),
    ],
  ])('throws rather than writing %s, which nobody could read back', async (_what, message, members) => {
    const write = villages.put(buildVillage({ code: '1301002', members }), asNew)

    await expect(write).rejects.toThrow(message)
    expect(await villages.find('1301002')).toBeUndefined()
  })
})
