import type * as z from 'zod'
import { auditRow, type auditRowView } from '../../shared/contracts/audit.ts'
import { operationsRoutes } from '../../shared/contracts/operations-routes.ts'
import { findRepeats } from '../../shared/domain/audit-check.ts'
import { chainOfAlert, chainOfDay } from '../../shared/domain/audit.ts'
import { invalidRequest } from '../../shared/errors.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import { checkMayRead } from './check-may-read.ts'
import type { OperationsApiDeps } from './deps.ts'
import { nameThings } from './name-things.ts'

type Row = z.output<typeof auditRow>

const toView = (row: Row, repeats: ReadonlyMap<number, number>): z.input<typeof auditRowView> => ({
  sequence: row.sequence,
  phase: row.phase,
  who: row.who,
  action: row.action,
  subject: row.subject,
  atIso: row.atIso,
  correlationId: row.correlationId ?? null,
  bodyDigest: row.bodyDigest ?? null,
  status: row.status ?? null,
  code: row.code ?? null,
  answers: row.answers ?? null,
  repeats: repeats.get(row.sequence) ?? null,
  opens: row.opens ?? null,
  previousHash: row.previousHash,
  hash: row.hash,
})

const chainOf = ({ alertId, day }: { alertId?: string | undefined; day?: string | undefined }): string => {
  if (alertId !== undefined && day === undefined) return chainOfAlert(alertId)
  if (day !== undefined && alertId === undefined) return chainOfDay(day)
  throw invalidRequest([
    {
      path: 'query',
      message: { en: 'Name an alert or a day: one of the two.', lo: 'ເລືອກຄຳເຕືອນ ຫຼື ມື້: ຢ່າງໃດຢ່າງໜຶ່ງ.' },
    },
  ])
}

/** `GET /v1/audit`. A row that cannot be read is left out here; `GET /v1/audit/verify` names it. */
export const listAudit = (deps: OperationsApiDeps) =>
  bindRoute(operationsRoutes.listAudit, async ({ user, query }) => {
    const chain = chainOf(query)
    await checkMayRead(deps, user, chain)
    const stored = await deps.auditRows.listPage(chain, query.after, query.limit)
    const rows = stored.flatMap((item) => auditRow.safeParse(item).data ?? [])
    const last = Number(stored.at(-1)?.['sequence'])
    const repeats = findRepeats(rows)
    return {
      body: {
        chain,
        rows: rows.map((row) => toView(row, repeats)),
        names: await nameThings(deps, rows),
        nextAfter: stored.length < query.limit ? null : last,
      },
    }
  })
