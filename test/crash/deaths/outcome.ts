import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { versionRecord } from '../../../shared/contracts/version-record.ts'
import { isNoticeId } from '../../../shared/domain/notices/notice.ts'
import { countSmsParts } from '../../../shared/domain/sms-parts.ts'
import { toDispatch } from '../../../shared/store/dispatch-record.ts'
import { alertsTable } from '../../../shared/tables.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { readBudget } from '../../support/budgets.ts'
import type { TestTables } from '../../support/dynalite.ts'

/** What came of a story, without what may differ from one time to another: times and the alerts' numbers. */
export type Outcome = {
  sms: string[]
  versions: string[]
  deliveries: string[]
  notices: string[]
  runs: string[]
  places: string[]
  /** Parts that stay reserved, and parts spent but for those that phones of villages got: nothing of either. */
  budgets: string[]
}

const timeless = (text: string): string =>
  text.replaceAll(/\d\d\/\d\d \d\d:\d\d/g, 'TIME').replaceAll(/#\d+/g, '#N')

const listItems = async ({ client }: TestTables): Promise<Record<string, unknown>[]> =>
  (await client.send(new ScanCommand({ TableName: alertsTable.name, ConsistentRead: true }))).Items ?? []

const ofType = (items: readonly Record<string, unknown>[], type: string) =>
  items.filter((item) => item['type'] === type)

const partsToVillages = (
  items: readonly Record<string, unknown>[],
  world: AlertWorld,
  lane: string,
): number => {
  const phones = new Set(
    ofType(items, 'dispatch')
      .map(toDispatch)
      .filter((one) => !isNoticeId(one.alertId) && one.lane === lane)
      .flatMap(({ recipients }) => recipients.map(({ phone }) => phone)),
  )
  return world.phones.outbox
    .filter(({ phone }) => phones.has(phone))
    .reduce((sum, { text }) => sum + countSmsParts(text).parts, 0)
}

const budgetsOf = async (items: readonly Record<string, unknown>[], world: AlertWorld): Promise<string[]> =>
  Promise.all(
    (['urgent', 'routine'] as const).map(async (lane) => {
      const { reservedParts, spentParts } = await readBudget(world, 'LA', lane)
      const strange = spentParts - partsToVillages(items, world, lane)
      return `${lane}: ${reservedParts} reserved, ${strange} strange`
    }),
  )

/** Everything that people, or the next alert, would see of it. */
export const outcomeOf = async (tables: TestTables, world: AlertWorld): Promise<Outcome> => {
  const items = await listItems(tables)
  const versions = ofType(items, 'version').map((item) => versionRecord.parse(item))
  return {
    sms: world.phones.outbox.map(({ phone, text }) => `${phone} ${timeless(text)}`).toSorted(),
    versions: versions
      .map(
        ({ version, level, state, notice }) => `${notice?.kind ?? `version ${version}, ${level}`}: ${state}`,
      )
      .toSorted(),
    deliveries: ofType(items, 'dispatch')
      .map(toDispatch)
      .flatMap(({ version, village, recipients }) =>
        recipients.map(({ phone, state }) => `${version} ${village} ${phone}: ${state}`),
      )
      .toSorted(),
    notices: ofType(items, 'notices')
      .flatMap(({ told }) => (Array.isArray(told) ? told : []))
      .map(({ kind, sms }: { kind: string; sms: number }) => `${kind} to ${sms}`)
      .toSorted(),
    runs: ofType(items, 'schedule-run').map(({ state, reason }) => `${String(state)} ${String(reason)}`),
    places: ofType(items, 'month-places').map(
      ({ PK, villages }) => `${String(PK)} ${JSON.stringify(villages)}`,
    ),
    budgets: await budgetsOf(items, world),
  }
}
