import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { newKey, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { draft, read, submit, withSecondPerson } from '../../support/approval.ts'
import { it } from '../../support/world-test.ts'

const villages = [villageWith('1308001', 2)]

const submitted = async (world: AlertWorld) => {
  const alertId = await draft(world)
  const { body } = await submit(world, alertId)
  return { alertId, digest: body.versions[0]?.submission?.digest ?? '', etag: `"${body.etag}"` }
}

const approveAs = (
  world: AlertWorld,
  { alertId, digest }: { alertId: string; digest: string },
  user: string,
) =>
  world.api.call(alertRoutes.approveAlert, { user, params: { alertId }, body: { digest }, headers: newKey() })

const statusesOf = (answers: readonly { statusCode: number }[]) =>
  answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)

describe('at the same moment', () => {
  it('two approvals make one, and the other is told that it changed nothing', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const waiting = await submitted(world)

    const answers = await Promise.all([
      approveAs(world, waiting, 'second'),
      approveAs(world, waiting, 'province'),
    ])
    await world.drain()

    expect(statusesOf(answers)).toEqual([202, 409])
    expect(answers.find(({ statusCode }) => statusCode === 409)?.body).toContain('changed nothing')
    const { history } = (await read(world, waiting.alertId)).versions[0] ?? { history: [] }
    expect(history.filter(({ action }) => action === 'approve')).toHaveLength(1)
    expect(world.phones.outbox).toHaveLength(2)
  })

  it('an approval and an edit: what goes out is what was approved, or nothing', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const rounds = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const waiting = await submitted(world)
        const [approved, edited] = await Promise.all([
          approveAs(world, waiting, 'second'),
          world.api.call(alertRoutes.editAlert, {
            user: 'officer',
            params: { alertId: waiting.alertId },
            body: { texts: { lo: 'ນ້ຳແກ້ໄຂ' } },
            headers: { 'if-match': waiting.etag },
          }),
        ])
        const [version] = (await read(world, waiting.alertId)).versions
        return { statuses: [approved.statusCode, edited.statusCode], version }
      }),
    )
    await world.drain()

    expect(rounds.every(({ statuses }) => statuses.includes(409))).toBe(true)
    for (const { statuses, version } of rounds) {
      expect(version?.state).toBe(statuses[0] === 202 ? 'dispatching' : 'draft')
      expect(version?.texts.lo).toBe(statuses[0] === 202 ? 'ເຕືອນໄພນ້ຳຖ້ວມ' : 'ນ້ຳແກ້ໄຂ')
    }
    expect(world.phones.outbox.some(({ text }) => text.includes('ແກ້ໄຂ'))).toBe(false)
  })

  it('an approval and a return: one of them holds', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const waiting = await submitted(world)

    const [approved, returned] = await Promise.all([
      approveAs(world, waiting, 'second'),
      world.api.call(alertRoutes.returnAlert, {
        user: 'province',
        params: { alertId: waiting.alertId },
        body: { reason: 'Wrong river' },
        headers: newKey(),
      }),
    ])

    expect([approved.statusCode, returned.statusCode].filter((status) => status < 300)).toHaveLength(1)
    expect((await read(world, waiting.alertId)).state).toBe(
      approved.statusCode === 202 ? 'dispatching' : 'draft',
    )
  })

  it('an approval and a broken glass issue it once', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const waiting = await submitted(world)
    world.time.nowMs += 601_000

    const answers = await Promise.all([
      approveAs(world, waiting, 'second'),
      world.api.call(alertRoutes.breakGlass, {
        user: 'officer',
        params: { alertId: waiting.alertId },
        body: { reason: 'Nobody answers' },
        headers: newKey(),
      }),
    ])
    await world.drain()

    expect(statusesOf(answers)).toEqual([202, 409])
    expect(world.phones.outbox).toHaveLength(2)
  })

  it('a submission and an edit: the other text is not sent unseen', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await draft(world)
    const { etag } = await world.api.ok(alertRoutes.getAlert, { user: 'officer', params: { alertId } })

    const [issued, edited] = await Promise.all([
      world.api.call(alertRoutes.submitAlert, { user: 'officer', params: { alertId }, headers: newKey() }),
      world.api.call(alertRoutes.editAlert, {
        user: 'province',
        params: { alertId },
        body: { texts: { lo: 'ນ້ຳແກ້ໄຂ' } },
        headers: { 'if-match': etag },
      }),
    ])
    await world.drain()

    expect([issued.statusCode, edited.statusCode].filter((status) => status < 300)).toHaveLength(1)
    const [version] = (await read(world, alertId)).versions
    expect(version?.rendered === null || version?.rendered?.lo?.includes(version.texts.lo ?? '-')).toBe(true)
  })
})
