import { Logger } from '@aws-lambda-powertools/logger'
import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { newKey, readBoard, villageWith } from '../../support/alert-samples.ts'
import { approve, draft, read, submit } from '../../support/approval.ts'
import { buildUser } from '../../support/builders.ts'
import { failOnce } from '../../support/fail-once.ts'
import { noticesSent, staffPhones, toldTo, withStaffPhones } from '../../support/notices.ts'
import { it } from '../../support/world-test.ts'

const villages = [villageWith('1308001', 2)]

afterEach(() => vi.restoreAllMocks())

describe('what waits for approval', () => {
  it('is told to those who may approve it, once each, and to nobody who wrote it', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    const alertId = await draft(world)

    const { body } = await submit(world, alertId)
    await world.drain()

    expect(toldTo(world)).toEqual(['province', 'second'])
    expect(body.versions[0]?.notices).toEqual([
      { kind: 'submitted', atIso: '2026-07-23T12:00:00+07:00', sms: 2, withoutPhone: 0 },
    ])
  })

  it('is told in their language, with number, version and the word of a drill', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    const alertId = await draft(world)
    const { number } = await read(world, alertId)

    await submit(world, alertId)
    await world.drain()

    const textOf = (who: string) => noticesSent(world).find(({ to }) => to === who)?.text
    expect(textOf('province')).toBe(
      `EXERCISE: Siang: Warning waits for your approval. #${number}.1 23/07 12:00 EXERCISE`,
    )
    expect(textOf('second')).toMatch(/^ຝຶກຊ້ອມ: ເຕືອນໄພ ລໍຖ້າທ່ານອະນຸມັດ #/)
  })

  it('is told once though the submission, its work and its queue messages come again', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    const alertId = await draft(world)
    const headers = newKey()

    await submit(world, alertId, { headers })
    await submit(world, alertId, { headers })
    const messages = [...world.fanOut.urgent.sent]
    await world.drain()
    await world.deps.fanOutQueues.urgent.send(messages.map(({ message }) => message))
    await world.tickAfter(61)
    await world.drain()

    expect(toldTo(world)).toEqual(['province', 'second'])
  })

  it('is told by the minute’s tick where the request died right after the submission', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    const alertId = await draft(world)
    failOnce(world.deps.approvals, 'submit', 'after')

    await world.api.call(alertRoutes.submitAlert, { user: 'officer', params: { alertId }, headers: newKey() })
    await world.drain()
    const before = toldTo(world)
    await world.tickAfter(60)
    await world.drain()

    expect(before).toEqual([])
    expect(toldTo(world)).toEqual(['province', 'second'])
  })

  it.for(['list', 'addVersion', 'settle'] as const)(
    'is told once where the telling fails at %s',
    async (step, { tables }) => {
      const world = await withStaffPhones(tables, villages)
      const alertId = await draft(world)
      if (step === 'addVersion') failOnce(world.deps.alerts, step, 'after')
      else failOnce(world.deps.notices, step)

      await submit(world, alertId).catch(() => undefined)
      await world.drain()
      await world.tickAfter(60)
      await world.drain()
      await world.tickAfter(130)
      await world.drain()

      expect(toldTo(world)).toEqual(['province', 'second'])
    },
  )

  it('is told again after five minutes, once, if it still waits', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)
    await world.drain()

    await world.tickAfter(299)
    await world.drain()
    const before = toldTo(world)
    await world.tickAfter(1)
    await world.drain()
    await world.tickAfter(60)
    await world.drain()

    expect(before).toEqual(['province', 'second'])
    expect(toldTo(world)).toEqual(['province', 'province', 'second', 'second'])
    expect((await read(world, alertId)).versions[0]?.notices.map(({ kind }) => kind)).toEqual([
      'submitted',
      'still-waiting',
    ])
  })

  it('is not told again once it was approved', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)
    await approve(world, alertId)
    await world.drain()

    await world.tickAfter(400)
    await world.drain()

    expect(toldTo(world)).toEqual(['province', 'second'])
  })

  it('is told at night too, also of a drill, which waits for the morning itself', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages, { quietHours: { fromHour: 20, untilHour: 7 } })
    world.time.nowMs = Date.parse('2026-07-23T23:00:00+07:00')

    await submit(world, await draft(world))
    await world.drain()

    expect(toldTo(world)).toEqual(['province', 'second'])
  })

  it('is told though the drill reaches nobody', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages, { drillsReach: 'nobody' })

    await submit(world, await draft(world))
    await world.drain()

    expect(toldTo(world)).toEqual(['province', 'second'])
  })

  it('leaves a look to the tick where somebody asked for one while another was settled', async ({
    tables,
  }) => {
    const world = await withStaffPhones(tables, villages)
    const key = { alertId: 'a', version: 1 }
    await world.notices.watch(key, 100)
    const [seen] = await world.notices.list('a')
    await world.notices.watch(key, 200)

    const isSettled = await world.notices.settle(key, seen?.asked ?? 0, {
      told: [],
      dueAtEpochSeconds: undefined,
    })

    expect(isSettled).toBe(false)
    expect(await world.due.list(200, 10, 'notices')).toHaveLength(1)
  })

  it('counts those who have no phone, and tells them nothing', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    const province = await world.users.find('province')
    if (province === undefined) throw new Error('no officer of the province')
    await world.seedUsers([{ ...province, phone: undefined }])
    const alertId = await draft(world)

    const { body } = await submit(world, alertId)
    await world.drain()

    expect(body.versions[0]?.notices).toMatchObject([{ sms: 1, withoutPhone: 1 }])
    expect(toldTo(world)).toEqual(['second'])
  })
})

