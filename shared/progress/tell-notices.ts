import type { VersionRecord } from '../contracts/version-record.ts'
import { toEpochSeconds, type Clock } from '../clock.ts'
import { dueNotices } from '../domain/notices/due-notices.ts'
import { remainingOf } from '../domain/alert-ending.ts'
import { districtOf } from '../domain/area.ts'
import type { AlertNoticeKind, NoticeRules } from '../domain/notices/notice.ts'
import { alertNoticeTexts } from '../domain/notices/notice-words.ts'
import type { AlertStore } from '../store/alert-store.ts'
import type { NoticeStore, ToldRecord } from '../store/notice-store.ts'
import { listVillagesToCall, type VillagesToCallDeps } from './list-villages-to-call.ts'
import { sendNotice, type NoticeContent, type SendNoticeDeps } from './send-notice.ts'

type VersionKey = { alertId: string; version: number }

export type TellNoticesDeps = SendNoticeDeps &
  VillagesToCallDeps & {
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

type Due = { kind: AlertNoticeKind; ordinal: number; by: readonly string[] }

/** Villages are counted as the call list has them at this moment: where it has none, nobody is told. */
const sayWhoMustBeCalled = async (
  deps: TellNoticesDeps,
  { kind, by }: Due,
  version: VersionRecord,
  versions: readonly VersionRecord[],
): Promise<NoticeContent | undefined> => {
  const villages = await listVillagesToCall(deps, version, versions)
  if (villages.length === 0) return undefined
  return {
    concerned: { areas: [...new Set(villages.map(districtOf))], by },
    texts: alertNoticeTexts(kind, version, deps.clock.nowMs(), villages.length),
  }
}

/** What a notice says of the version; of an end that nobody gave yet to those whose areas still have the danger. */
const findContent = async (
  deps: TellNoticesDeps,
  due: Due,
  version: VersionRecord,
  versions: readonly VersionRecord[],
): Promise<NoticeContent | undefined> => {
  const { kind, by } = due
  if (kind === 'call-villages' || kind === 'still-to-call') {
    return sayWhoMustBeCalled(deps, due, version, versions)
  }
  const isOfItsEnd = kind === 'expiring' || kind === 'not-ended'
  const areas = isOfItsEnd ? remainingOf(versions).areas : version.areas
  return { concerned: { areas, by }, texts: alertNoticeTexts(kind, version, deps.clock.nowMs()) }
}

const tellDue = async (
  deps: TellNoticesDeps,
  version: VersionRecord,
  versions: readonly VersionRecord[],
): Promise<{ told: ToldRecord[]; nextAtEpochSeconds: number | undefined }> => {
  const { due, nextAtEpochSeconds } = dueNotices(
    version,
    versions,
    { notices: deps.noticeRules, calls: deps.callRules },
    toEpochSeconds(deps.clock.nowMs()),
  )
  const told = await Promise.all(
    due.map((one) =>
      sendNotice(deps, {
        kind: one.kind,
        identity: [version.alertId, version.version, one.kind, one.ordinal],
        about: { alertId: version.alertId, version: version.version },
        findContent: () => findContent(deps, one, version, versions),
        version,
      }),
    ),
  )
  return { told: told.filter((one) => one !== undefined), nextAtEpochSeconds }
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
