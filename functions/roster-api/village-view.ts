import type * as z from 'zod'
import type { memberView, villageListEntry, villageView } from '../../shared/contracts/roster.ts'
import { contactsOf } from '../../shared/domain/committee.ts'
import { maskPhoneNumber, parsePhoneNumber } from '../../shared/domain/phone-number.ts'
import type { User } from '../../shared/domain/user.ts'
import type { Member, Village } from '../../shared/domain/village.ts'

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

/** A village as lists show it. */
export const toVillageListEntry = (village: Village): z.input<typeof villageListEntry> => ({
  ...village,
  committee: tallyOf(village.members),
})
