import { setTimeout as sleep } from 'node:timers/promises'
import { createApiClient } from '../../local/demo/api-client.ts'
import { logIn } from '../../local/log-in.ts'
import type { LocalRun } from '../../local/run.ts'
import { toIso } from '../../shared/clock.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { createAlertStore } from '../../shared/store/alert-store.ts'
import type { BenchRoster } from './bench-roster.ts'
import { createRunTables } from './run-tables.ts'

/** An SMS as the gateway took it, with the village that it is for. */
export type HandedOver = { key: string; atMs: number }

/** An alert that was issued; `tag` stands in its texts. */
export type Issued = { alertId: string; tag: string; issuedAtMs: number }

/** Issues alerts as the national officer and watches them without burdening the functions. */
export type AlertDriver = {
  issue: (areas: readonly string[], kind?: 'flood' | 'preparedness') => Promise<Issued>
  /** Waits until the version is as wanted. Throws when time is up. */
  until: (issued: Issued, isSo: (version: VersionRecord) => boolean, mostSeconds: number) => Promise<void>
  completed: (issued: Issued, mostSeconds: number) => Promise<void>
  /** The SMS of an alert in the gateway's outbox. */
  handedOver: (issued: Issued) => HandedOver[]
  accessToken: string
  close: () => void
}

const askEveryMs = 100

/** Two parts in Lao, one in English, as the alerts of the demonstration. */
const textsOf = (tag: string) => ({
  lo: `ເຕືອນໄພນ້ຳຖ້ວມ: ນ້ຳກຳລັງຂຶ້ນ. ຍ້າຍຄົນ ສັດ ເຂົ້າ ໄປບ່ອນສູງກ່ອນ 18:00. ${tag}`,
  en: `FLOOD WARNING: river rising. Move people, animals, rice to high ground by 18:00. ${tag}`,
})

export const createAlertDriver = async (run: LocalRun, roster: BenchRoster): Promise<AlertDriver> => {
  const { accessToken } = await logIn(run.issuerOrigin, 'officer.national')
  const call = createApiClient(run.origin, accessToken)
  const tables = createRunTables(run)
  const alerts = createAlertStore(tables.client, run.tableName('alerts'))
  let issuedCount = 0

  const until: AlertDriver['until'] = async ({ alertId }, isSo, mostSeconds) => {
    const endsAtMs = Date.now() + mostSeconds * 1000
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- asks again after a pause
      const version = await alerts.findVersion(alertId, 1)
      if (version !== undefined && isSo(version)) return
      if (Date.now() > endsAtMs) throw new Error(`an alert was not so far after ${mostSeconds} s`)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await sleep(askEveryMs)
    }
  }
  return {
    accessToken,
    until,
    completed: (issued, mostSeconds) => until(issued, ({ state }) => state === 'completed', mostSeconds),
    issue: async (areas, kind = 'flood') => {
      issuedCount += 1
      const tag = `<${issuedCount}>`
      const { alertId } = await call(alertRoutes.createAlert, {
        body: {
          kind,
          hazard: 'river-flood',
          level: kind === 'flood' ? 'warning' : 'prepare',
          mode: 'exercise',
          areas,
          texts: textsOf(tag),
          expiresAtIso: toIso(Date.now() + 12 * 3_600_000),
        },
      })
      const issuedAtMs = Date.now()
      await call(alertRoutes.submitAlert, { params: { alertId } })
      return { alertId, tag, issuedAtMs }
    },
    handedOver: ({ tag }) =>
      run.outbox.read().flatMap(({ phone, text, acceptedAtIso }) => {
        const village = text.includes(tag) ? roster.villageOf(phone) : undefined
        return village === undefined ? [] : [{ key: village, atMs: Date.parse(acceptedAtIso) }]
      }),
    close: tables.close,
  }
}
