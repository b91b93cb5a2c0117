import { isSamePerson, type User } from '../../../shared/domain/user.ts'
import { RequestError } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'

/** Throws where the user, or another login of the same person, is one of these: two persons are needed. */
export const checkIsAnother = async (
  deps: Pick<AlertsApiDeps, 'users'>,
  user: User,
  others: readonly string[],
): Promise<void> => {
  const logins = await Promise.all(others.map(async (id) => (await deps.users.find(id)) ?? { id }))
  if (!logins.some((login) => isSamePerson(login, user))) return
  throw new RequestError('needs-another-person', {
    en: 'You have a part in this version, by this login or another one of yours: another officer has to look at it.',
    lo: 'ທ່ານມີສ່ວນໃນສະບັບນີ້ ດ້ວຍບັນຊີນີ້ ຫຼື ບັນຊີອື່ນຂອງທ່ານ: ເຈົ້າໜ້າທີ່ຄົນອື່ນຕ້ອງກວດ.',
  })
}
