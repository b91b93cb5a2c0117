import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { planDispatches } from '../../../shared/domain/committee.ts'
import { tallyOf } from '../../../shared/domain/dispatch.ts'
import type { SendOutcome } from '../../../shared/gateway/sms-gateway.ts'
import type { Village } from '../../../shared/domain/village.ts'
import { issueAlert } from '../../support/alert-samples.ts'
import { alertUsers } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { buildMember, buildVillage } from '../../support/builders.ts'
import { startTables } from '../../support/dynalite.ts'
import { failOnce } from '../../support/fail-once.ts'

const villageArb = (code: string) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.constantFrom('active', 'active', 'left', 'quarantined')), {
      maxLength: 4, minLength: 1,
    })
    .map(
      (members): Village =>
        buildVillage({
          code,
          members: members.map(([phone, status], index) =>
            buildMember({
              id: `${code}-${index}`,
              phone: `+85620550${code.slice(2, 4)}0${String(phone).padStart(2, '0')}`,
              status: status as 'active',
            }),
          ),
        }),
    )
const codes = ['1308001', '1308002', '1308003', '1309001', '1309002']
const scenario = fc.record({
  villages: fc.tuple(...codes.map(villageArb)),
  answers: fc.array(
    fc.array(fc.constantFrom('throttled', 'failed', 'rejected', 'unknown', 'opted-out'), { maxLength: 3 }),
    { minLength: 16, maxLength: 16 },
  ),
  seed: fc.integer(),
  calm: fc.constant(false),
  kind: fc.constantFrom('flood', 'preparedness'),
})

const faults = (world: AlertWorld): [object, string][] => [
  ...['change', 'create', 'mirror', 'findMany', 'listDistrict'].map((m): [object, string] => [world.deps.dispatches, m]),
  ...['createDistrict', 'markVillages', 'closeDistrict', 'openSecondWave', 'end', 'findDistrict', 'postpone'].map(
    (m): [object, string] => [world.deps.progress, m],
  ),
  [world.deps.lanes.first, 'send'],
  [world.deps.lanes.urgent, 'send'],
  [world.deps.fanOutQueues.urgent, 'send'],
  [world.deps.smsIndex, 'put'],
  [world.deps.alerts, 'findVersion'],
]

