import * as fc from 'fast-check'
import { z } from 'zod'
import { startAllApis, type AllApis } from '../support/all-apis.ts'
import { readDocumentedRoutes } from '../support/document-requests.ts'
import { places, seedPlaces, userAt, type Things } from '../support/places.ts'
import type { KnownValues } from './arbitrary-of-schema.ts'
import type { FuzzRequest } from './mangle.ts'
import { fuzzCases, type FuzzCase } from './request-arbitrary.ts'
import { watchWrites } from './watch-writes.ts'

/** Stands for the alert that the fuzz itself made last, whose id nobody knows before. */
const latest = 'latest'

const knownOf = ({
  alertId = '',
  importId = '',
  exportId = '',
  memberId = '',
  userId = '',
}: Things): KnownValues => ({
  alertId: [alertId, latest, latest],
  besidesAlertId: [alertId],
  importId: [importId],
  exportId: [exportId],
  memberId: [memberId],
  userId: [userId],
  chain: [`alert#${alertId}`, 'day#2026-07-23'],
  phone: ['020 55 123 456', '+8562055900001', '030 5123456', '021 212 345'],
  AreaCode: ['13', '1308', '1309', '1308001', '1308002'],
  DistrictCode: ['1308', '1309', '1310'],
  VillageCode: ['1308001', '1308002', '1309001', '1308777'],
  mode: ['exercise', 'test'],
})

/** Mostly somebody who may do all, since the others are refused at the door. */
const callers = [
  ...Array.from({ length: 40 }, () => 'maker'),
  ...places.flatMap((place) => [userAt('officer', place), userAt('admin', place)]),
  userAt('viewer', 'own'),
  'disabled',
  'stranger',
]

const withLatest = (request: FuzzRequest, alertId: string): FuzzRequest =>
  request.params?.['alertId'] === latest ? { ...request, params: { ...request.params, alertId } } : request

const describe = ({ route: { definition }, request }: FuzzCase): string =>
  `${definition.method} ${definition.path} ${JSON.stringify(request).slice(0, 2000)}`

/** What a request left behind: writes that the tables took, but those of the audit, and messages on queues. */
const createTraces = (apis: AllApis) => {
  const tables = [apis.tables.client, apis.roster.tables.client].map(watchWrites)
  const queues = [...Object.values(apis.alerts.fanOut), ...Object.values(apis.alerts.lanes)]
  return {
    take: (): string[] => [
      ...tables.flatMap((writes) => writes.take()),
      ...queues.flatMap((queue) => queue.take().map((message) => `message ${JSON.stringify(message)}`)),
      ...apis.roster.takeMessages().map((message) => `message ${JSON.stringify(message)}`),
    ],
  }
}

/** How many answers had each status. */
type FuzzReport = { seed: number; cases: number; statuses: Readonly<Record<string, number>> }

/**
 * Sends so many requests made from the API document to the functions, and throws at the first answer that is a 5xx or
 * that no contract tells of, and at a refusal that left something behind.
 */
export const runFuzz = async ({ seed, cases }: { seed: number; cases: number }): Promise<FuzzReport> => {
  const { document, routes } = await readDocumentedRoutes()
  const apis = await startAllApis()
  try {
    const things = await seedPlaces(apis)
    const traces = createTraces(apis)
    const statuses: Record<string, number> = {}
    let alertId = things['alertId'] ?? ''
    const send = async ({ route, request }: FuzzCase): Promise<void> => {
      traces.take()
      const { statusCode, body } = await apis.call(route.definition, withLatest(request, alertId))
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1
      if (statusCode >= 500) throw new Error(`answered ${statusCode}`)
      const left = traces.take()
      if (statusCode >= 400 && left.length > 0)
        throw new Error(`refused with ${body ?? ''}, but left ${left.join('; ')}`)
      if (route.operationId === 'createAlert' && statusCode === 201) {
        ;({ alertId } = z.object({ alertId: z.string() }).parse(JSON.parse(body ?? '')))
      }
    }
    const property = fc.asyncProperty(
      fuzzCases(routes, document.components.schemas, knownOf(things), callers),
      async (one) => {
        await send(one).catch((error: unknown) => {
          throw new Error(`${describe(one)}: ${error instanceof Error ? error.message : String(error)}`)
        })
      },
    )
    // What was found is found in the state that all before it made: nothing is shrunk, the seed brings it back.
    await fc.assert(property, { seed, numRuns: cases, endOnFailure: true })
    return { seed, cases, statuses }
  } finally {
    await apis.stop()
  }
}
