import { setTimeout as sleep } from 'node:timers/promises'
import { createApiClient, type ApiClient } from '../../local/demo/api-client.ts'
import { logIn } from '../../local/log-in.ts'
import { toIso } from '../../shared/clock.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { createAlertStore } from '../../shared/store/alert-store.ts'
import { createDispatchStore } from '../../shared/store/dispatch-store.ts'
import { hasOpenWork, type Dispatch } from '../../shared/domain/dispatch.ts'
import { createRunTables } from '../bench/run-tables.ts'
import type { RoundPlan } from './crash-plans.ts'
import type { CrashWorld } from './crash-world.ts'
import type { Kill } from './ledger.ts'
import { judge, type Evidence, type Verdict } from './oracle.ts'

/** An alert of a round. */
type Issued = { alertId: string; lane: 'urgent' | 'routine'; areas: readonly string[] }

export type RoundResult = {
  plan: RoundPlan
  verdict: Verdict
  kills: readonly Kill[]
  /** Orders whose step did not come often enough. */
  killsLeft: number
  seconds: number
}

/** Plays rounds in one world. */
export type Player = Awaited<ReturnType<typeof createPlayer>>

/** A round is given up when nothing moved for so long, and as long again: `tick` waits as long as an alert is old. */
const quietMs = 60_000
const mostMs = 600_000
const tickEveryMs = 1500
const lookEveryMs = 300

const textsOf = (tag: string) => ({ lo: `ເຕືອນໄພນ້ຳຖ້ວມ. ${tag}`, en: `FLOOD WARNING. ${tag}` })

/** `tick` as its schedule would run it, one at a time. */
const startTicking = (world: CrashWorld) => {
  let last = Promise.resolve()
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    last = world.run
      .fire('tick')
      .catch(() => undefined)
      .finally(() => {
        isBusy = false
      })
  }, tickEveryMs)
  return async (): Promise<void> => {
    clearInterval(timer)
    await last
  }
}

const createReader = (world: CrashWorld) => {
  const tables = createRunTables(world.run)
  const store = createDispatchStore(tables.client, world.run.tableName('alerts'))
  const alerts = createAlertStore(tables.client, world.run.tableName('alerts'))
  const dispatchesOf = async ({ alertId, areas }: Issued): Promise<Dispatch[]> =>
    (await Promise.all(areas.map((district) => store.listDistrict({ alertId, version: 1, district })))).flat()
  const expectedOf = ({ alertId, lane, areas }: Issued): Evidence['expected'] =>
    areas.flatMap((district) =>
      world.roster
        .ofDistrict(district)
        .flatMap(({ code, members }) =>
          members.map(({ phone }) => ({ alertId, lane, village: code, phone })),
        ),
    )
  return {
    stateOf: async (alertId: string) => (await alerts.findVersion(alertId, 1))?.state,
    /** Whether every SMS has come to its end, and how far each is. */
    progressOf: async (issued: Issued): Promise<{ isDone: boolean; text: string }> => {
      const dispatches = await dispatchesOf(issued)
      const villages = new Set(expectedOf(issued).map(({ village }) => village))
      return {
        isDone: dispatches.length === villages.size && !dispatches.some(hasOpenWork),
        text: dispatches
          .map(({ recipients }) => recipients.map(({ state, attempts }) => `${state}${attempts}`).join())
          .join(),
      }
    },
    evidenceOf: async (issued: readonly Issued[], kills: readonly Kill[]): Promise<Evidence> => {
      const ids = new Set(issued.map(({ alertId }) => alertId))
      const dispatches = (await Promise.all(issued.map(dispatchesOf))).flat()
      return {
        expected: issued.flatMap(expectedOf),
        recorded: dispatches.flatMap(({ alertId, village, recipients }) =>
          recipients.map((one) => ({
            alertId,
            village,
            phone: one.phone,
            state: one.state,
            possibleDuplicate: one.possibleDuplicate,
            gatewayMessageId: one.gatewayMessageId,
          })),
        ),
        sent: world.run.outbox.read().flatMap(({ messageId, phone, text }) => {
          const alertId = world.alertOf(text) ?? 'none'
          return ids.has(alertId) ? [{ alertId, phone, messageId }] : []
        }),
        doubts: world.ledger.doubts,
        lostAnswers: world.ledger.lostAnswers,
        kills,
        earlyTakeovers: world.ledger.earlyTakeovers.filter((one) => ids.has(one.split('/')[0] ?? '')),
      }
    },
    close: tables.close,
  }
}

