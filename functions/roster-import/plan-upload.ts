import pMap from 'p-map'
import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import { maxUploadBytes } from '../../shared/contracts/roster-files.ts'
import { districtOf } from '../../shared/domain/area.ts'
import { planFolderOf, uploadKeyOf } from '../../shared/domain/import-files.ts'
import { districtsInRows } from '../../shared/domain/roster/districts-in-rows.ts'
import { memberIdFor } from '../../shared/domain/roster/member-id-for.ts'
import { planImport, type ImportPlan } from '../../shared/domain/roster/plan-import.ts'
import { userCovers } from '../../shared/domain/user.ts'
import type { PlannedChange } from '../../shared/store/import-pages.ts'
import type { ImportRecord } from '../../shared/store/import-record.ts'
import type { RosterImportDeps } from './deps.ts'
import { hideForeignAreas } from './hide-foreign-areas.ts'
import { readTable, type TableRows } from './read-table/read-table.ts'
import { rosterFileLimits } from './read-table/table-limits.ts'
import { refuseTable } from './read-table/table-refusals.ts'
import type { HeldImport, WorkOutcome } from './work-on-import.ts'

const districtsAtATime = { concurrency: 8 }

/** Lao wording: unreviewed. */
const fileMissing = {
  code: 'file-missing',
  detail: {
    en: 'The file is not there any more. Upload it again, then plan again.',
    lo: 'ບໍ່ພົບໄຟລ໌. ໃຫ້ສົ່ງໄຟລ໌ອີກ ແລ້ວກວດຄືນ.',
  },
}

type Upload =
  | { outcome: 'rows'; table: TableRows; etag: string }
  | ({ outcome: 'refused' } & Pick<typeof fileMissing, 'code' | 'detail'>)

const readUpload = async ({ bucket }: RosterImportDeps, importId: string): Promise<Upload> => {
  const file = await bucket.read(uploadKeyOf(importId), maxUploadBytes)
  if (file.outcome === 'missing') return { outcome: 'refused', ...fileMissing }
  if (file.outcome === 'too-large') return refuseTable('file-too-large', rosterFileLimits)
  const table = await readTable(file.bytes)
  return table.outcome === 'refused' ? table : { outcome: 'rows', table, etag: file.etag }
}

const planRows = async (
  deps: RosterImportDeps,
  table: TableRows,
  request: NonNullable<ImportRecord['planRequest']>,
): Promise<{ plan: ImportPlan; districts: string[] }> => {
  const isOwnDistrict = (district: string): boolean => userCovers(request, district)
  const rows = hideForeignAreas(table.rows, isOwnDistrict)
  const districts = districtsInRows(rows).filter(isOwnDistrict)
  const villages = await pMap(districts, deps.villages.listDistrict, districtsAtATime)
  const plan = planImport({
    rows,
    earlierProblems: table.problems,
    existing: new Map(villages.flat().map((village) => [village.code, village])),
    options: { markLeft: request.markLeft, confirmedMatches: request.confirmedMatches },
    todayIso: toIso(deps.clock.nowMs()).slice(0, 10),
    newMemberId: memberIdFor,
  })
  return { plan, districts }
}

/** What apply has to write, by village code, so that a page touches few districts. */
const plannedChanges = (plan: ImportPlan): PlannedChange[] =>
  plan.changes
    .flatMap(({ before, after, kind, ...change }) =>
      kind === 'unchanged'
        ? []
        : [{ change: { ...change, kind, nameLo: after.nameLo, nameEn: after.nameEn }, before, after }],
    )
    .toSorted((one, other) => (one.change.code < other.change.code ? -1 : 1))

/** Reads the uploaded file and writes down what applying it would do. Nothing is written to the roster. */
export const planUpload = async (
  deps: RosterImportDeps,
  { record: { id, planRequest }, leaseToken }: HeldImport,
): Promise<WorkOutcome> => {
  if (planRequest === undefined) throw new Error('an import is being planned that nobody asked to plan')
  const upload = await readUpload(deps, id)
  const now = () => toEpochSeconds(deps.clock.nowMs())
  if (upload.outcome === 'refused') {
    const refusal = { code: upload.code, message: upload.detail }
    const changes = { refusal, planRequest: undefined, stateSinceEpochSeconds: now() }
    await deps.imports.act(id, 'refuse', changes, { leaseToken })
    return 'over'
  }
  const { plan, districts } = await planRows(deps, upload.table, planRequest)
  const changes = plannedChanges(plan)
  const folder = planFolderOf(id, leaseToken)
  await deps.pages.write(folder, 'problems', plan.problems)
  await deps.pages.write(folder, 'matches', plan.matches)
  await deps.pages.write(folder, 'changes', changes)
  const found = {
    folder,
    etag: upload.etag,
    markLeft: planRequest.markLeft,
    plannedAtEpochSeconds: now(),
    counts: plan.counts,
    districts,
    districtsChanged: [...new Set(changes.map(({ change }) => districtOf(change.code)))],
    applicable: plan.applicable,
    problems: plan.problems.length,
    matches: plan.matches.length,
    changes: changes.length,
  }
  const fields = { plan: found, planRequest: undefined, stateSinceEpochSeconds: now() }
  await deps.imports.act(id, 'finish-plan', { ...fields, pagesDone: 0, changesDone: 0 }, { leaseToken })
  return 'over'
}
