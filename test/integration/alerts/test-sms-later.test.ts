import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { issueAlert, newKey, phoneOf, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import type { TestTables } from '../../support/dynalite.ts'
import { failOnce } from '../../support/fail-once.ts'
import { it } from '../../support/world-test.ts'

const code = '1308001'
const memberId = `m-${code}-0`
const phone = phoneOf(code, 0)
const params = { code, memberId }

afterEach(() => vi.restoreAllMocks())

const answer = (id: string) => ({ user: 'admin', params, body: { id, said: 'read' } })

/** Sends a test SMS in a world that has the village; answers with its id. */
const send = async (world: AlertWorld): Promise<string> => {
  await world.seedVillages([villageWith(code, 3)])
  const request = { user: 'admin', params, headers: newKey() }
  const { body } = await world.api.ok(alertRoutes.sendTestSms, request)
  await world.drain()
  return body.id
}

/** The member leaves, and has another number. */
const leave = async (world: AlertWorld): Promise<void> => {
  const now = await world.villages.find(code)
  if (now === undefined) throw new Error('no village')
  const members = now.members.map((one) =>
    one.id === memberId ? { ...one, status: 'left' as const, phone: '+8562055000999' } : one,
  )
  const revision = `${now.revision}+`
  await world.villages.put(
    { ...now, members },
    { revision, replaces: now.revision, nowIso: now.updatedAtIso },
  )
}

/** Every item of the tables of alerts that holds the number. */
const itemsWith = async ({ client }: TestTables, number: string): Promise<Record<string, unknown>[]> => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: alertsTable.name }))
  return Items.filter((item) => JSON.stringify(item).includes(number))
}

describe('the number that a test SMS went to', () => {
  it('goes out of the table by itself a year later, whatever became of the member', async ({
    tables,
    world,
  }) => {
    const id = await send(world)
    await world.api.ok(alertRoutes.answerTestSms, answer(id))
    await leave(world)

    const kept = await itemsWith(tables, phone)

    const yearLater = Math.floor(Date.parse('2027-07-23T12:00:00+07:00') / 1000)
    expect(new Set(kept.map(({ type }) => type))).toEqual(new Set(['version', 'dispatch', 'test-sms']))
    expect(kept.map((item) => item['removeAtEpochSeconds'])).toEqual([yearLater, yearLater, yearLater])
  })

  it('is asked for no longer than that, though the table may take days to let it go', async ({ world }) => {
    const id = await send(world)
    world.time.nowMs = Date.parse('2027-07-23T12:00:00+07:00')

    const late = await world.api.refused(alertRoutes.answerTestSms, answer(id))
    const { body } = await world.api.ok(alertRoutes.listTestSms, { user: 'viewer', params: { code } })

    expect(body.tests).toEqual([])
    expect(late.code).toBe('wrong-state')
  })
})

describe('a test SMS whose request died before it was on its way', () => {
  it('is not begun by the second request where an actual alert came in between', async ({ world }) => {
    await world.seedVillages([villageWith(code, 3)])
    const request = { user: 'admin', params, headers: newKey() }
    failOnce(world.deps.alerts, 'addVersion')
    await world.api.call(alertRoutes.sendTestSms, request)
    await issueAlert(world, { mode: 'actual' })

    const problem = await world.api.refused(alertRoutes.sendTestSms, request)
    await world.drain()

    expect(problem.code).toBe('actual-alert-live')
    expect(world.phones.outbox.filter(({ text }) => /TEST|ທົດລອງ/.test(text))).toEqual([])
  })
})
