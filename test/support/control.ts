import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { createPaceStore } from '../../shared/store/pace-store.ts'
import { alertsTable } from '../../shared/tables.ts'
import { alertUsers, newKey } from './alert-samples.ts'
import { createAlertWorld, type AlertWorld } from './alert-world.ts'
import type { TestTables } from './dynalite.ts'

type Request = { user?: string; headers?: Record<string, string> }

export const stopAlert = (world: AlertWorld, alertId: string, { user = 'province', headers }: Request = {}) =>
  world.api.ok(alertRoutes.stopAlert, {
    user,
    params: { alertId },
    body: { reason: 'The dam holds' },
    headers: headers ?? newKey(),
  })

export const resumeAlert = (
  world: AlertWorld,
  alertId: string,
  { user = 'province', headers }: Request = {},
) => world.api.ok(alertRoutes.resumeAlert, { user, params: { alertId }, headers: headers ?? newKey() })

export const resendFailed = (
  world: AlertWorld,
  alertId: string,
  states?: readonly string[],
  { user = 'province', headers }: Request = {},
) =>
  world.api.ok(alertRoutes.resendFailed, {
    user,
    params: { alertId },
    body: states === undefined ? {} : { states },
    headers: headers ?? newKey(),
  })

/** A world whose account sends so many SMS a second. */
export const createPacedWorld = async (tables: TestTables, perSecond: number): Promise<AlertWorld> => {
  const world = createAlertWorld(tables, {
    pace: createPaceStore(tables.client, alertsTable.name, perSecond, 60),
  })
  await world.seedUsers(alertUsers)
  return world
}

/** Writes the next version of an alert as a draft, past the route and its rules, and makes it the latest. */
export const draftVersion = async (
  world: AlertWorld,
  { client }: TestTables,
  alertId: string,
  version: number,
): Promise<void> => {
  const [alert, before] = await Promise.all([
    world.alerts.find(alertId),
    world.alerts.findVersion(alertId, version - 1),
  ])
  if (alert === undefined || before === undefined) throw new Error('no version before this one')
  const none = new Set<string>()
  await world.alerts.create(alert, {
    alertId,
    version,
    number: before.number,
    state: 'draft',
    level: before.level,
    lane: before.lane,
    mode: before.mode,
    reaches: before.reaches,
    areas: before.areas,
    districts: before.districts,
    texts: { lo: `ສະບັບ ${version}`, en: `VERSION ${version}` },
    bodyDigest: alert.bodyDigest,
    expiresAtEpochSeconds: before.expiresAtEpochSeconds,
    history: [],
    revision: 1,
    authors: none,
    fanOutOpen: none,
    firstTurnOpen: none,
    workOpen: none,
    doubtful: none,
    secondWaveToQueue: none,
    wavesToQueue: none,
    resendToQueue: none,
    resends: [],
  })
  await client.send(
    new UpdateCommand({
      TableName: alertsTable.name,
      Key: { PK: `ALERT#${alertId}`, SK: 'ALERT' },
      UpdateExpression: 'SET latestVersion = :version',
      ExpressionAttributeValues: { ':version': version },
    }),
  )
}

/** How often each of these phones got an SMS. */
export const timesSent = (world: AlertWorld, phones: readonly string[]): number[] =>
  phones.map((phone) => world.phones.outbox.filter((sms) => sms.phone === phone).length)

/** Lets the minute's tick look until nothing is left, and works off what it queues. */
export const recover = async (world: AlertWorld, ticks = 5): Promise<void> => {
  for (let done = 0; done < ticks; done += 1) {
    // oxlint-disable-next-line no-await-in-loop -- minute after minute
    await world.tickAfter(125)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await world.drain()
  }
}
