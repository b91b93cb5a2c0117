import { findDistrict } from '../laos-areas.ts'
import { parsePhoneNumber } from '../phone-number.ts'
import type { Member, VillageDetails } from '../village.ts'
import { withFormulaGuard } from './formula-guard.ts'
import { rosterColumns, type RosterCells } from './roster-columns.ts'

/**
 * The roster as rows of a file: first the columns' names, then a row for each member in the committee's order, and
 * one for a village without members. Importing them again changes nothing. Phones stand as people in Laos write
 * them, which no spreadsheet takes for a number or a formula; other cells that it would run are guarded.
 */
export function* exportRows(villages: Iterable<VillageDetails>): Generator<readonly string[]> {
  yield rosterColumns
  for (const village of villages) {
    const villageCells = cellsOfVillage(village)
    if (village.members.length === 0) yield inOrder(villageCells)
    for (const [index, member] of village.members.entries()) {
      yield inOrder({ ...villageCells, ...cellsOfMember(member, index + 1) })
    }
  }
}

/** A form to fill in: the columns' names, and a row for each village with the member columns empty. */
export function* templateRows(villages: Iterable<VillageDetails>): Generator<readonly string[]> {
  yield rosterColumns
  for (const village of villages) yield inOrder(cellsOfVillage(village))
}

/** The cells of a village's columns, without guards. */
export function cellsOfVillage(village: VillageDetails): RosterCells {
  return {
    village_code: village.code,
    village_name_lo: village.nameLo,
    village_name_en: village.nameEn,
    district: findDistrict(village.code.slice(0, 4))?.nameLo ?? '',
    latitude: numberText(village.latitude),
    longitude: numberText(village.longitude),
    exposure: numberText(village.exposure),
    safe_place_lo: village.safePlaceLo ?? '',
    safe_place_en: village.safePlaceEn ?? '',
    languages_spoken: village.languagesSpoken.join('; '),
    households: numberText(village.households),
  }
}

/** The cells of a member's columns, without guards. `order` counts from 1. */
export function cellsOfMember(member: Member, order: number): RosterCells {
  const phone = parsePhoneNumber(member.phone)
  return {
    member_order: String(order),
    member_name: member.name,
    phone: phone.outcome === 'ok' ? phone.display : member.phone,
    duty: member.duty,
    sex: member.sex,
    language: member.language,
    script: member.script,
    consented_on: member.consentedOn ?? '',
    organisation: member.organisation ?? '',
    status: member.status,
    notes: member.notes ?? '',
    member_id: member.id,
  }
}

function inOrder(cells: RosterCells): string[] {
  return rosterColumns.map((column) => withFormulaGuard(cells[column] ?? ''))
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}
