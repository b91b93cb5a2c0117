import type * as z from 'zod'
import { toEpochSeconds, toIso, type Clock } from '../../../shared/clock.ts'
import type { userListEntry, userView } from '../../../shared/contracts/users.ts'
import { ceilingOf, type RecipientsPerHour } from '../../../shared/domain/ceiling.ts'
import { maskPhoneNumber } from '../../../shared/domain/phone-number.ts'
import { openRequest } from '../../../shared/domain/user-rights.ts'
import type { User } from '../../../shared/domain/user.ts'

type ViewDeps = { clock: Clock; recipientsPerHour: RecipientsPerHour }

const commonOf = ({ clock, recipientsPerHour }: ViewDeps, user: User) => {
  const request = openRequest(user, toEpochSeconds(clock.nowMs()))
  return {
    id: user.id,
    name: user.name,
    roles: [...user.roles],
    areas: [...user.areas],
    status: user.status,
    personId: user.personId ?? null,
    language: user.language ?? null,
    recipientsPerHour: ceilingOf(user, recipientsPerHour),
    awaitsSecondAdmin:
      request === undefined
        ? null
        : {
            requestId: request.id,
            roles: [...request.roles],
            areas: [...request.areas],
            by: request.by,
            atIso: toIso(request.atEpochSeconds * 1000),
            expiresAtIso: toIso(request.expiresAtEpochSeconds * 1000),
          },
  }
}

/** A user as lists show them. */
export const toUserListEntry = (deps: ViewDeps, user: User): z.input<typeof userListEntry> => ({
  ...commonOf(deps, user),
  hasPhone: user.phone !== undefined,
})

export const etagOf = (user: User): string => `r${user.revision ?? 0}`

/** A user as their own page shows them; the phone number is whole only where the route is audited as a reveal. */
export const toUserView = (
  deps: ViewDeps,
  user: User,
  { reveals }: { reveals: boolean } = { reveals: false },
): z.input<typeof userView> => {
  const { phone } = user
  return {
    ...commonOf(deps, user),
    phone: phone === undefined || reveals ? (phone ?? null) : maskPhoneNumber(phone),
    phoneMasked: !reveals,
    etag: etagOf(user),
  }
}
