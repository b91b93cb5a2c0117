import { readFileSync } from 'node:fs'
import type { Logger } from '@aws-lambda-powertools/logger'
import { systemClock, type Clock } from '../../shared/clock.ts'
import { createLogger } from '../../shared/create-logger.ts'
import type { CapAuthority } from '../../shared/domain/cap/authority.ts'
import { createCapFeedStore, type CapFeedStore } from '../../shared/store/cap-feed-store.ts'
import { createTableClient } from '../../shared/store/clients.ts'
import type { readPublicEnvironment } from './env.ts'

export type PublicDeps = {
  stage: string
  version: string
  /** The API document as JSON. Read at the first request for it, so that no other answer waits for it. */
  readDocument: () => string
  /** Undefined where nobody has agreed that alerts are public: then there is no right to read any either. */
  cap: { authority: CapAuthority; feed: CapFeedStore } | undefined
  clock: Clock
  logger: Logger
}

const createCap = ({
  CAP_AUTHORITY: authority,
  CAP_TABLE: table,
}: ReturnType<typeof readPublicEnvironment>): PublicDeps['cap'] =>
  authority === undefined || table === undefined
    ? undefined
    : { authority, feed: createCapFeedStore(createTableClient(), table) }

export const createDeps = (environment: ReturnType<typeof readPublicEnvironment>): PublicDeps => ({
  stage: environment.STAGE,
  version: environment.CODE_VERSION,
  // Synthesis writes it beside the bundle.
  readDocument: () => readFileSync(new URL('openapi.json', import.meta.url), 'utf8'),
  cap: createCap(environment),
  clock: systemClock,
  logger: createLogger('public'),
})
