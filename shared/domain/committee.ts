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

/** A person who gets SMS. */
export type Contact = Pick<PlannedRecipient, 'memberId' | 'phone' | 'language'>

/** A village with those of its people who get a version's SMS, in the order of contact. */
export type Place = { code: string; exposure: number; contacts: readonly Contact[] }

/** The villages of a roster as places; villages that alerts do not go to are left out. */
export const placesOf = (villages: readonly Village[], lane: 'urgent' | 'routine'): Place[] =>
  villages.filter(isAlerted).map(({ code, exposure, members }) => ({
    code,
    exposure: exposure ?? 0,
    contacts: contactsOf(members, lane).map(({ id, phone, language }) => ({ memberId: id, phone, language })),
  }))

/** A dispatch that is written already: whose phones it has, and which of them are counted in another village. */
type Written = { village: string; recipients: readonly (Contact & { sharedWith?: string | undefined })[] }

/** Whom written dispatches leave to the village and it does not have, as its roster was changed since. */
const owedTo = ({ code, contacts }: Place, written: readonly Written[]): Contact[] => {
  const known = new Set(contacts.map(({ phone }) => phone))
  return written.flatMap(({ recipients }) =>
    recipients.flatMap(({ memberId, phone, language, sharedWith }) => {
      if (sharedWith !== code || known.has(phone)) return []
      known.add(phone)
      return [{ memberId, phone, language }]
    }),
  )
}

/** The places that are not written yet, with everybody whom written ones leave to them: nobody falls in between. */
const openPlaces = (places: readonly Place[], written: readonly Written[]): Place[] => {
  const done = new Set(written.map(({ village }) => village))
  const codes = new Set(places.map(({ code }) => code))
  const owing = new Set(
    written.flatMap(({ recipients }) => recipients.flatMap(({ sharedWith }) => sharedWith ?? [])),
  )
  const gone = [...owing]
    .filter((code) => !codes.has(code))
    .map((code): Place => ({ code, exposure: 0, contacts: [] }))
  return [...places, ...gone]
    .filter(({ code }) => !done.has(code))
    .map((place) => ({ ...place, contacts: [...place.contacts, ...owedTo(place, written)] }))
}

/**
 * The dispatches of one district: one SMS per phone and district. A phone that stands in several villages belongs
 * to the smallest village code; the others mirror its state and take their next member as first contact. What is
 * `written` already stays as it is, with the phones that it left to others.
 */
export const planPlaces = (places: readonly Place[], written: readonly Written[] = []): PlannedDispatch[] => {
  const ownerOf = new Map(
    written.flatMap(({ village, recipients }) =>
      recipients.map(({ phone, sharedWith }) => [phone, sharedWith ?? village] as const),
    ),
  )
  return openPlaces(places, written)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, exposure, contacts }) => {
      const own = new Set<string>()
      const recipients = contacts.map((contact): PlannedRecipient => {
        const owner = ownerOf.get(contact.phone) ?? code
        if (owner !== code || own.has(contact.phone)) return { ...contact, wave: 2, sharedWith: owner }
        ownerOf.set(contact.phone, code)
        const wave: Wave = own.size > 0 ? 2 : 1
        own.add(contact.phone)
        return { ...contact, wave }
      })
      return { village: code, exposure, recipients }
    })
}

/** The dispatches of one district by its roster. */
export const planDispatches = (villages: readonly Village[], lane: 'urgent' | 'routine'): PlannedDispatch[] =>
  planPlaces(placesOf(villages, lane))
