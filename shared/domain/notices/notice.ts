/**
 * What Siang tells officers and admins by SMS. `submitted`: something waits for their approval; `still-waiting`: the
 * same once more. `call-villages`: villages are without proof, and the call list has them; `still-to-call`: so they are
 * some time later. `expiring`: a live warning ends soon. `not-ended`: its time is over and nobody has ended it.
 */
export const noticeKinds = [
  'submitted',
  'still-waiting',
  'glass-broken',
  'returned',
  'rejected',
  'call-villages',
  'still-to-call',
  'expiring',
  'not-ended',
  'account-stopped',
  'account-resumed',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Notices about one version of an alert, and those about the whole account. */
export type AccountNoticeKind = Extract<NoticeKind, `account-${string}`>
export type AlertNoticeKind = Exclude<NoticeKind, AccountNoticeKind>

/**
 * When people are told, and how often. `againMinutes`: of what waits; `callAgainMinutes`: of villages without proof.
 * `notEndedTimes`: reminders of what nobody has ended, the first included.
 */
export type NoticeRules = {
  readonly againMinutes: number
  readonly callAgainMinutes: number
  readonly beforeExpiryMinutes: number
  readonly notEndedHours: number
  readonly notEndedTimes: number
}

/**
 * A notice travels as the only version of an alert that is in no list. Its id begins with this, which no alert's does:
 * theirs are hexadecimal digits.
 */
const idPrefix = 'n-'
export const noticeIdOf = (digest: string): string => `${idPrefix}${digest.slice(0, 32)}`
export const isNoticeId = (alertId: string): boolean => alertId.startsWith(idPrefix)

/** The district of notices; no district of Laos has this code. */
export const noticeDistrict = '0000'

/** A dispatch of a notice stands where a village's does; it holds no more people than a committee may. */
const mostInDispatch = 40
export const noticeShares = (userIds: readonly string[]): { village: string; userIds: readonly string[] }[] =>
  Array.from({ length: Math.ceil(userIds.length / mostInDispatch) }, (_, share) => ({
    village: `${noticeDistrict}${String(share + 1).padStart(3, '0')}`,
    userIds: userIds.slice(share * mostInDispatch, (share + 1) * mostInDispatch),
  }))
