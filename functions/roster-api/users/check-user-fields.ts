import type { User } from '../../../shared/domain/user.ts'
import { invalidRequest } from '../../../shared/errors.ts'
import { findAreaFaults } from './check-user-areas.ts'
import { readUserPhone } from './read-user-phone.ts'
import type { UserDeps } from './user-deps.ts'

/** The phone as stored, null where it is taken away. Throws with every fault of phone and areas. */
export const checkUserFields = async (
  deps: Pick<UserDeps, 'villages'>,
  admin: User,
  { phone, areas = [] }: { phone?: string | null | undefined; areas?: readonly string[] | undefined },
): Promise<string | null | undefined> => {
  const read = phone === undefined || phone === null ? phone : readUserPhone(phone)
  const faults = [
    ...(await findAreaFaults(deps, admin, areas)),
    ...(phone !== undefined && read === undefined
      ? [
          {
            path: 'body.phone',
            message: {
              en: 'Give a mobile number in Laos, like 020 55 123 456, or one abroad with + and its country.',
              lo: 'ໃສ່ເບີມືຖືໃນລາວ ເຊັ່ນ 020 55 123 456, ຫຼື ເບີຕ່າງປະເທດພ້ອມ + ແລະ ລະຫັດປະເທດ.',
            },
          },
        ]
      : []),
  ]
  if (faults.length > 0) throw invalidRequest(faults)
  return read
}
