import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { Logger } from '@aws-lambda-powertools/logger'
import { buildHandler } from '../../functions/public/build-handler.ts'
import type { PublicDeps } from '../../functions/public/deps.ts'
import type { CapAuthority } from '../../shared/domain/cap/authority.ts'
import type { Level } from '../../shared/domain/level.ts'
import { issueVersion, startFanOut } from '../../shared/progress/issue-version.ts'
import { createCapFeedStore } from '../../shared/store/cap-feed-store.ts'
import { alertsTable } from '../../shared/tables.ts'
import { alertUsers, villageWith } from './alert-samples.ts'
import { createAlertWorld, type AlertWorld } from './alert-world.ts'
import { buildAuthority } from './cap-samples.ts'
import { answerOf } from './check-answer.ts'
import { draftVersion } from './control.ts'
import type { TestTables } from './dynalite.ts'
import { httpEvent, lambdaContext } from './http-event.ts'

/** The function `public` through its whole stack, without anything public unless a test says so. */
export const createPublicWorld = (over: Partial<PublicDeps> = {}) => {
  const handler = buildHandler({
    stage: 'test',
    version: '1.2.3',
    readDocument: () => '{}',
    cap: undefined,
    clock: { nowMs: () => 0 },
    logger: new Logger({ serviceName: 'test', logLevel: 'SILENT' }),
    ...over,
  })
  const get = async (route: string, headers: Record<string, string> = {}, params?: Record<string, string>) =>
    answerOf.parse(
      await handler(
        httpEvent({ route, user: null, headers, ...(params === undefined ? {} : { params }) }),
        lambdaContext(),
      ),
    )
  return {
    get,
    getFeed: (headers?: Record<string, string>) => get('GET /cap/feed.atom', headers),
    getFile: (file: string, headers?: Record<string, string>) => get('GET /cap/{file}', headers, { file }),
  }
}

const readCapOf = ({ client }: TestTables, authority: CapAuthority): PublicDeps['cap'] => ({
  authority,
  feed: createCapFeedStore(client, alertsTable.name),
})

const placed = { latitude: 16.25, longitude: 105.5 }
/** Two villages of three whose places are known. */
export const publicVillages = ['1308001', '1308002'].map((code) => villageWith(code, 3, placed))

/** An alert world whose stage has an authority, and what anybody may read of it. */
export const startPublishing = async (tables: TestTables, over: Partial<CapAuthority> = {}) => {
  const authority = buildAuthority(over)
  const world = createAlertWorld(tables, { capAuthority: authority })
  await world.seedUsers(alertUsers)
  await world.seedVillages(publicVillages)
  const api = createPublicWorld({ cap: readCapOf(tables, authority), clock: world.deps.clock })
  const fileOf = async (alertId: string, version: number): Promise<string> =>
    (await api.getFile(`${alertId}-${version}.xml`)).body ?? ''
  return { world, api, fileOf }
}

/** Drafts a second version of this level, and issues it. */
export const issueSecond = async (
  world: AlertWorld,
  tables: TestTables,
  alertId: string,
  level: Level,
): Promise<void> => {
  await draftVersion(world, tables, alertId, 2)
  await tables.client.send(
    new UpdateCommand({
      TableName: alertsTable.name,
      Key: { PK: `ALERT#${alertId}`, SK: 'VERSION#0002' },
      UpdateExpression: 'SET #level = :level',
      ExpressionAttributeNames: { '#level': 'level' },
      ExpressionAttributeValues: { ':level': level },
    }),
  )
  const drafted = await world.alerts.findVersion(alertId, 2)
  if (drafted === undefined) throw new Error('no second version')
  await issueVersion(world.deps, drafted, { action: 'issue-alone', by: 'province' })
  const issued = await world.alerts.findVersion(alertId, 2)
  if (issued !== undefined) await startFanOut(world.deps, issued, 'province')
  await world.drain()
}

const link = z.object({ '@_rel': z.string(), '@_type': z.string(), '@_href': z.string() })
const feedShape = z.strictObject({
  '@_xmlns': z.literal('http://www.w3.org/2005/Atom'),
  id: z.string().regex(/^tag:/),
  title: z.string().min(1),
  updated: z.iso.datetime({ offset: true }),
  author: z.strictObject({ name: z.string().min(1), uri: z.url() }),
  generator: z.string(),
  link: z.array(link),
  entry: z
    .array(
      z.strictObject({
        id: z.string().regex(/^tag:/),
        title: z.string().min(1),
        updated: z.iso.datetime({ offset: true }),
        published: z.iso.datetime({ offset: true }),
        summary: z.string().min(1),
        link,
      }),
    )
    .default([]),
})
const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name, path) => name === 'entry' || path === 'feed.link',
})
/** A feed, held to RFC 4287. */
export const parseFeed = (xml = '') => z.object({ feed: feedShape }).parse(parser.parse(xml)).feed
