import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { issueAlert, newKey, phoneOf, villageWith } from '../../support/alert-samples.ts'
import { draft, read, refuseApproval, submit, withSecondPerson } from '../../support/approval.ts'
import { buildUser } from '../../support/builders.ts'
import { recover, stopAlert } from '../../support/control.ts'
import { followUp, phonesTold, refuseFollowUp } from '../../support/follow-up.ts'
import { it } from '../../support/world-test.ts'

const codes = ['1308001', '1308002', '1308003']

const villages = codes.map((code) => villageWith(code, 3))

const all = codes.flatMap((code) => [0, 1, 2].map((member) => phoneOf(code, member)))

describe('a cancel', () => {
  it.for([1, 2, 3])(
    'goes at once, in the words of its template, exactly to those who got what was stopped after %s batches',
    async (batches, { tables }) => {
      const world = await withSecondPerson(tables, villages)
      const alertId = await draft(world, { level: 'watch' })
      await submit(world, alertId)
      // oxlint-disable-next-line no-await-in-loop -- one batch after the other
      for (let done = 0; done < batches; done += 1) await world.worker.step()
      await stopAlert(world, alertId)
      const got = phonesTold(world, 1)

      const view = await followUp(world, 'cancelAlert', alertId, { user: 'officer', reason: 'Wrong gauge' })
      await world.drain()
      await recover(world, 2)

      expect(got.length).toBeLessThan(all.length)
      expect(phonesTold(world, 2)).toEqual(got)
      expect(view).toMatchObject({ version: 2, level: 'cancel', state: 'dispatching', notEnded: false })
      expect(view.remaining).toEqual({ areas: [], cleared: [] })
      const now = await read(world, alertId)
      expect(now.versions.map(({ state }) => state)).toEqual(['superseded', 'completed'])
      expect(now.versions[1]).toMatchObject({
        template: { id: 'cancel' },
        reviewDueAtIso: '2026-07-24T12:00:00+07:00',
        history: [
          { action: 'cancel', by: 'officer', note: 'Wrong gauge' },
          { action: 'issue-alone', by: 'officer' },
          { action: 'complete' },
        ],
      })
    },
  )

  it('is for who issued the alert, by any login, and for the province; others are told so', async ({
    tables,
  }) => {
    const world = await withSecondPerson(tables, villages)
    await world.seedUsers([buildUser({ id: 'colleague', roles: ['officer'], areas: ['1308'] })])
    const issue = async (): Promise<string> => {
      const alertId = await draft(world, { level: 'watch' })
      await submit(world, alertId)
      return alertId
    }
    const [first, second, third] = [await issue(), await issue(), await issue()]

    const refused = await refuseFollowUp(world, 'cancelAlert', first, { user: 'colleague' })
    const cancelled = [
      await followUp(world, 'cancelAlert', first, { user: 'officer' }),
      await followUp(world, 'cancelAlert', second, { user: 'officer-again' }),
      await followUp(world, 'cancelAlert', third, { user: 'province' }),
    ]

    expect(refused).toMatchObject({ status: 403, code: 'needs-another-person' })
    expect(cancelled.map(({ level }) => level)).toEqual(['cancel', 'cancel', 'cancel'])
  })

  it('is reviewed by another officer, and overdue in list and view until then, whatever comes later', async ({
    tables,
  }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world, { level: 'watch' })
    await submit(world, alertId)
    await followUp(world, 'cancelAlert', alertId, { user: 'officer' })
    world.time.nowMs += 24 * 3600 * 1000 + 1000
    const listed = async () =>
      (await world.api.ok(alertRoutes.listAlerts, { user: 'officer' })).body.alerts[0]?.reviewOverdue

    const before = [await listed(), (await read(world, alertId)).reviewOverdue]
    await world.api.ok(alertRoutes.reviewAlert, {
      user: 'second',
      params: { alertId },
      body: { outcome: 'justified', note: 'The gauge was broken' },
      headers: newKey(),
    })

    expect(before).toEqual([true, true])
    expect(await listed()).toBe(false)
  })

  it('drops a draft that waits, so that nothing goes out after it', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world, { level: 'watch' })
    await submit(world, alertId)
    await world.drain()
    await followUp(world, 'updateAlert', alertId, { user: 'officer', level: 'warning' })
    await submit(world, alertId)

    await followUp(world, 'cancelAlert', alertId, { user: 'officer' })
    await world.drain()
    const late = await refuseApproval(world, alertId, 'second', { digest: 'a'.repeat(64) })

    const { versions } = await read(world, alertId)
    expect(versions.map(({ state }) => state)).toEqual(['superseded', 'rejected', 'completed'])
    expect(versions[1]?.history.at(-1)).toEqual({
      action: 'reject',
      by: 'officer',
      atIso: '2026-07-23T12:00:00+07:00',
      words: { en: 'The alert was cancelled.', lo: 'ຄຳເຕືອນຖືກຍົກເລີກ.' },
    })
    expect(late.code).toBe('wrong-state')
    expect(phonesTold(world, 3)).toEqual(phonesTold(world, 1))
  })

  it('ends an alert that nobody got, and no second one follows', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    await stopAlert(world, alertId)

    await followUp(world, 'cancelAlert', alertId)
    await world.drain()
    await recover(world, 2)
    const again = await refuseFollowUp(world, 'cancelAlert', alertId)

    expect(world.phones.outbox).toEqual([])
    expect((await read(world, alertId)).versions.map(({ state }) => state)).toEqual([
      'superseded',
      'completed',
    ])
    expect(again.detail).toContain('was cancelled')
  })

  it('goes to who may have got it: undelivered, in doubt, and no one who was refused', async ({ world }) => {
    const [first = '', doubtful = '', refused = ''] = all
    await world.seedVillages([villageWith('1308001', 3)])
    world.phones.answer(
      doubtful,
      { kind: 'unknown', code: 'TimeoutError' },
      { kind: 'rejected', code: 'InvalidParameterException' },
    )
    world.phones.answer(refused, { kind: 'rejected', code: 'InvalidParameterException' })
    const alertId = await issueAlert(world)
    await world.drain()
    await recover(world, 1)

    await followUp(world, 'cancelAlert', alertId)
    await world.drain()

    expect(phonesTold(world, 2)).toEqual([first, doubtful].toSorted())
  })
})