const run = async (world: AlertWorld, input: any) => {
  let st = input.seed | 0
  const rnd = () => {
    st = (st + 0x6d2b79f5) | 0
    let t = Math.imul(st ^ (st >>> 15), 1 | st)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const pick = (count: number) => Math.floor(rnd() * count)
  await world.seedUsers(alertUsers)
  await world.seedVillages(input.villages)
  const phones = [...new Set<string>(input.villages.flatMap((v: Village) => v.members.map((m) => m.phone)))]
  phones.forEach((phone, index) =>
    world.phones.answer(
      phone,
      ...(input.answers[index % 16] ?? []).map((kind: string) => ({ kind, code: 'Made' }) as SendOutcome),
    ),
  )
  const order: string[] = []
  const send = world.deps.gateway.send
  world.deps.gateway.send = async (sms) => {
    order.push(sms.phone)
    if (!input.calm && pick(6) === 0) { world.time.nowMs += 50_000; await new Promise((r) => setTimeout(r, 8)) }
    return send(sms)
  }
  const alertId = await issueAlert(world, {
    areas: ['1308', '1309'],
    kind: input.kind,
    level: 'prepare',
  })
  const lines = [world.fanOut.urgent, world.fanOut.routine, world.lanes.first, world.lanes.urgent, world.lanes.routine]
  for (let steps = 0; steps < 60; steps += 1) {
    if (!input.calm) {
      const what = pick(5)
      if (what <= 1) {
        const [target, method] = faults(world)[pick(faults(world).length)] ?? [world, '']
        failOnce(target as any, method as never, pick(2) === 0 ? 'before' : 'after')
      } else if (what === 2) {
        const line = lines[pick(lines.length)]
        if (line !== undefined && line.sent.length > 0) {
          if (pick(2) === 0) line.sent.splice(pick(line.sent.length), 1)
          else line.sent.push({ ...line.sent[pick(line.sent.length)]! } as any)
        }
      } else if (what === 3) {
        for (const line of lines) line.sent.push(...line.sent.map((m) => ({ ...m })) as any)
        await Promise.all([
          world.worker.stepAnywhere(pick),
          world.worker.stepAnywhere(pick),
          world.worker.stepAnywhere(pick),
          pick(2) === 0 ? world.tickAfter(30) : undefined,
        ])
      }
    }
    if (!(await world.worker.stepAnywhere(pick))) break
  }
  vi.restoreAllMocks()
  await world.drain()
  const state1 = (await world.alerts.findVersion(alertId, 1))!.state
  if (!input.calm)
    for (let t = 0; t < 12; t += 1) {
      await world.tickAfter(200)
      await world.drain()
    }
  return { alertId, order, state1 }
}

describe('chaos', () => {
  it('ends with everyone served', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (input) => {
        const tables = await startTables()
        try {
          const world = createAlertWorld(tables, {}, 1 + (Math.abs(input.seed) % 4))
          const lg = world.deps.logger; const cnt: any = ((globalThis as any).cnt ??= {}); lg.warn = ((m: string) => { cnt[m] = (cnt[m] ?? 0) + 1 }) as any; lg.error = ((m: string, e: any) => { const k = m + ' ' + (e?.errorText ?? ''); cnt[k] = (cnt[k] ?? 0) + 1 }) as any
          const phonesAll = input.villages.flatMap((v: Village) => v.members)
          if (input.villages.every((v: Village) => !phonesAll || v.members.length === 0)) return
          const { alertId, order, state1 } = await run(world, input)
          const lane = input.kind === 'flood' ? 'urgent' : 'routine'
          const version = (await world.alerts.findVersion(alertId, 1))!
          const all = (
            await Promise.all(
              ['1308', '1309'].map((district) => world.dispatches.listDistrict({ alertId, version: 1, district })),
            )
          ).flat()
          const planned = ['1308', '1309'].flatMap((d) =>
            planDispatches(input.villages.filter((v: Village) => v.code.startsWith(d)), lane),
          )
          expect(all.map((d) => d.village).toSorted()).toEqual(planned.map((d) => d.village).toSorted())
          const recipients = all.flatMap((d) => d.recipients)
          expect(recipients.filter((r) => r.state === 'pending' || r.state === 'sending')).toEqual([])
          for (const r of recipients) {
            if (r.sharedWith !== undefined) continue
            const sent = world.phones.outbox.filter((s) => s.phone === r.phone).length
            if (r.state === 'accepted' && !r.possibleDuplicate) expect([r.phone, sent]).toEqual([r.phone, 1])
            if (r.possibleDuplicate) expect(sent).toBeLessThanOrEqual(2)
            if (input.calm && r.state === 'rejected') {
               expect(sent).toBeLessThanOrEqual(1)
            }
          }
          const board = await world.board.list(alertId, 1)
          for (const d of all) {
            expect(board.find((b) => b.village === d.village)?.tally).toEqual(tallyOf(d.recipients))
            for (const r of d.recipients)
              for (const v of r.mirroredIn ?? [])
                if (r.state === 'accepted') expect(all.find((x) => x.village === v)?.mirrored).toBe('accepted')
          }
          const doubt = recipients.some((r) => r.state === 'in-doubt')
          expect(version.state).toBe(doubt ? 'dispatching' : 'completed')
          if (input.calm) expect(state1).toBe(version.state)
          const opened = (version.secondWaveOpenedAtEpochSeconds ?? 0) - (version.issuedAtEpochSeconds ?? 0)
          if (opened < 300) {
            const seconds = planned.flatMap((d) => d.recipients.filter((r) => r.wave === 2 && !r.sharedWith).map((r) => r.phone))
            const firsts = planned.flatMap((d) => d.recipients.filter((r) => r.wave === 1).map((r) => r.phone))
            const lastFirst = Math.max(-1, ...firsts.map((p) => order.indexOf(p)))
            // promoted ones excluded
            const promoted = new Set(all.flatMap((d) => d.recipients.filter((r) => r.wave === 1).map((r) => r.phone)))
            for (const p of seconds) if (!promoted.has(p) && order.includes(p)) expect(order.indexOf(p)).toBeGreaterThan(lastFirst)
          }
          expect(world.worker.dead).toEqual([])
          const indexed = recipients.filter((r) => r.state === 'accepted')
          for (const r of indexed) {
            const found = await tables.client.send(new (await import('@aws-sdk/lib-dynamodb')).GetCommand({ TableName: 'alerts', Key: { PK: `SMS#${r.gatewayMessageId}`, SK: 'SMS' } }))
            expect(found.Item?.['alertId']).toBe(alertId)
          }
        } finally {
          await tables.stop()
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 20), ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}), ...(process.env['FPATH'] ? { path: process.env['FPATH'] } : {}), endOnFailure: true },
    ).finally(() => process.stdout.write(JSON.stringify((globalThis as any).cnt, null, 1) + '\n'))
  })
})
