import { maxMembers, maxStoredMembers, type VillageDetails } from '../village.ts'

/** A village is one item of the table, which takes 400 KB; the rest is room for what machines write of the members. */
const mostBytes = 350 * 1024

/** Why a village cannot be kept with all its members, those who left included; undefined where it can. */
export function findStorageFault(
  village: VillageDetails,
): 'too-many-kept-members' | 'village-too-large' | undefined {
  if (village.members.length > maxStoredMembers) return 'too-many-kept-members'
  // So many members are never too large.
  if (village.members.length <= maxMembers) return undefined
  const bytes = new TextEncoder().encode(JSON.stringify(village)).length
  return bytes > mostBytes ? 'village-too-large' : undefined
}
