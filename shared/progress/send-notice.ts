import type { Logger } from '@aws-lambda-powertools/logger'
import type { VersionRecord } from '../contracts/version-record.ts'
import { toEpochSeconds, toIso, type Clock } from '../clock.ts'
import type { AuditTrail } from '../domain/audit.ts'
import { noticeDistrict, noticeIdOf, type NoticeKind } from '../domain/notices/notice.ts'
import { noticeRecipients, type Concerned } from '../domain/notices/notice-recipients.ts'
import type { Texts } from '../domain/render-text.ts'
import type { FanOutQueues } from '../queue/alert-queues.ts'
import { digestOf } from '../request-id.ts'
import type { AlertStore } from '../store/alert-store.ts'
import type { ToldRecord } from '../store/notice-store.ts'
import type { UserStore } from '../store/user-store.ts'
import { composeLoneVersion } from './compose-lone-version.ts'
import { queueDistricts } from './queue-districts.ts'

export type SendNoticeDeps = {
  users: Pick<UserStore, 'list'>
  alerts: Pick<AlertStore, 'findVersion' | 'addVersion'>
  fanOutQueues: FanOutQueues
  audit: AuditTrail
  recoverySeconds: number
  clock: Clock
  logger: Pick<Logger, 'error' | 'info'>
}

/** Whom a notice is for, and what it says. */
export type NoticeContent = { concerned: Concerned; texts: Texts }

/**
 * `identity`: what makes it this notice and no other. `findContent`: asked where it was not made yet; undefined where
 * nobody has to be told. `version`: whose number and level it carries, if any.
 */
export type NoticeWish = {
  kind: NoticeKind
  identity: readonly (string | number)[]
  about: { alertId: string; version: number } | undefined
  findContent: () => Promise<NoticeContent | undefined>
  version: Pick<VersionRecord, 'number' | 'level'> | undefined
}

/** A notice that could not be handed over for so long is news no more. */
const holdsSeconds = 6 * 3600

const toldBy = ({ alertId, notice, issuedAtEpochSeconds = 0 }: VersionRecord): ToldRecord => {
  if (notice === undefined) throw new Error('a notice that says nothing of whom it is for')
  return {
    noticeId: alertId,
    kind: notice.kind,
    atIso: toIso(issuedAtEpochSeconds * 1000),
    sms: notice.userIds.length,
    withoutPhone: notice.withoutPhone,
  }
}

const composeNotice = (
  deps: SendNoticeDeps,
  noticeId: string,
  wish: NoticeWish,
  texts: Texts,
  notice: NonNullable<VersionRecord['notice']>,
): VersionRecord => {
  const nowMs = deps.clock.nowMs()
  return composeLoneVersion(deps, {
    alertId: noticeId,
    number: wish.version?.number ?? 0,
    level: wish.version?.level ?? 'prepare',
    // It goes out and is meant, whatever it is about: at night too, and of a drill that reaches nobody.
    mode: 'actual',
    districts: { [noticeDistrict]: [] },
    open: new Set(notice.userIds.length > 0 ? [noticeDistrict] : []),
    texts,
    expiresAtEpochSeconds: toEpochSeconds(nowMs) + holdsSeconds,
    by: 'siang',
    issuedAtMs: nowMs,
    notice,
  })
}

/** Before the notice goes out; where it cannot be written down people are told all the same. */
const noteNotice = async (deps: SendNoticeDeps, wish: NoticeWish, told: ToldRecord): Promise<void> => {
  try {
    await deps.audit.append({
      phase: 'event',
      who: 'siang',
      action: 'notice',
      subject: {
        ...(wish.about === undefined
          ? {}
          : { alertId: wish.about.alertId, version: String(wish.about.version) }),
        notice: wish.kind,
        sms: String(told.sms),
        withoutPhone: String(told.withoutPhone),
      },
    })
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    deps.logger.error('AUDIT_ROW_LOST', { action: 'notice', phase: 'event', error: name })
  }
}

/**
 * Puts a notice on its way as what any SMS is: a version with dispatches, which `fan-out` writes and `send-sms` sends.
 * Where it is there already nothing is written; `tick` takes up what was left lying. Answers with whom it is for;
 * undefined where nobody has to be told.
 */
export const sendNotice = async (deps: SendNoticeDeps, wish: NoticeWish): Promise<ToldRecord | undefined> => {
  const noticeId = noticeIdOf(digestOf(wish.identity))
  const earlier = await deps.alerts.findVersion(noticeId, 1)
  if (earlier !== undefined) return toldBy(earlier)
  const content = await wish.findContent()
  if (content === undefined) return undefined
  const { concerned, texts } = content
  const { userIds, withoutPhone } = noticeRecipients(wish.kind, concerned, await deps.users.list())
  const notice = composeNotice(deps, noticeId, wish, texts, { kind: wish.kind, userIds, withoutPhone })
  const told = toldBy(notice)
  await noteNotice(deps, wish, told)
  if (!(await deps.alerts.addVersion(notice))) return told
  const { kind, sms } = told
  deps.logger.info('NOTICE_MADE', { noticeId, kind, sms, withoutPhone })
  await queueDistricts(deps, notice, 'fan-out', notice.fanOutOpen)
  return told
}
