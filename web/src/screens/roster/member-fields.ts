import type { AnswerOf, CallOf } from '../../api/routes.ts'

export type RosterMember = AnswerOf<'GET /v1/villages/{code}'>['members'][number]

/** A member as a form holds it. The phone is empty while it stays as it is. */
export type MemberFields = Pick<RosterMember, 'name' | 'phone' | 'duty' | 'sex' | 'language' | 'script'> & {
  status: RosterMember['status']
  organisation: string
  consentedOn: string
  notes: string
}

/** What a form shows of a member; of a new one what the API takes where nothing is said. */
export const toMemberFields = (member: RosterMember | undefined): MemberFields => ({
  name: member?.name ?? '',
  phone: '',
  duty: member?.duty ?? 'member',
  sex: member?.sex ?? 'unknown',
  language: member?.language ?? 'lo',
  script: member?.script ?? 'lao',
  status: member?.status ?? 'active',
  organisation: member?.organisation ?? '',
  consentedOn: member?.consentedOn ?? '',
  notes: member?.notes ?? '',
})

const optional = ['organisation', 'consentedOn', 'notes'] as const

/** A new member as the API takes one. */
export const toMemberBody = (fields: MemberFields): CallOf<'POST /v1/villages/{code}/members'>['body'] => {
  const { organisation, consentedOn, notes, ...rest } = fields
  return {
    ...rest,
    ...(organisation.trim() === '' ? {} : { organisation }),
    ...(consentedOn === '' ? {} : { consentedOn }),
    ...(notes.trim() === '' ? {} : { notes }),
  }
}

/** What was typed and says something else than the roster: an emptied field is taken away. Empty where nothing was. */
export const toMemberPatch = (
  typed: Partial<MemberFields>,
  member: RosterMember,
): CallOf<'PATCH /v1/villages/{code}/members/{memberId}'>['body'] => {
  const held = toMemberFields(member)
  const changed = Object.entries({ ...held, ...typed }).filter(
    ([field, value]) => value !== Object.entries(held).find(([name]) => name === field)?.[1],
  )
  return Object.fromEntries(
    changed.map(([field, value]) => [
      field,
      value.trim() === '' && optional.some((name) => name === field) ? null : value,
    ]),
  )
}
