import pMap from 'p-map'
import type * as z from 'zod'
import type { auditRow, namedThing } from '../../shared/contracts/audit.ts'
import { safeError } from '../../shared/middleware/safe-error.ts'
import type { OperationsApiDeps } from './deps.ts'

type Row = Pick<z.output<typeof auditRow>, 'who' | 'action' | 'subject'>
type Named = z.input<typeof namedThing>
type NamingDeps = Pick<OperationsApiDeps, 'users' | 'alerts' | 'villages' | 'imports' | 'logger'>

/** Things that are read at a time, each by its key. */
const atOnce = 16

/** What the subjects call by these names, once each. `madeId` names whatever the request made. */
const idsOf = (rows: readonly Row[], ...names: string[]): string[] => [
  ...new Set(rows.flatMap(({ subject }) => names.flatMap((name) => subject[name] ?? []))),
]

type Entry = readonly [id: string, thing: Named]

/** Each of these that is found, by its key. */
const findAll = async (
  ids: readonly string[],
  find: (id: string) => Promise<Named | undefined>,
): Promise<Entry[]> => {
  const found = await pMap(
    ids,
    async (id) => {
      const thing = await find(id)
      return thing === undefined ? [] : [[id, thing] as const]
    },
    { concurrency: atOnce },
  )
  return found.flat()
}

const namePeople = async ({ users }: NamingDeps, rows: readonly Row[]): Promise<Entry[]> => {
  const names = await users.listNames([
    ...new Set([...rows.map(({ who }) => who), ...idsOf(rows, 'userId', 'madeId')]),
  ])
  return Object.entries(names).map(([id, name]) => [id, { is: 'person', name }] as const)
}

const nameAlerts = ({ alerts }: NamingDeps, rows: readonly Row[]): Promise<Entry[]> =>
  findAll(idsOf(rows, 'alertId'), async (alertId) => {
    const alert = await alerts.find(alertId)
    if (alert === undefined) return undefined
    const { number, mode, reaches, hazard, areas } = alert
    return { is: 'alert', number, mode, reaches, hazard, areas }
  })

/** Members by what they do in their village: neither their name nor their number. */
const nameMembers = async ({ villages }: NamingDeps, rows: readonly Row[]): Promise<Entry[]> => {
  const wanted = new Set(idsOf(rows, 'memberId', 'madeId'))
  const codes = idsOf(
    rows.filter(({ subject }) => 'memberId' in subject || 'madeId' in subject),
    'village',
  )
  const found = await pMap(codes, (code) => villages.find(code), { concurrency: atOnce })
  return found.flatMap((village) =>
    (village?.members ?? [])
      .filter(({ id }) => wanted.has(id))
      .map(({ id, duty }) => [id, { is: 'member', village: village?.code ?? '', duty }] as const),
  )
}

const nameImports = ({ imports }: NamingDeps, rows: readonly Row[]): Promise<Entry[]> => {
  const begun = rows.filter(({ action }) => action === 'POST /v1/roster-imports')
  return findAll([...new Set([...idsOf(rows, 'importId'), ...idsOf(begun, 'madeId')])], async (importId) => {
    const found = await imports.find(importId)
    return found === undefined ? undefined : { is: 'import', createdAtIso: found.createdAtIso }
  })
}

/** The audit is there to be read in trouble: names that cannot be read are left out of it. */
const orNone = async ({ logger }: NamingDeps, entries: Promise<Entry[]>): Promise<Entry[]> => {
  try {
    return await entries
  } catch (error) {
    logger.error('NAMES_NOT_READ', safeError(error))
    return []
  }
}

/** What the ids of these rows name, as far as it is still there: a row itself holds no name. */
export const nameThings = async (deps: NamingDeps, rows: readonly Row[]): Promise<Record<string, Named>> => {
  const named = [namePeople, nameAlerts, nameMembers, nameImports]
  const entries = await Promise.all(named.map((name) => orNone(deps, name(deps, rows))))
  return Object.fromEntries(entries.flat())
}
