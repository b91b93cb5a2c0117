import { Logger } from '@aws-lambda-powertools/logger'
import { buildHandler as buildApi } from '../../functions/roster-api/build-handler.ts'
import { buildHandler as buildWorker } from '../../functions/roster-import/build-handler.ts'
import type { RosterImportDeps } from '../../functions/roster-import/deps.ts'
import type { ImportMessage } from '../../shared/contracts/queue-messages.ts'
import type { User } from '../../shared/domain/user.ts'
import type { Village } from '../../shared/domain/village.ts'
import { countDistrict } from '../../shared/store/count-district.ts'
import { createExportStore } from '../../shared/store/export-store.ts'
import { createFailureLog } from '../../shared/store/failure-store.ts'
import { createImportPages } from '../../shared/store/import-pages.ts'
import { createImportStore } from '../../shared/store/import-store.ts'
import { createSummaryStore } from '../../shared/store/summary-store.ts'
import { createUserGuardStore } from '../../shared/store/user-guard-store.ts'
import { createUserStore } from '../../shared/store/user-store.ts'
import { createVillageStore } from '../../shared/store/village-store.ts'
import { rosterTable } from '../../shared/tables.ts'
import { createTestAudit } from './audit.ts'
import { startBucket } from './bucket.ts'
import { createApiCaller } from './call-api.ts'
import { createMemoryDirectory } from './memory-directory.ts'
import { startTables } from './dynalite.ts'
import { lambdaContext } from './http-event.ts'
import { createMemoryQueue, sqsEvent } from './queues.ts'

/** The roster's two functions with real stores on the loopback, a queue in memory, and a clock to move. */
export type RosterWorld = Awaited<ReturnType<typeof startRosterWorld>>

const startOfTests = Date.parse('2026-07-01T08:00:00+07:00')

export const startRosterWorld = async () => {
  const [tables, { bucket, stop: stopBucket }] = await Promise.all([startTables(), startBucket()])
  const { client } = tables
  const clock = { now: startOfTests }
  const { queue, state: queueState, take } = createMemoryQueue<ImportMessage>()
  const ids = { last: 0 }
  const users = createUserStore(client, rosterTable.name)
  const directory = createMemoryDirectory()
  const deps = {
    users,
    userGuards: createUserGuardStore(client, rosterTable.name),
    directory,
    recipientsPerHour: { country: 100_000, province: 25_000, district: 5_000 },
    adminRequestHours: 168,
    villages: createVillageStore(client, rosterTable.name),
    summaries: createSummaryStore(client, rosterTable.name),
    imports: createImportStore(client, rosterTable.name),
    exports: createExportStore(client, rosterTable.name),
    pages: createImportPages(bucket),
    bucket,
    queue,
    clock: { nowMs: () => clock.now },
    audit: createTestAudit(tables, { nowMs: () => clock.now }).audit,
    newId: () => {
      ids.last += 1
      return `id-${ids.last}`
    },
    recordFailures: createFailureLog(client, rosterTable.name, 'roster-import', {
      nowMs: () => clock.now,
    }),
    logger: new Logger({ logLevel: 'SILENT' }),
  }

  const runWorker = async (
    messages: readonly ImportMessage[],
    over: Partial<RosterImportDeps> = {},
    remainingMs?: number,
  ): Promise<void> => {
    await buildWorker({ ...deps, ...over })(sqsEvent(messages), lambdaContext(remainingMs))
  }

  return {
    deps,
    tables,
    clock,
    queueState,
    takeMessages: take,
    api: createApiCaller(buildApi(deps)),
    runWorker,

    /** Lets the worker take messages until there are none. */
    drainQueue: async (): Promise<void> => {
      for (let messages = take(); messages.length > 0; messages = take()) {
        // oxlint-disable-next-line no-await-in-loop -- working may queue more
        await runWorker(messages)
      }
    },

    putUsers: async (given: readonly User[]): Promise<void> => {
      await Promise.all(given.map(users.put))
    },

    /** Puts villages on the roster, with their districts counted. */
    putVillages: async (villages: readonly Village[]): Promise<void> => {
      await Promise.all(
        villages.map((village) =>
          deps.villages.put(village, {
            revision: village.revision,
            replaces: null,
            nowIso: village.updatedAtIso,
          }),
        ),
      )
      const districts = new Set(villages.map(({ code }) => code.slice(0, 4)))
      await Promise.all([...districts].map((district) => countDistrict(deps, district)))
    },

    stop: async (): Promise<void> => {
      await Promise.all([tables.stop(), stopBucket()])
    },
  }
}
