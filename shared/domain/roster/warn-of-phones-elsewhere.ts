import { isAlerted } from '../committee.ts'
import type { Village } from '../village.ts'
import type { VillageRows } from './group-by-village.ts'
import { namedKey, type VillageChange } from './plan-village.ts'
import type { ProblemLog } from './problem-log.ts'

type PlannedRoster = {
  villages: readonly VillageRows[]
  existing: ReadonlyMap<string, Village>
  changes: readonly VillageChange[]
  /** Members that the file names, whose phones are compared row with row. */
  named: ReadonlySet<string>
}

/** Warns of phones that members of other villages have, whom the file does not name. Names the village, not the phone. */
export function warnOfPhonesElsewhere(planned: PlannedRoster, log: ProblemLog): void {
  const villagesByPhone = findVillagesByPhone(planned)
  for (const { code, entries } of planned.villages) {
    for (const { rowNumber, member } of entries) {
      if (member === undefined || member.status === 'left') continue
      const others = (villagesByPhone.get(member.phone) ?? []).filter((other) => other !== code)
      if (others.length > 0) log.warn(rowNumber, 'phone', 'phone-elsewhere', { villages: others })
    }
  }
}

function findVillagesByPhone({ existing, changes, named }: PlannedRoster): Map<string, string[]> {
  const afterByCode = new Map(changes.map(({ code, after }) => [code, after]))
  const villagesByPhone = new Map<string, string[]>()
  for (const village of existing.values()) {
    const { code, members } = afterByCode.get(village.code) ?? village
    if (!isAlerted(village)) continue
    for (const { id, phone, status } of members) {
      if (status === 'left' || named.has(namedKey(code, id))) continue
      const known = villagesByPhone.get(phone)
      if (known === undefined) villagesByPhone.set(phone, [code])
      else if (known.at(-1) !== code) known.push(code)
    }
  }
  return villagesByPhone
}
