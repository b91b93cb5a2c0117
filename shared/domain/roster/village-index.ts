import { searchKey } from '../lao-text.ts'
import type { Village } from '../village.ts'

/** Villages of the roster by district and name. */
export type VillageIndex = {
  /** Codes of the district's villages of that name in Lao or English, merged villages left out. */
  find: (district: string, name: string) => readonly string[]
}

/** Names are compared by their search keys; the word for village may stand with them. */
export function createVillageIndex(villages: Iterable<Village>): VillageIndex {
  const codesByKey = new Map<string, Set<string>>()
  for (const village of villages) {
    if (village.status === 'merged') continue
    for (const key of [village.nameLo, village.nameEn].flatMap(nameKeys)) {
      const indexKey = `${village.code.slice(0, 4)}/${key}`
      const codes = codesByKey.get(indexKey) ?? new Set()
      codesByKey.set(indexKey, codes.add(village.code))
    }
  }
  return {
    find: (district, name) => {
      const found = nameKeys(name).map((key) => codesByKey.get(`${district}/${key}`))
      return [...(found.find((codes) => codes !== undefined) ?? [])].toSorted()
    },
  }
}

/** Whether both are the same village name, the word for village aside. */
export function isSameVillageName(one: string, other: string): boolean {
  const keys = nameKeys(one)
  return nameKeys(other).some((key) => keys.includes(key))
}

/** The name's key, and the key without the word for village. */
function nameKeys(name: string): string[] {
  const key = searchKey(name)
  return [...new Set([key, key.replace(/^(?:ບ້ານ|ban)/, '')])].filter((candidate) => candidate !== '')
}