describe('a notice', () => {
  it('is no alert: in no list, on no board, in no answer by its id', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)
    const [first] = world.fanOut.urgent.sent
    const noticeId = first?.message.alertId ?? ''
    await approve(world, alertId)
    await world.drain()

    const { alerts } = (await world.api.ok(alertRoutes.listAlerts, { user: 'province' })).body
    const refused = await world.api.refused(alertRoutes.getAlert, {
      user: 'province',
      params: { alertId: noticeId },
    })
    const board = await readBoard(world, alertId)

    expect(noticeId).toMatch(/^n-/)
    expect(alerts.map((one) => one.alertId)).toEqual([alertId])
    expect(refused.status).toBe(404)
    expect(board.totals.accepted).toBe(2)
    expect(board.villages.map(([code]) => code)).toEqual(['1308001'])
  })

  it('ends completed, with its SMS in the ledger, and stands in the audit without a number', async ({
    tables,
  }) => {
    const world = await withStaffPhones(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)
    const noticeId = world.fanOut.urgent.sent[0]?.message.alertId ?? ''
    await world.drain()

    const notice = await world.alerts.findVersion(noticeId, 1)
    const dispatch = await world.dispatches.find({
      alertId: noticeId,
      version: 1,
      district: '0000',
      village: '0000001',
    })
    const rows = await world.deps.auditRows.listStored(`alert#${alertId}`)
    const told = rows.filter(({ action }) => action === 'notice')

    expect(notice?.state).toBe('completed')
    expect(dispatch?.recipients.map(({ memberId, state }) => `${memberId} ${state}`)).toEqual([
      'province accepted',
      'second accepted',
    ])
    expect(told.map(({ subject }) => subject)).toEqual([
      { alertId, version: '1', notice: 'submitted', sms: '2', withoutPhone: '0' },
    ])
    expect(JSON.stringify(rows)).not.toContain('2099')
  })

  it('goes to forty people and more, each once', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    await world.seedUsers(
      Array.from({ length: 90 }, (_, index) =>
        buildUser({
          id: `many-${index}`,
          roles: ['officer'],
          areas: ['13'],
          phone: `+85620990010${String(index).padStart(2, '0')}`,
        }),
      ),
    )

    const { body } = await submit(world, await draft(world))
    await world.drain()

    expect(body.versions[0]?.notices).toMatchObject([{ sms: 92, withoutPhone: 0 }])
    expect(new Set(world.phones.outbox.map(({ phone }) => phone)).size).toBe(92)
    expect(world.phones.outbox).toHaveLength(92)
  })

  it('leaves no number in the log, also where its telling fails', async ({ tables }) => {
    const lines: string[] = []
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0)
    }
    const logger = new Logger({ serviceName: 'test', logLevel: 'DEBUG' })
    const world = await withStaffPhones(tables, villages, { logger })
    failOnce(world.deps.dispatches, 'create')

    await submit(world, await draft(world))
    await world.drain()
    await world.tickAfter(130)
    await world.drain()

    const output = lines.join('')
    expect(toldTo(world)).toEqual(['province', 'second'])
    expect(output).toContain('NOTICE_MADE')
    expect(output).not.toContain('2099')
    expect(output).not.toContain('approval.')
  })

  it('that the gateway fails to take is tried again, as any SMS', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    await world.seedUsers(
      (await world.users.list()).map((user) => ({
        ...user,
        phone: user.id === 'second' ? user.phone : undefined,
      })),
    )
    world.phones.answer(staffPhones.second, { kind: 'failed', code: 'Made' })
    await submit(world, await draft(world))

    await world.drain()
    await world.tickAfter(130)
    await world.drain()

    expect(toldTo(world)).toEqual(['second'])
  })
})
