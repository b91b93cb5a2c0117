import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import type { Dispatch } from '../../shared/domain/dispatch.ts'
import { testSmsKey } from '../../shared/domain/test-sms/test-sms.ts'
import type { FanOutDeps } from './deps.ts'

/**
 * The dispatch of a test SMS: to the member, by the number that they had when it was asked for. Who has left since, or
 * has another number by now, gets nothing.
 */
export const planTestSms = async (
  { villages }: Pick<FanOutDeps, 'villages'>,
  { alertId, lane, removeAtEpochSeconds }: VersionRecord,
  { village, memberId, phone }: NonNullable<VersionRecord['testSms']>,
): Promise<Dispatch> => {
  const found = await villages.find(village)
  const member = found?.members.find((one) => one.id === memberId && one.phone === phone)
  return {
    ...testSmsKey(alertId, village),
    lane,
    removeAtEpochSeconds,
    exposure: 0,
    recipients:
      member === undefined || member.status === 'left'
        ? []
        : [
            {
              memberId,
              phone,
              language: member.language,
              wave: 1,
              state: 'pending',
              attempts: 0,
              possibleDuplicate: false,
            },
          ],
  }
}
