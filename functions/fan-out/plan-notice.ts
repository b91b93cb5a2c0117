import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import type { Dispatch } from '../../shared/domain/dispatch.ts'
import { noticeDistrict, noticeShares } from '../../shared/domain/notices/notice.ts'
import type { FanOutDeps } from './deps.ts'

/**
 * The dispatches of a notice: users in place of a committee, by the phones that they have now, all in the first wave.
 * Which dispatch holds whom is fixed by the notice; who lost phone or login since it was made gets nothing.
 */
export const planNotice = async (
  deps: Pick<FanOutDeps, 'users'>,
  { alertId, version, lane }: VersionRecord,
  { userIds }: NonNullable<VersionRecord['notice']>,
): Promise<Dispatch[]> => {
  const users = new Map((await deps.users.list()).map((user) => [user.id, user]))
  return noticeShares(userIds).map((share) => ({
    alertId,
    version,
    district: noticeDistrict,
    village: share.village,
    lane,
    exposure: 0,
    recipients: share.userIds.flatMap((id) => {
      const user = users.get(id)
      if (user?.phone === undefined || user.status !== 'active') return []
      return [
        {
          memberId: id,
          phone: user.phone,
          language: user.language ?? 'lo',
          wave: 1 as const,
          state: 'pending' as const,
          attempts: 0,
          possibleDuplicate: false,
        },
      ]
    }),
  }))
}
