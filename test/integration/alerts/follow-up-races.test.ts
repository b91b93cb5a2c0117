import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as fc from 'fast-check'
import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { alertUsers, issueAlert, newKey, phoneOf, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { approve, draft, read, submit, withSecondPerson } from '../../support/approval.ts'
import { createPacedWorld, recover, stopAlert } from '../../support/control.ts'
import { startTables, type TestTables } from '../../support/dynalite.ts'
import { failOnce } from '../../support/fail-once.ts'
import { changeVillage, followUp, issueFollowUp, phonesTold, withMember } from '../../support/follow-up.ts'
import { it } from '../../support/world-test.ts'

afterEach(() => vi.restoreAllMocks())

const codes = ['1308001', '1308002', '1309001']
const villages = codes.map((code) => villageWith(code, 3))
const all = codes.flatMap((code) => [0, 1, 2].map((member) => phoneOf(code, member))).toSorted()
const areas = ['1308', '1309']

const versionsSent = (world: AlertWorld): number[] =>
  world.phones.outbox.map(({ text }) => Number(/#\d+\.(\d+) /.exec(text)?.[1]))
const isOrdered = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0))

/** Sends the request, whatever becomes of it. */
const attempt = async (
  world: AlertWorld,
  what: 'updateAlert' | 'cancelAlert',
  alertId: string,
  headers = newKey(),
) => {
  const { statusCode } = await world.api.call(alertRoutes[what], {
    user: 'province',
    params: { alertId },
    body: what === 'cancelAlert' ? {} : { texts: { lo: 'ນ້ຳສູງຂຶ້ນ' } },
    headers,
  })
  return statusCode
}

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

type Arm = (world: AlertWorld, when: 'before' | 'after') => void

const steps: readonly (readonly [string, Arm])[] = [
  ['its version is written', ({ deps }, when) => failOnce(deps.alerts, 'addVersion', when)],
  ['it is shown', ({ deps }, when) => failOnce(deps.alerts, 'showVersion', when)],
  ['it is issued', ({ deps }, when) => failOnce(deps.approvals, 'issue', when)],
  ['the older one is halted', ({ deps }, when) => failOnce(deps.halts, 'halt', when)],
  ['the older one is ended', ({ deps }, when) => failOnce(deps.control, 'supersede', when)],
  ['a dispatch is written', ({ deps }, when) => failOnce(deps.dispatches, 'create', when)],
  ['progress is written', ({ deps }, when) => failOnce(deps.progress, 'createDistrict', when)],
  ['a district is done', ({ deps }, when) => failOnce(deps.progress, 'closeDistrict', when)],
]
const moments = steps.flatMap(([name, arm]) =>
  (['before', 'after'] as const).map((when) => [when, name, arm] as const),
)

describe('a cancel that died', () => {
  it.for(moments.slice(0, 10))(
    '%s %s goes on when the request comes again',
    async ([when, , arm], { world }) => {
      await world.seedVillages(villages)
      const alertId = await issueAlert(world, { areas })
      await world.drain()
      const headers = newKey()
      arm(world, when)

      await attempt(world, 'cancelAlert', alertId, headers)
      await world.drain()
      vi.restoreAllMocks()
      const again = await attempt(world, 'cancelAlert', alertId, headers)
      await world.drain()
      await recover(world, 3)

      expect(again).toBe(201)
      expect(phonesTold(world, 2)).toEqual(all)
      expect((await read(world, alertId)).versions.map(({ state }) => state)).toEqual([
        'superseded',
        'completed',
      ])
    },
  )

  it.for(moments.slice(1))('%s %s is finished by the tick alone', async ([when, , arm], { world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world, { areas })
    await world.drain()
    arm(world, when)

    await attempt(world, 'cancelAlert', alertId)
    vi.restoreAllMocks()
    await world.drain()
    await recover(world, 4)

    expect(phonesTold(world, 2)).toEqual(all)
    const listed = (await world.api.ok(alertRoutes.listAlerts, { user: 'province' })).body.alerts
    expect(listed[0]).toMatchObject({ version: 2, state: 'completed', level: 'cancel' })
  })

  it('is for nobody to edit, submit or reject meanwhile', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world, { areas })
    failOnce(world.deps.approvals, 'issue')
    await attempt(world, 'cancelAlert', alertId)

    const problem = await world.api.refused(alertRoutes.submitAlert, {
      user: 'province',
      params: { alertId },
      headers: newKey(),
    })

    expect(problem.detail).toContain('being cancelled')
  })
})

/** Takes the version out of the index of what is due, as a lost entry would. */
const loseEntry = ({ client }: TestTables, alertId: string, version: number) =>
  client.send(
    new UpdateCommand({
      TableName: alertsTable.name,
      Key: { PK: `ALERT#${alertId}`, SK: `VERSION#000${version}` },
      UpdateExpression: 'REMOVE dueShard',
    }),
  )

describe('an approved version that the index has lost', () => {
  it('is issued all the same, without the request that approved it', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)
    failOnce(world.deps.approvals, 'issue')
    await expect(approve(world, alertId)).rejects.toThrow('500')
    vi.restoreAllMocks()
    await loseEntry(tables, alertId, 1)

    await world.tickAfter(600)
    await world.drain()

    expect((await read(world, alertId)).state).toBe('completed')
    expect(phonesTold(world, 1)).toEqual(all.slice(0, 6))
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
