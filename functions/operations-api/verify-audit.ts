import { auditRow } from '../../shared/contracts/audit.ts'
import { operationsRoutes } from '../../shared/contracts/operations-routes.ts'
import { knownFromAnchor } from '../../shared/domain/audit-anchor.ts'
import { checkChain, findOpenIntents, type KnownHead } from '../../shared/domain/audit-check.ts'
import { describeChainFault } from '../../shared/domain/audit-words.ts'
import { dayOfChain, dayOfIso } from '../../shared/domain/audit.ts'
import { digestOfText } from '../../shared/request-id.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import { checkMayRead } from './check-may-read.ts'
import type { OperationsApiDeps } from './deps.ts'

type Items = readonly Record<string, unknown>[]

/** The days of a chain's rows; of a day's chain its own. */
const daysOf = (chain: string, items: Items): string[] => {
  const day = dayOfChain(chain)
  if (day !== undefined) return [day]
  const days = items.map(({ atIso }) => (typeof atIso === 'string' ? dayOfIso(atIso) : ''))
  return [...new Set(days)].filter((text) => /^\d{4}-\d{2}-\d{2}$/.test(text))
}

const recordedHead = async (deps: OperationsApiDeps, chain: string): Promise<KnownHead[]> => {
  if (dayOfChain(chain) !== undefined) return []
  const head = await deps.auditHeads.find(chain.slice('alert#'.length))
  return head === undefined ? [] : [{ by: 'alert', ...head }]
}

const anchoredHeads = async (deps: OperationsApiDeps, chain: string, items: Items): Promise<KnownHead[]> => {
  const anchors = await Promise.all(daysOf(chain, items).map((day) => deps.anchors.read(day)))
  return anchors.flatMap((stored) => (stored === undefined ? [] : knownFromAnchor(stored.anchor, chain)))
}

/**
 * `GET /v1/audit/verify`: holds a chain against itself, against the alert's own record of it, and against the anchors
 * of the days that its rows name. The command `audit:verify` holds all chains against all anchors.
 */
export const verifyAudit = (deps: OperationsApiDeps) =>
  bindRoute(operationsRoutes.verifyAudit, async ({ user, query: { chain } }) => {
    await checkMayRead(deps, user, chain)
    // Read before the rows: what is appended meanwhile is behind it, and not missing.
    const recorded = await recordedHead(deps, chain)
    const items = await deps.auditRows.listStored(chain)
    const known = [...recorded, ...(await anchoredHeads(deps, chain, items))]
    const faults = checkChain(chain, items, known, digestOfText)
    return {
      body: {
        chain,
        rows: items.length,
        intact: faults.length === 0,
        faults: faults.map(({ kind, sequence, by }) => ({
          kind,
          sequence,
          by: by ?? null,
          ...describeChainFault({ kind, sequence, by }),
        })),
        openIntents: findOpenIntents(items.flatMap((item) => auditRow.safeParse(item).data ?? [])),
        known: known.map(({ by, sequence }) => ({ by, sequence })),
      },
    }
  })
