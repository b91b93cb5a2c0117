import type * as z from 'zod'
import type { memberView, villageColumns, villageView } from '../../../shared/contracts/roster.ts'
import { contactsOf } from '../../../shared/domain/committee.ts'
import { maskPhoneNumber, parsePhoneNumber } from '../../../shared/domain/phone-number.ts'
import type { User } from '../../../shared/domain/user.ts'
import type { Member, Village } from '../../../shared/domain/village.ts'

/** How a committee stands; members who left count nowhere. */
const tallyOf = (members: readonly Member[]) => {
  const staying = members.filter((member) => member.status !== 'left')
  return {
    members: staying.length,
    contacts: contactsOf(members, 'urgent').length,
    women: staying.filter((member) => member.sex === 'female').length,
    quarantined: staying.filter((member) => member.status === 'quarantined').length,
  }
}

const toMemberView = (member: Member, masked: boolean): z.input<typeof memberView> => {
  const reading = parsePhoneNumber(member.phone)
  const { failedSms: _failedSms, ...fields } = member
  return {
    ...fields,
    phone: masked ? maskPhoneNumber(member.phone) : member.phone,
    phoneMasked: masked,
    phoneType: reading.outcome === 'ok' ? reading.type : 'fixed',
  }
}

/** A village as its page shows it. Only admins see whole numbers; the route has checked that they cover it. */
export const toVillageView = (village: Village, viewer: Pick<User, 'roles'>): z.input<typeof villageView> => {
  const { members, revision, ...fields } = village
  const masked = !viewer.roles.includes('admin')
  return {
    ...fields,
    committee: tallyOf(members),
    members: members.map((member) => toMemberView(member, masked)),
    etag: revision,
  }
}

/** Whose numbers are in quarantine, in the order of contact; masked for admins too. */
export const toFailing = ({ members }: Village) =>
  members
    .filter(({ status }) => status === 'quarantined')
    .map((member) => toMemberView(member, true))
    .map(({ id, name, phone, duty, lastProvenReachableAtIso, quarantinedAtIso }) => ({
      id,
      name,
      phone,
      duty,
      lastProvenReachableAtIso,
      quarantinedAtIso,
    }))

/** To 110 m; null where it is not known. */
const roundPlace = (degrees: number | undefined): number | null =>
  degrees === undefined ? null : Math.round(degrees * 1000) / 1000

/** Villages as lists show them. */
export const toVillageColumns = (villages: readonly Village[]): z.input<typeof villageColumns> => {
  const tallies = villages.map(({ members }) => tallyOf(members))
  return {
    code: villages.map(({ code }) => code),
    nameLo: villages.map(({ nameLo }) => nameLo),
    nameEn: villages.map(({ nameEn }) => nameEn),
    latitude: villages.map(({ latitude }) => roundPlace(latitude)),
    longitude: villages.map(({ longitude }) => roundPlace(longitude)),
    exposure: villages.map(({ exposure }) => exposure ?? null),
    status: villages.map(({ status }) => status),
    hasSafePlace: villages.map(
      ({ safePlaceLo, safePlaceEn }) => safePlaceLo !== undefined || safePlaceEn !== undefined,
    ),
    contacts: tallies.map(({ contacts }) => contacts),
    quarantined: tallies.map(({ quarantined }) => quarantined),
  }
}
