import { toEpochSeconds } from '../../../shared/clock.ts'
import { openRequest } from '../../../shared/domain/user-rights.ts'
import type { RightsRequest, User } from '../../../shared/domain/user.ts'
import { RequestError } from '../../../shared/errors.ts'
import type { UserDeps } from './user-deps.ts'

/** The request of this id that waits. Throws with what became of it where it does not. */
export const findRequest = (
  { clock }: Pick<UserDeps, 'clock'>,
  user: User,
  requestId: string,
): RightsRequest => {
  const request = openRequest(user, toEpochSeconds(clock.nowMs()))
  if (request?.id === requestId) return request
  const { lastRequest } = user
  throw new RequestError(
    'wrong-state',
    lastRequest?.id === requestId
      ? {
          en: `This request was ${lastRequest.outcome} already.`,
          lo: `ຄຳຂໍນີ້ຖືກ${lastRequest.outcome === 'confirmed' ? 'ຢືນຢັນ' : 'ປະຕິເສດ'}ແລ້ວ.`,
        }
      : {
          en: 'This request waits no longer: its time is over, or somebody has changed this user’s rights since. Read the user again.',
          lo: 'ຄຳຂໍນີ້ບໍ່ລໍຖ້າອີກ: ໝົດອາຍຸ, ຫຼື ມີຄົນປ່ຽນສິດຂອງຜູ້ໃຊ້ນີ້. ອ່ານຄືນ.',
        },
  )
}

/** Whether this request was answered so before: the same answer again does nothing. */
export const wasAnswered = (user: User, requestId: string, outcome: 'confirmed' | 'refused'): boolean =>
  user.lastRequest?.id === requestId && user.lastRequest.outcome === outcome
