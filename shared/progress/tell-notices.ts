import type { VersionRecord } from '../contracts/version-record.ts'
import { toEpochSeconds, type Clock } from '../clock.ts'
import { dueNotices } from '../domain/notices/due-notices.ts'
import { remainingOf } from '../domain/alert-ending.ts'
import type { AlertNoticeKind, NoticeRules } from '../domain/notices/notice.ts'
import { alertNoticeTexts } from '../domain/notices/notice-words.ts'
import type { AlertStore } from '../store/alert-store.ts'
import type { NoticeStore, ToldRecord } from '../store/notice-store.ts'
import { sendNotice, type SendNoticeDeps } from './send-notice.ts'

type VersionKey = { alertId: string; version: number }

export type TellNoticesDeps = SendNoticeDeps & {
  alerts: Pick<AlertStore, 'findVersion' | 'addVersion' | 'listVersions'>
  notices: Pick<NoticeStore, 'watch' | 'list' | 'settle'>
  noticeRules: NoticeRules
}

/** Longer than any request takes that asks for a look and then takes its step. */
const longestRequestSeconds = 60

/** Asks `tick` to look whether somebody has to be told, in case that whoever asks dies after its step. */
export const watchNotices = (
  deps: { clock: Clock; notices: Pick<NoticeStore, 'watch'> },
  version: VersionKey,
): Promise<void> => deps.notices.watch(version, toEpochSeconds(deps.clock.nowMs()) + longestRequestSeconds)

/** Who is told of an end that nobody gave yet: those whose areas still have the danger. */
const areasOf = (
  kind: AlertNoticeKind,
  version: VersionRecord,
  versions: readonly VersionRecord[],
): readonly string[] =>
  kind === 'expiring' || kind === 'not-ended' ? remainingOf(versions).areas : version.areas

const tellDue = async (
  deps: TellNoticesDeps,
  version: VersionRecord,
  versions: readonly VersionRecord[],
): Promise<{ told: ToldRecord[]; nextAtEpochSeconds: number | undefined }> => {
  const nowMs = deps.clock.nowMs()
  const { due, nextAtEpochSeconds } = dueNotices(version, versions, deps.noticeRules, toEpochSeconds(nowMs))
  const told = await Promise.all(
    due.map(({ kind, ordinal, by }) =>
      sendNotice(deps, {
        kind,
        identity: [version.alertId, version.version, kind, ordinal],
        about: { alertId: version.alertId, version: version.version },
        concerned: { areas: areasOf(kind, version, versions), by },
        texts: alertNoticeTexts(kind, version, nowMs),
        version,
      }),
    ),
  )
  return { told, nextAtEpochSeconds }
}

/**
 * Tells everybody who should know of the version by now, each of it once, and notes when to look again. Whoever comes
 * at the same time, or again, tells nobody twice: a notice's id follows from what it is about.
 */
export const tellNotices = async (deps: TellNoticesDeps, { alertId, version }: VersionKey): Promise<void> => {
  // Read before the version: who asks for a look after this takes its step after it too, and is not settled away.
  const known = (await deps.notices.list(alertId)).find((one) => one.version === version)
  const versions = await deps.alerts.listVersions(alertId)
  const current = versions.find((one) => one.version === version)
  if (known === undefined || current === undefined) return
  const { told, nextAtEpochSeconds } = await tellDue(deps, current, versions)
  const before = new Set(known.told.map(({ noticeId }) => noticeId))
  await deps.notices.settle(current, known.asked, {
    told: [...known.told, ...told.filter(({ noticeId }) => !before.has(noticeId))],
    dueAtEpochSeconds: nextAtEpochSeconds,
  })
}
