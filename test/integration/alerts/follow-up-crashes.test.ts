import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { issueAlert, newKey, phoneOf, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { approve, draft, read, submit, withSecondPerson } from '../../support/approval.ts'
import { recover } from '../../support/control.ts'
import type { TestTables } from '../../support/dynalite.ts'
import { failOnce } from '../../support/fail-once.ts'
import { it } from '../../support/world-test.ts'
import { attempt, phonesTold } from '../../support/follow-up.ts'

afterEach(() => vi.restoreAllMocks())

const codes = ['1308001', '1308002', '1309001']

const villages = codes.map((code) => villageWith(code, 3))

const all = codes.flatMap((code) => [0, 1, 2].map((member) => phoneOf(code, member))).toSorted()

const areas = ['1308', '1309']

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

describe('a cancel that nobody issued before its time was over', () => {
  it('makes room for another one', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world, { areas })
    await world.drain()
    failOnce(world.deps.approvals, 'issue')
    await attempt(world, 'cancelAlert', alertId)
    vi.restoreAllMocks()
    await world.tickAfter(25 * 3600)
    await world.drain()

    const again = await attempt(world, 'cancelAlert', alertId)
    await world.drain()
    await recover(world, 2)

    expect(again).toBe(201)
    expect(phonesTold(world, 3)).toEqual(all)
    const { versions } = await read(world, alertId)
    expect(versions[1]?.history.at(-1)).toMatchObject({
      action: 'reject',
      by: 'siang',
      words: { en: 'Its time was over.', lo: 'ໝົດອາຍຸກ່ອນຖືກສົ່ງ.' },
    })
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
