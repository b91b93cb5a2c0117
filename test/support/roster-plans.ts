import { memberIdFor } from '../../shared/domain/roster/member-id-for.ts'
import { planImport, type ImportPlan, type PlanImportInput } from '../../shared/domain/roster/plan-import.ts'
import type { RosterCells, RosterRow } from '../../shared/domain/roster/roster-columns.ts'
import type { Member, Village } from '../../shared/domain/village.ts'

/** Rows as read from a file whose header is row 1. Cells of the village and of a made-up member stand in all. */
export function rosterRows(...rows: RosterCells[]): RosterRow[] {
  return rows.map((cells, index) => ({ rowNumber: index + 2, cells }))
}

/** A row without problems; phones are made up. */
export const soundRow: RosterCells = {
  village_code: '1401001',
  village_name_lo: 'ໜອງປິງ',
  safe_place_lo: 'ວັດ',
  member_name: 'ສົມໄຊ',
  phone: '020 55 123 456',
  consented_on: '01/05/2026',
}

export function planRows(
  rows: readonly RosterRow[],
  existing: readonly Village[] = [],
  options: Partial<PlanImportInput['options']> = {},
): ImportPlan {
  return planImport({
    rows,
    existing: new Map(existing.map((village) => [village.code, village])),
    options: { markLeft: false, ...options },
    todayIso: '2026-11-21',
    newMemberId: memberIdFor,
  })
}

/** The roster after a plan was applied. */
export function applyPlan(plan: ImportPlan): Village[] {
  return plan.changes.map(({ after }) => ({
    ...after,
    revision: 'r2',
    updatedAtIso: '2026-11-21T10:00:00+07:00',
  }))
}

/** The problems as `row column severity code`. */
export function shortProblems(plan: ImportPlan): string[] {
  return plan.problems.map(
    ({ rowNumber, column, severity, code }) => `${rowNumber} ${column ?? '-'} ${severity} ${code}`,
  )
}

export function memberOf(fields: Partial<Member> = {}): Member {
  return {
    id: 'm1',
    name: 'ສົມໄຊ',
    phone: '+8562055123456',
    duty: 'head',
    sex: 'male',
    language: 'lo',
    script: 'lao',
    status: 'active',
    consentedOn: '2026-05-01',
    ...fields,
  }
}

export function villageOf(fields: Partial<Village> = {}): Village {
  return {
    code: '1401001',
    nameLo: 'ໜອງປິງ',
    nameEn: 'Nongping',
    safePlaceLo: 'ວັດ',
    languagesSpoken: [],
    status: 'active',
    members: [memberOf()],
    revision: 'r1',
    updatedAtIso: '2026-11-01T10:00:00+07:00',
    ...fields,
  }
}
