import type { AlertKind, AlertMode } from './alert.ts'
import { canonicalJson } from './canonical-json.ts'
import { isDanger, type Level } from './level.ts'
import { renderTexts, type Texts } from './render-text.ts'
import type { VersionState } from './version.ts'

/** What who reviews a step that one person took alone finds of it. */
export const reviewOutcomes = ['justified', 'not-justified'] as const

/** Whether what one person did alone should have been reviewed by now. */
export const isReviewOverdue = (
  version: { reviewDueAtEpochSeconds?: number | undefined; review?: object | undefined },
  nowEpochSeconds: number,
): boolean =>
  version.review === undefined &&
  version.reviewDueAtEpochSeconds !== undefined &&
  version.reviewDueAtEpochSeconds < nowEpochSeconds

type Version = {
  alertId: string
  version: number
  number: number
  level: Level
  mode: AlertMode
  lane: 'urgent' | 'routine'
  areas: readonly string[]
  texts: Texts
  expiresAtEpochSeconds: number
}

/** Whom a version would reach at this moment: its villages one by one, and how many SMS. */
export type HeadCount = { villages: readonly string[]; recipients: number }

/**
 * What an approval is about, as canonical JSON; its SHA-256 is what the approver names. The texts are as the phones
 * will show them but for the time of issue.
 */
export const approvalContent = (version: Version, { villages, recipients }: HeadCount): string =>
  canonicalJson({
    alertId: version.alertId,
    version: version.version,
    level: version.level,
    mode: version.mode,
    lane: version.lane,
    areas: version.areas.toSorted(),
    villages: villages.toSorted(),
    texts: renderTexts(version.texts, version.mode, {
      number: version.number,
      version: version.version,
      issuedAtMs: 0,
    }),
    expiresAtEpochSeconds: version.expiresAtEpochSeconds,
    headCount: recipients,
  })

const headCountTolerance = 0.1

/** Whether so many more or fewer would get an SMS than were shown that the approver has to be asked again. */
export const hasHeadCountChanged = (shown: number, now: number): boolean =>
  Math.abs(now - shown) > shown * headCountTolerance

type Issued = {
  state: VersionState
  level: Level
  issuedAtEpochSeconds?: number | undefined
  expiresAtEpochSeconds: number
}

/** Whether the last word that went out of an alert is a danger that still holds. Versions by number, oldest first. */
export const isLive = (kind: AlertKind, versions: readonly Issued[], nowEpochSeconds: number): boolean => {
  const said = versions.findLast((version) => version.issuedAtEpochSeconds !== undefined)
  return (
    kind !== 'preparedness' &&
    said !== undefined &&
    isDanger(said.level) &&
    said.state !== 'expired' &&
    said.expiresAtEpochSeconds > nowEpochSeconds
  )
}
