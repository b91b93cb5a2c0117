import { toEpochSeconds } from '../../../shared/clock.ts'
import { isNationalAdmin } from '../../../shared/domain/user-rights.ts'
import type { User } from '../../../shared/domain/user.ts'
import { RequestError } from '../../../shared/errors.ts'
import type { UserDeps } from './user-deps.ts'

type WriteDeps = Pick<UserDeps, 'users' | 'userGuards' | 'clock' | 'newId'>

const checkAnotherStays = async ({ users }: WriteDeps, id: string): Promise<void> => {
  const all = await users.list()
  if (all.some((user) => user.id !== id && isNationalAdmin(user))) return
  throw new RequestError('last-admin', {
    en: 'This is the last active admin of the whole country: nobody could name admins any more. Make another one first.',
    lo: 'ນີ້ແມ່ນຜູ້ດູແລຄົນສຸດທ້າຍຂອງທັງປະເທດ: ຈະບໍ່ມີໃຜຕັ້ງຜູ້ດູແລໄດ້ອີກ. ຕັ້ງອີກຄົນກ່ອນ.',
  })
}

/**
 * Writes what became of a user; undefined where somebody was quicker. Throws where nobody would be left who may name
 * admins for the whole country, also where two take that right from each other at once.
 */
export const writeUser = async (deps: WriteDeps, before: User, after: User): Promise<User | undefined> => {
  if (!isNationalAdmin(before) || isNationalAdmin(after)) return deps.users.replace(after)
  const token = deps.newId()
  if (!(await deps.userGuards.takeTurn(token, toEpochSeconds(deps.clock.nowMs())))) {
    throw new RequestError('changed-meanwhile', {
      en: 'Somebody is changing the admins of the whole country at this moment. Try again in a minute.',
      lo: 'ມີຄົນກຳລັງປ່ຽນຜູ້ດູແລຂອງທັງປະເທດ. ລອງອີກໃນໜຶ່ງນາທີ.',
    })
  }
  try {
    await checkAnotherStays(deps, before.id)
    return await deps.users.replace(after)
  } finally {
    await deps.userGuards.giveTurnBack(token)
  }
}

const mostTries = 4

/** Changes a user as they are at the moment, whatever others edit meanwhile. `change` gives undefined for nothing to do. */
export const updateUser = async (
  deps: WriteDeps,
  find: () => Promise<User>,
  change: (user: User) => Promise<User | undefined>,
): Promise<User> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- what to do depends on what others wrote: read again, decide again
    const before = await find()
    // oxlint-disable-next-line no-await-in-loop -- see above
    const after = await change(before)
    if (after === undefined) return before
    // oxlint-disable-next-line no-await-in-loop -- see above
    const written = await writeUser(deps, before, after)
    if (written !== undefined) return written
  }
  throw new RequestError('changed-meanwhile', {
    en: 'Others are changing this user at this moment. Try again.',
    lo: 'ຄົນອື່ນກຳລັງປ່ຽນຜູ້ໃຊ້ນີ້. ລອງອີກ.',
  })
}
