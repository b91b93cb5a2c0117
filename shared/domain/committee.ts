import type { Wave } from './alert.ts'
import { receivesSms } from './phone-number.ts'
import type { Language, Member, Village } from './village.ts'

/**
 * The members of a village who get SMS, in the order of contact. Members who left and fixed lines get none.
 * Quarantined numbers are tried last, and only by urgent alerts or where the village would have nobody else.
 */
export const contactsOf = (members: readonly Member[], lane: 'urgent' | 'routine'): Member[] => {
  const reachable = members.filter((member) => member.status !== 'left' && receivesSms(member.phone))
  const active = reachable.filter((member) => member.status === 'active')
  const quarantined = reachable.filter((member) => member.status === 'quarantined')
  return lane === 'urgent' || active.length === 0 ? [...active, ...quarantined] : active
}

/** Whether alerts go to the village at all: a merged village's people are on the roster of the other. */
export const isAlerted = (village: Pick<Village, 'status'>): boolean => village.status !== 'merged'

/** What a dispatch fixes of one recipient. */
type PlannedRecipient = {
  memberId: string
  phone: string
  language: Language
  wave: Wave
  /** Set where the phone's SMS is counted elsewhere: in the village of this code (maybe the same village). */
  sharedWith?: string
}

export type PlannedDispatch = { village: string; exposure: number; recipients: PlannedRecipient[] }

/**
 * The dispatches of one district: one SMS per phone and district. A phone that stands in several villages belongs
 * to the smallest village code; the others mirror its state and take their next member as first contact.
 */
export const planDispatches = (
  villages: readonly Village[],
  lane: 'urgent' | 'routine',
): PlannedDispatch[] => {
  const ownerOf = new Map<string, string>()
  return villages
    .filter(isAlerted)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((village) => {
      let hasFirst = false
      const recipients = contactsOf(village.members, lane).map((member): PlannedRecipient => {
        const base = { memberId: member.id, phone: member.phone, language: member.language }
        const owner = ownerOf.get(member.phone)
        if (owner !== undefined) return { ...base, wave: 2, sharedWith: owner }
        ownerOf.set(member.phone, village.code)
        const wave: Wave = hasFirst ? 2 : 1
        hasFirst = true
        return { ...base, wave }
      })
      return { village: village.code, exposure: village.exposure ?? 0, recipients }
    })
}
