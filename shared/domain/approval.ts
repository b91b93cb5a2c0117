import type { AlertMode, Reach } from './alert.ts'
import type { AudienceFilter } from './audience.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Level } from './level.ts'
import { renderTexts, type Texts } from './render-text.ts'

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
  reaches: Reach
  lane: 'urgent' | 'routine'
  areas: readonly string[]
  audience?: AudienceFilter | undefined
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
    reaches: version.reaches,
    lane: version.lane,
    areas: version.areas.toSorted(),
    audience: version.audience,
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
