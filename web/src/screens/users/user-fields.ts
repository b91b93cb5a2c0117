import type { Role } from '../../../../shared/domain/user.ts'
import type { AnswerOf, CallOf } from '../../api/routes.ts'

export type UserView = AnswerOf<'GET /v1/users/{userId}'>
type Patch = CallOf<'PATCH /v1/users/{userId}'>['body']
type Invitation = CallOf<'POST /v1/users'>['body']

/** What the form holds. The phone is empty where it stays as it is. */
export type UserFields = {
  name: string
  email: string
  roles: readonly Role[]
  areas: readonly string[]
  phone: string
  removesPhone: boolean
  language: 'lo' | 'en'
  /** Whose login this is besides; empty where it is their only one. */
  personId: string
  ceiling: string
}

export const toUserFields = (user: UserView | undefined): UserFields => ({
  name: user?.name ?? '',
  email: '',
  roles: user?.awaitsSecondAdmin?.roles ?? user?.roles ?? [],
  areas: user?.awaitsSecondAdmin?.areas ?? user?.areas ?? [],
  phone: '',
  removesPhone: false,
  language: user?.language ?? 'lo',
  personId: user?.personId ?? '',
  ceiling: '',
})

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join()

/** What changes of the user: rights only where they were touched, since naming them voids what waits. */
export const toUserPatch = (fields: UserFields, user: UserView): Patch => {
  const before = toUserFields(user)
  return {
    ...(fields.name.trim() === before.name ? {} : { name: fields.name.trim() }),
    ...(isSame(fields.roles, before.roles) ? {} : { roles: [...fields.roles] }),
    ...(isSame(fields.areas, before.areas) ? {} : { areas: [...fields.areas] }),
    ...(fields.removesPhone
      ? { phone: null }
      : fields.phone.trim() === ''
        ? {}
        : { phone: fields.phone.trim() }),
    ...(fields.language === before.language ? {} : { language: fields.language }),
    ...(fields.personId === before.personId ? {} : { personId: fields.personId || null }),
    ...(fields.ceiling.trim() === '' ? {} : { recipientsPerHour: Number(fields.ceiling) }),
  }
}

export const toInvitation = (fields: UserFields): Invitation => ({
  email: fields.email.trim(),
  name: fields.name.trim(),
  roles: [...fields.roles],
  areas: [...fields.areas],
  language: fields.language,
  ...(fields.phone.trim() === '' ? {} : { phone: fields.phone.trim() }),
  ...(fields.personId === '' ? {} : { personId: fields.personId }),
})

export type UserFault = 'name' | 'email' | 'roles' | 'areas' | 'ceiling'

/** What is missing before anything can be sent. */
export const findUserFaults = (
  fields: UserFields,
  { invites, rights }: { invites: boolean; rights: boolean },
): UserFault[] => [
  ...(fields.name.trim() === '' ? (['name'] as const) : []),
  ...(invites && !fields.email.includes('@') ? (['email'] as const) : []),
  ...(rights && fields.roles.length === 0 ? (['roles'] as const) : []),
  ...(rights && fields.areas.length === 0 ? (['areas'] as const) : []),
  ...(/^\d*$/.test(fields.ceiling.trim()) ? [] : (['ceiling'] as const)),
]
