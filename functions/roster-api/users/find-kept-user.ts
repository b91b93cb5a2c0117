import { keepsUser } from '../../../shared/domain/user-rights.ts'
import { isSamePerson, type User } from '../../../shared/domain/user.ts'
import { notFound, RequestError } from '../../../shared/errors.ts'
import type { UserDeps } from './user-deps.ts'

/** The user as they are now. Throws not-found where there is nobody of this id, or not all in the admin's areas. */
export const findKeptUser = async (
  deps: Pick<UserDeps, 'users'>,
  admin: User,
  userId: string,
): Promise<User> => {
  const user = await deps.users.find(userId)
  if (user === undefined || !keepsUser(admin, user)) throw notFound('user')
  return user
}

/** Throws where the user is the admin, by this login or another one: nobody changes their own rights. */
export const checkIsNotOneself = (admin: User, user: Pick<User, 'id' | 'personId'>): void => {
  if (!isSamePerson(admin, user)) return
  throw new RequestError('needs-another-person', {
    en: 'Nobody changes their own rights, neither of this login nor of another one of theirs: ask another admin.',
    lo: 'ບໍ່ມີໃຜປ່ຽນສິດຂອງຕົນເອງ ດ້ວຍບັນຊີນີ້ ຫຼື ບັນຊີອື່ນ: ຂໍໃຫ້ຜູ້ດູແລຄົນອື່ນເຮັດ.',
  })
}
