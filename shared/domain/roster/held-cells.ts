import type { Village } from '../village.ts'
import { cellsOfMember, cellsOfVillage } from './export-rows.ts'
import { withoutFormulaGuard } from './formula-guard.ts'
import { readVillageCode } from './read-place.ts'
import type { RosterCells, RosterRow } from './roster-columns.ts'

/**
 * What an export would write for the village and the member that a row names by code and id. Undefined where the
 * roster has no such village. It is worked out when it is first asked for.
 */
export function createHeldCells(
  { cells }: RosterRow,
  existing: ReadonlyMap<string, Village>,
): () => RosterCells | undefined {
  let found: { held: RosterCells | undefined } | undefined
  return () => {
    found ??= { held: findHeldCells(cells, existing) }
    return found.held
  }
}

function findHeldCells(cells: RosterCells, existing: ReadonlyMap<string, Village>): RosterCells | undefined {
  const code = readVillageCode(withoutFormulaGuard(cells.village_code ?? ''))
  const village = code.outcome === 'ok' ? existing.get(code.value.code) : undefined
  if (village === undefined) return undefined
  const id = cells.member_id?.trim()
  const index = village.members.findIndex((member) => member.id === id)
  const member = village.members[index]
  return { ...cellsOfVillage(village), ...(member === undefined ? {} : cellsOfMember(member, index + 1)) }
}
