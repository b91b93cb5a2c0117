import * as fc from 'fast-check'
import { afterEach, describe, expect, vi } from 'vitest'
import { alertUsers, issueAlert, phoneOf, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { read } from '../../support/approval.ts'
import { createPacedWorld, recover, stopAlert } from '../../support/control.ts'
import { startTables } from '../../support/dynalite.ts'
import { it } from '../../support/world-test.ts'
import {
  attempt,
  changeVillage,
  followUp,
  issueFollowUp,
  phonesTold,
  withMember,
} from '../../support/follow-up.ts'

afterEach(() => vi.restoreAllMocks())

const codes = ['1308001', '1308002', '1309001']

const villages = codes.map((code) => villageWith(code, 3))

const all = codes.flatMap((code) => [0, 1, 2].map((member) => phoneOf(code, member))).toSorted()

const areas = ['1308', '1309']

const versionsSent = (world: AlertWorld): number[] =>
  world.phones.outbox.map(({ text }) => Number(/#\d+\.(\d+) /.exec(text)?.[1]))

const isOrdered = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0))

describe('a cancel in mid-send', () => {
  it.for([1, 2, 4, 7, 9])(
    'that comes while SMS %s goes out follows exactly those that went out',
    async (k, { tables }) => {
      const world = await createPacedWorld(tables, 4)
      await world.seedVillages(villages)
      const alertId = await issueAlert(world, { areas })
      const { send } = world.phones.gateway
      let calls = 0
      vi.spyOn(world.phones.gateway, 'send').mockImplementation(async (sms) => {
        calls += 1
        if (calls === k) await followUp(world, 'cancelAlert', alertId)
        return send(sms)
      })

      await world.drain()
      await recover(world, 2)

      expect(phonesTold(world, 1).length).toBeGreaterThanOrEqual(k)
      expect(phonesTold(world, 2)).toEqual(phonesTold(world, 1))
      expect(isOrdered(versionsSent(world))).toBe(true)
      expect(world.worker.dead).toEqual([])
    },
  )

  it('waits for a sender that is alive, and counts what a dead one had in its hands as read', async ({
    world,
  }) => {
    await world.seedVillages([villageWith('1308001', 2), villageWith('1308002', 1)])
    const alertId = await issueAlert(world)
    await world.worker.step()
    const key = { alertId, version: 1, district: '1308', village: '1308001' }
    const dispatch = await world.dispatches.find(key)
    const [from] = dispatch?.recipients ?? []
    if (dispatch === undefined || from === undefined) throw new Error('no dispatch')
    const lease = { token: 'dying', endsAtEpochMs: world.time.nowMs + 30_000 }
    await world.dispatches.change(dispatch, {
      recipients: [{ index: 0, from, to: { ...from, state: 'sending' } }],
      lease,
      dueAtEpochSeconds: Math.ceil(lease.endsAtEpochMs / 1000),
    })

    await followUp(world, 'cancelAlert', alertId)
    await world.drain()
    await recover(world, 3)

    expect(phonesTold(world, 2)).toEqual([phoneOf('1308001', 0)])
    expect(world.worker.dead).toEqual([])
  })
})

describe('two at once', () => {
  it('make one version, and the other one is told of it', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world, { areas })
    await world.drain()

    const codesOf = await Promise.all([1, 2, 3].map(() => attempt(world, 'updateAlert', alertId)))

    expect(codesOf.toSorted((a, b) => a - b)).toEqual([201, 409, 409])
    expect((await read(world, alertId)).versions).toHaveLength(2)
  })

  it('cancels make one, which everybody gets once', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world, { areas })
    await world.drain()

    const codesOf = await Promise.all([1, 2, 3].map(() => attempt(world, 'cancelAlert', alertId)))
    await world.drain()
    await recover(world, 2)

    expect(codesOf.filter((code) => code === 201)).toHaveLength(1)
    expect(phonesTold(world, 2)).toEqual(all)
    expect((await read(world, alertId)).versions).toHaveLength(2)
  })
})

type Deed = 'work' | 'stop' | 'update' | 'widen' | 'leave' | 'renumber' | 'all-clear'

const deeds = fc.array(
  fc.constantFrom<Deed>('work', 'work', 'stop', 'update', 'widen', 'leave', 'renumber', 'all-clear'),
  { minLength: 2, maxLength: 7 },
)

/** Does it where it can be done at this point. */
const act = async (world: AlertWorld, alertId: string, deed: Deed, turn: number): Promise<void> => {
  const code = codes[turn % codes.length] ?? ''
  switch (deed) {
    case 'work':
      await world.worker.step()
      return
    case 'stop':
      await stopAlert(world, alertId).catch(() => {})
      return
    case 'update':
      await issueFollowUp(world, 'updateAlert', alertId)
      return
    case 'widen':
      await issueFollowUp(world, 'updateAlert', alertId, { areas })
      return
    case 'leave':
      await changeVillage(world, code, (village) => withMember(village, turn % 3, { status: 'left' }))
      return
    case 'renumber':
      await changeVillage(world, code, (village) =>
        withMember(village, turn % 3, { phone: `+85620557770${String(turn).padStart(2, '0')}` }),
      )
      return
    case 'all-clear':
      await issueFollowUp(world, 'allClearAlert', alertId).catch(() => {})
      return
    default:
      deed satisfies never
  }
}

describe('whatever came before', () => {
  it('a cancel goes once to every phone that got any version, and to no other', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (before) => {
        const tables = await startTables()
        const world = createAlertWorld(tables, {}, 1)
        await world.seedUsers(alertUsers)
        await world.seedVillages(villages)
        const alertId = await issueAlert(world)
        for (const [turn, deed] of before.entries()) {
          // oxlint-disable-next-line no-await-in-loop -- one after the other
          await act(world, alertId, deed, turn).catch(() => {})
        }
        const got = new Set(world.phones.outbox.map(({ phone }) => phone))
        const { version } = await followUp(world, 'cancelAlert', alertId)
        await world.drain()
        await recover(world, 2)

        expect(phonesTold(world, version)).toEqual([...got].toSorted())
        expect(isOrdered(versionsSent(world))).toBe(true)
        await tables.stop()
      }),
      { numRuns: 6 },
    )
  })
})
