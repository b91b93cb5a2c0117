import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import type { RosterWorld } from './roster-world.ts'

type PlanOptions = { markLeft?: boolean; confirmedMatches?: Record<string, string> }

/** A roster file of these lines under the columns that the tests use. */
export const rosterCsv = (...lines: string[]): string =>
  ['village_code,village_name_en,safe_place_en,member_name,phone,duty', ...lines].join('\n')

/** Takes an import of one user through its life, the worker included. */
export const createImportFlow = (world: RosterWorld, user: string) => {
  let imports = 0

  const create = async (sizeBytes: number) => {
    imports += 1
    const { body } = await world.api.ok(rosterRoutes.createImport, {
      user,
      headers: { 'idempotency-key': `import-${user}-${imports}` },
      body: { fileName: 'roster.csv', contentType: 'text/csv', sizeBytes },
    })
    return body
  }

  const upload = async (csv: string): Promise<string> => {
    const created = await create(Buffer.byteLength(csv))
    const { url, method, headers } = created.upload
    const answer = await fetch(url, { method, headers, body: csv })
    if (!answer.ok) throw new Error(`upload answered ${answer.status}`)
    return created.import.id
  }

  const on = (importId: string) => ({ user, params: { importId } })
  const view = async (importId: string) => (await world.api.ok(rosterRoutes.getImport, on(importId))).body

  const plan = async (importId: string, options: PlanOptions = {}) => {
    await world.api.ok(rosterRoutes.planImport, { ...on(importId), body: options })
    await world.drainQueue()
    return view(importId)
  }
  const apply = async (importId: string) => {
    await world.api.ok(rosterRoutes.applyImport, on(importId))
    await world.drainQueue()
    return view(importId)
  }
  const undo = async (importId: string) => {
    await world.api.ok(rosterRoutes.undoImport, on(importId))
    await world.drainQueue()
    return view(importId)
  }

  return {
    on,
    view,
    create,
    upload,
    plan,
    apply,
    undo,
    planned: async (csv: string, options?: PlanOptions) => plan(await upload(csv), options),
    applied: async (csv: string, options?: PlanOptions) => {
      const { id } = await plan(await upload(csv), options)
      return apply(id)
    },
  }
}
