import type { FanOutMessage } from '../../shared/contracts/queue-messages.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import { awaitsFirstTurn, hasOpenWork, hasPending, type Dispatch } from '../../shared/domain/dispatch.ts'
import { noticeDistrict, noticeShares } from '../../shared/domain/notices/notice.ts'
import { isRunning } from '../../shared/domain/version.ts'
import { advanceVersion } from '../../shared/progress/advance-version.ts'
import { toSendMessage } from '../../shared/queue/to-send-message.ts'
import type { FanOutDeps } from './deps.ts'

type FanOut = Extract<FanOutMessage, { job: 'fan-out' }>

/**
 * The dispatches of a notice: users in place of a committee, by the phones that they have now, all in the first wave.
 * Which dispatch holds whom is fixed by the notice; who lost phone or login since it was made gets nothing.
 */
const planNotice = async (
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

const villagesWhere = (dispatches: readonly Dispatch[], wanted: (dispatch: Dispatch) => boolean) =>
  new Set(dispatches.filter(wanted).map(({ village }) => village))

/**
 * Fixes who gets a notice, and sends them on their way, as it is done with a district of an alert: every step may be
 * repeated, and from here on its SMS are like any other.
 */
export const fanOutNotice = async (deps: FanOutDeps, message: FanOut): Promise<void> => {
  const version = await deps.alerts.findVersion(message.alertId, message.version)
  const isOpen = version?.fanOutOpen.has(message.district) === true && isRunning(version.state)
  if (!isOpen || version.notice === undefined) return
  const key = { alertId: version.alertId, version: version.version, district: noticeDistrict }
  const planned = await planNotice(deps, version, version.notice)
  const dueAt = toEpochSeconds(deps.clock.nowMs()) + deps.recoverySeconds
  const created = await Promise.all(planned.map((dispatch) => deps.dispatches.create(dispatch, dueAt)))
  const dispatches = created.every(Boolean) ? planned : await deps.dispatches.listDistrict(key)
  const fresh = {
    firstTurnOpen: villagesWhere(dispatches, awaitsFirstTurn),
    workOpen: villagesWhere(dispatches, hasOpenWork),
    doubtful: new Set<string>(),
  }
  const isNew = await deps.progress.createDistrict(key, fresh)
  const progress = isNew ? fresh : ((await deps.progress.findDistrict(key)) ?? fresh)
  const sendable = dispatches.filter((dispatch) => hasPending(dispatch, 1))
  await deps.lanes.first.send(sendable.map((dispatch) => toSendMessage(dispatch, 1)))
  const nothingLeft = (['firstTurnOpen', 'workOpen'] as const).filter((name) => progress[name].size === 0)
  await advanceVersion(deps, await deps.progress.closeDistrict(key, ['fanOutOpen', ...nothingLeft], false))
}
