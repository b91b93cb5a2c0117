import type { Contact, Place } from './committee.ts'
import type { DeliveryState } from './delivery.ts'
import type { Dispatch, Recipient } from './dispatch.ts'
import { isDanger, openingLevels, type Level } from './level.ts'

/**
 * To whom a version goes. `roster`: the first one, to whoever is on the roster. `everyone`: whoever was on an earlier
 * version's list, and whoever is on the roster by now. `reached`: exactly those who may have read an earlier one;
 * nobody else would understand it.
 */
type Aim = 'roster' | 'everyone' | 'reached'

export const aimOf = ({ version, level }: { version: number; level: Level }): Aim => {
  if (!isDanger(level)) return 'reached'
  return version === 1 ? 'roster' : 'everyone'
}

const rankOf = (level: Level): number => openingLevels.findIndex((one) => one === level)

/** The highest danger of these levels: an update never says less. */
export const highestDanger = (levels: readonly Level[]): (typeof openingLevels)[number] =>
  openingLevels[Math.max(0, ...levels.map(rankOf))] ?? 'prepare'

/** Whether a level says less of a danger than another one. */
export const isLower = (level: Level, than: Level): boolean => rankOf(level) < rankOf(than)

/** Handed over, or maybe: what is being sent when the next version comes may go out. */
const mayBeRead: ReadonlySet<DeliveryState> = new Set([
  'sending',
  'rehearsed',
  'accepted',
  'delivered',
  'undelivered',
  'unknown',
  'in-doubt',
])

/** Whether an attempt at this delivery left Siang, or may have, whatever became of it later. */
export const mayHaveRead = ({
  state,
  possibleDuplicate,
  gatewayMessageId,
}: Pick<Recipient, 'state' | 'possibleDuplicate' | 'gatewayMessageId'>): boolean =>
  mayBeRead.has(state) || possibleDuplicate || gatewayMessageId !== undefined

/** One village's share of an earlier version. */
type Earlier = Pick<Dispatch, 'village' | 'exposure' | 'recipients'>

const phonesReached = (earlier: readonly Earlier[]): Set<string> =>
  new Set(earlier.flatMap(({ recipients }) => recipients.filter(mayHaveRead).map(({ phone }) => phone)))

type Gathered = { exposure: number; contacts: Map<string, Contact> }

/** The people of earlier versions, oldest first, by village; each phone of a village once. */
const gather = (
  from: readonly Place[],
  earlier: readonly Earlier[],
  isMeant: (phone: string) => boolean,
): Map<string, Gathered> => {
  const places = new Map<string, Gathered>()
  const add = (code: string, exposure: number, contacts: readonly Contact[]): void => {
    const place = places.get(code) ?? { exposure, contacts: new Map<string, Contact>() }
    places.set(code, place)
    for (const { memberId, phone, language } of contacts) {
      if (!place.contacts.has(phone)) place.contacts.set(phone, { memberId, phone, language })
    }
  }
  for (const { code, exposure, contacts } of from) add(code, exposure, contacts)
  for (const { village, exposure, recipients } of earlier) {
    const meant = recipients.filter(({ phone }) => isMeant(phone))
    if (meant.length > 0) add(village, exposure, meant)
  }
  return places
}

/** Who stands on the roster by now under a number of the village is written to as it says: a language may have changed. */
const asOnRoster = (code: string, contact: Contact, roster: readonly Place[]): Contact =>
  roster.find((place) => place.code === code)?.contacts.find(({ phone }) => phone === contact.phone) ??
  contact

/**
 * The people of one district who get a version, by village. `roster`: who is there now. `earlier`: the shares of all
 * versions before, the oldest first: their phones count, so that who left the committee or changed their number since
 * is still told on the phone that has the warning.
 */
export const placesFor = (aim: Aim, roster: readonly Place[], earlier: readonly Earlier[]): Place[] => {
  if (aim === 'roster') return [...roster]
  const reached = phonesReached(earlier)
  const gathered =
    aim === 'everyone'
      ? gather(roster, earlier, () => true)
      : gather([], earlier, (phone) => reached.has(phone))
  return [...gathered].map(([code, { exposure, contacts }]) => ({
    code,
    exposure,
    contacts: [...contacts.values()].map((contact) => asOnRoster(code, contact, roster)),
  }))
}