const draft = async (call: ApiClient, areas: readonly string[], lane: Issued['lane'], tag: string) =>
  call(alertRoutes.createAlert, {
    body: {
      kind: lane === 'urgent' ? 'flood' : 'preparedness',
      hazard: 'river-flood',
      level: lane === 'urgent' ? 'warning' : 'prepare',
      mode: 'exercise',
      areas,
      texts: textsOf(tag),
      expiresAtIso: toIso(Date.now() + 12 * 3_600_000),
    },
  })

export const createPlayer = async (world: CrashWorld) => {
  const { run, proxy, ledger, senders } = world
  const reader = createReader(world)
  const { accessToken } = await logIn(run.issuerOrigin, 'officer.national')
  const call = createApiClient(run.origin, accessToken)
  const played: Issued[] = []
  let tags = 0

  const prepare = async (areas: readonly string[], lane: Issued['lane']): Promise<Issued> => {
    const tag = `<${(tags += 1)}>`
    const { alertId } = await draft(call, areas, lane, tag)
    world.watch(tag, alertId)
    return { alertId, lane, areas }
  }
  /** Its requests meet faults too: who is refused tries again as long as nothing was issued. */
  const submit = async ({ alertId }: Issued): Promise<void> => {
    try {
      await call(alertRoutes.submitAlert, { params: { alertId } })
    } catch {
      if ((await reader.stateOf(alertId)) === 'draft') await submit({ alertId, lane: 'urgent', areas: [] })
    }
  }
  const untilDone = async (alerts: readonly Issued[]): Promise<void> => {
    const startedMs = Date.now()
    let before = ''
    let movedMs = startedMs
    const givenUpAtMs = () => Math.min(startedMs + mostMs, movedMs + (movedMs - startedMs) + quietMs)
    while (Date.now() < givenUpAtMs()) {
      // oxlint-disable-next-line no-await-in-loop -- looks again after a pause
      const progress = await Promise.all(alerts.map(reader.progressOf))
      if (progress.every(({ isDone }) => isDone)) return
      const now = progress.map(({ text }) => text).join()
      if (now !== before) movedMs = Date.now()
      before = now
      // oxlint-disable-next-line no-await-in-loop -- as above
      await sleep(lookEveryMs)
    }
  }

  return {
    play: async (plan: RoundPlan): Promise<RoundResult> => {
      await senders.start({ SMS_PER_SECOND: String(plan.smsPerSecond), RECEIPT_OVERDUE_SECONDS: '7200' })
      const alerts = [await prepare(plan.urgentAreas, 'urgent'), await prepare(plan.routineAreas, 'routine')]
      played.push(...alerts)
      const killsBefore = ledger.kills.length
      const startedMs = Date.now()
      proxy.begin({ ...plan, disturbances: new Set(plan.disturbances) })
      const stopTicking = startTicking(world)
      await Promise.all(alerts.map(submit))
      await untilDone(alerts)
      const killsLeft = proxy.killsLeft()
      proxy.calm()
      await stopTicking()
      const kills = ledger.kills.slice(killsBefore)
      return {
        plan,
        kills,
        killsLeft,
        seconds: (Date.now() - startedMs) / 1000,
        verdict: judge(await reader.evidenceOf(alerts, kills)),
      }
    },
    /** Judges all rounds once more: whoever was still at work then has finished now. */
    judgeAgain: async (): Promise<Verdict> => judge(await reader.evidenceOf(played, ledger.kills)),
    close: reader.close,
  }
}
