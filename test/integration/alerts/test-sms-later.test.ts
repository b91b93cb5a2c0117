import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { issueAlert, newKey } from '../../support/alert-samples.ts'
import type { TestTables } from '../../support/dynalite.ts'
import { failOnce } from '../../support/fail-once.ts'
import { answer, change, it, list, params, phone, refusedAnswer, send } from '../../support/test-sms.ts'

afterEach(() => vi.restoreAllMocks())

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
    const { id } = await send(world)
    await world.drain()
    await answer(world, id, 'read')
    await change(world, { status: 'left', phone: '+8562055000999' })

    const kept = await itemsWith(tables, phone)

    const yearLater = Math.floor(Date.parse('2027-07-23T12:00:00+07:00') / 1000)
    expect(new Set(kept.map(({ type }) => type))).toEqual(new Set(['version', 'dispatch', 'test-sms']))
    expect(kept.map((item) => item['removeAtEpochSeconds'])).toEqual([yearLater, yearLater, yearLater])
  })

  it('is asked for no longer than that, though the table may take days to let it go', async ({ world }) => {
    const { id } = await send(world)
    await world.drain()
    world.time.nowMs = Date.parse('2027-07-23T12:00:00+07:00')

    const late = await refusedAnswer(world, id)

    expect((await list(world)).tests).toEqual([])
    expect(late.code).toBe('wrong-state')
  })
})

describe('a test SMS whose request died before it was on its way', () => {
  it('is not begun by the second request where an actual alert came in between', async ({ world }) => {
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
