import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dispatch } from '../../../shared/domain/dispatch.ts'
import { createBoardStore } from '../../../shared/store/board-store.ts'
import { createDispatchStore, type DispatchStore } from '../../../shared/store/dispatch-store.ts'
import { createDueStore } from '../../../shared/store/due-store.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { buildDispatch, buildRecipient } from '../../support/dispatch-builders.ts'
import { startTables, type TestTables } from '../../support/dynalite.ts'

let tables: TestTables
let store: DispatchStore
beforeAll(async () => {
  tables = await startTables()
  store = createDispatchStore(tables.client, alertsTable.name)
})
afterAll(() => tables.stop())

let villages = 0
const create = async (over: Partial<Dispatch> = {}): Promise<Dispatch> => {
  villages += 1
  const dispatch = buildDispatch({ village: `13080${String(villages).padStart(2, '0')}`, ...over })
  await store.create(dispatch, 1_000)
  return (await store.find(dispatch)) ?? dispatch
}
const claim = (dispatch: Dispatch, token: string): Promise<boolean> =>
  store.change(dispatch, {
    recipients: dispatch.recipients.flatMap((from, index) =>
      from.wave === 1 ? [{ index, from, to: { ...from, state: 'sending' as const } }] : [],
    ),
    lease: { token, endsAtEpochMs: 5_000 },
    dueAtEpochSeconds: 5,
  })

describe('the store of dispatches', () => {
  it('keeps the recipients that were fixed first', async () => {
    const dispatch = await create()

    expect(await store.create({ ...dispatch, recipients: [] }, 1)).toBe(false)
    expect((await store.find(dispatch))?.recipients).toHaveLength(2)
  })

  it('lets one of many senders claim', async () => {
    const dispatch = await create()

    const claims = await Promise.all(Array.from({ length: 8 }, (_, sender) => claim(dispatch, `t-${sender}`)))

    expect(claims.filter(Boolean)).toHaveLength(1)
    expect((await store.find(dispatch))?.lease?.token).toBe(`t-${claims.indexOf(true)}`)
  })

  it('calls a claim that is there already one’s own only by its token', async () => {
    const dispatch = await create()
    await claim(dispatch, 'mine')

    expect([await claim(dispatch, 'mine'), await claim(dispatch, 'other')]).toEqual([true, false])
  })

  it('lets nobody change it who read it before a resend', async () => {
    const read = await create({
      recipients: [buildRecipient({ state: 'rejected', attempts: 1 }), buildRecipient()],
    })
    const [from] = read.recipients
    if (from === undefined) throw new Error('no recipient')
    const resent = await store.change(read, {
      recipients: [{ index: 0, from, to: { ...from, state: 'pending', attemptsBefore: 1 } }],
      lease: undefined,
      dueAtEpochSeconds: 9,
      resend: 1,
    })
    const before = { ...read, recipients: [] }
    const change = { recipients: [], lease: { token: 't', endsAtEpochMs: 1 }, dueAtEpochSeconds: 9 }

    expect(resent).toBe(true)
    expect(await store.change(before, change)).toBe(false)
    const after = await store.find(read)
    expect(after).toMatchObject({ resend: 1, recipients: [{ state: 'pending', attemptsBefore: 1 }, {}] })
    expect(await store.change({ ...before, resend: 1 }, change)).toBe(true)
  })

  it('keeps the tally of the board with what moved', async () => {
    const dispatch = await create({ alertId: 'alert-tally' })
    await claim(dispatch, 't')

    const [row] = await createBoardStore(tables.client, alertsTable.name).list('alert-tally', 1)

    expect(row?.tally).toMatchObject({ pending: 1, sending: 1, accepted: 0 })
  })

  it('tells a mirror only of more than it was told', async () => {
    const dispatch = await create()
    const told = async (...reached: ('failed' | 'accepted' | 'delivered')[]) => {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      for (const one of reached) await store.mirror(dispatch, one)
      return (await store.find(dispatch))?.mirrored
    }

    expect(await told('failed')).toBe('failed')
    expect(await told('accepted', 'failed')).toBe('accepted')
    expect(await told('delivered', 'accepted', 'failed')).toBe('delivered')
  })

  it('mirrors into no dispatch that is not there', async () => {
    const nowhere = buildDispatch({ village: '1308999' })

    await store.mirror(nowhere, 'accepted')

    expect(await store.find(nowhere)).toBeUndefined()
  })

  it('postpones only what did not move on meanwhile', async () => {
    const dispatch = await create()

    expect(dispatch.dueAtEpochSeconds).toBe(1_000)
    expect([await store.postpone(dispatch, 2_000), await store.postpone(dispatch, 3_000)]).toEqual([
      true,
      false,
    ])
    expect((await store.find(dispatch))?.dueAtEpochSeconds).toBe(2_000)
  })

  it('is due only where work is open', async () => {
    const due = createDueStore(tables.client, alertsTable.name)
    await create({ alertId: 'alert-due', recipients: [] })
    await create({ alertId: 'alert-due' })

    const found = (await due.list(1_000, 100)).filter(({ PK }) => PK.includes('alert-due'))

    expect(found).toHaveLength(1)
    expect((await due.list(999, 100)).filter(({ PK }) => PK.includes('alert-due'))).toEqual([])
  })

  it('reads many at once, more than one request holds', async () => {
    const many = Array.from({ length: 130 }, (_, index) =>
      buildDispatch({ alertId: 'alert-many', village: `1308${String(index).padStart(3, '0')}` }),
    )
    await Promise.all(many.map((dispatch) => store.create(dispatch, 1)))

    expect(await store.findMany(many)).toHaveLength(130)
    expect(await store.listDistrict({ alertId: 'alert-many', version: 1, district: '1308' })).toHaveLength(
      130,
    )
    expect(await store.findMany([])).toEqual([])
  })
})
