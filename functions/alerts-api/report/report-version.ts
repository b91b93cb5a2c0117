import type * as z from 'zod'
import { toIso } from '../../../shared/clock.ts'
import type { reportVersion } from '../../../shared/contracts/report.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { countCoverage } from '../../../shared/domain/coverage.ts'
import { deliveryStates, emptyTally } from '../../../shared/domain/delivery.ts'
import { sayOwnNote } from '../../../shared/domain/own-notes.ts'
import { addFailures, countsAboveZero, earliest } from '../../../shared/domain/report.ts'
import { isoOf } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import type { ReportedVillage, VillageShare } from './report-villages.ts'

const at = (deed: { by: string; atEpochSeconds: number } | undefined) =>
  deed === undefined ? null : { by: deed.by, atIso: toIso(deed.atEpochSeconds * 1000) }

/** Who did what to the version and when, without what tells requests apart. */
const deedsOf = (version: VersionRecord) => ({
  submission: at(version.submission),
  approval: at(version.approval),
  breakGlass:
    version.breakGlass === undefined
      ? null
      : {
          by: version.breakGlass.by,
          atIso: toIso(version.breakGlass.atEpochSeconds * 1000),
          reason: version.breakGlass.reason,
        },
  review:
    version.review === undefined
      ? null
      : {
          by: version.review.by,
          atIso: toIso(version.review.atEpochSeconds * 1000),
          outcome: version.review.outcome,
          note: version.review.note,
        },
  history: version.history.map(({ action, by, atIso, note, ...own }) => ({
    action,
    by,
    atIso,
    note: note ?? null,
    words: sayOwnNote(own) ?? null,
  })),
})

const sum = (shares: readonly VillageShare[], of: (share: NonNullable<VillageShare['share']>) => number) =>
  shares.reduce((total, { share }) => total + (share === undefined ? 0 : of(share)), 0)

/** From when the officer asked for it to be sent: the first submission that led to it, else its issue. */
const submittedAt = ({ submission, issuedAtEpochSeconds }: VersionRecord): number | undefined =>
  submission?.atEpochSeconds ?? issuedAtEpochSeconds

const firstContactsOf = (version: VersionRecord, shares: readonly VillageShare[]) => {
  const times = shares.flatMap(({ share }) => share?.firstContactAt ?? [])
  const first = earliest(times)
  const last = times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b))
  const since = submittedAt(version)
  const secondsTo = (time: number | undefined): number | null =>
    time === undefined || since === undefined ? null : Math.max(0, time - since)
  return {
    villages: shares.filter(({ share }) => share?.hasFirstContact === true).length,
    handedOver: times.length,
    firstAtIso: isoOf(first),
    lastAtIso: isoOf(last),
    secondsFromSubmitToFirst: secondsTo(first),
    secondsFromSubmitToLast: secondsTo(last),
  }
}

/** Sum of money for so many parts, to the cent. */
export const costOf = ({ pricePerPartUsd }: Pick<AlertsApiDeps, 'pricePerPartUsd'>, parts: number): number =>
  Math.round(parts * pricePerPartUsd * 100) / 100

/** A version with what became of it in these villages. */
export const toReportVersion = (
  deps: Pick<AlertsApiDeps, 'pricePerPartUsd'>,
  version: VersionRecord,
  villages: readonly ReportedVillage[],
): z.input<typeof reportVersion> => {
  const shares = villages.flatMap((village) =>
    village.shares.filter((share) => share.version === version.version),
  )
  const tally = { ...emptyTally }
  for (const share of shares) for (const state of deliveryStates) tally[state] += share.tally[state]
  const partsHandedOver = sum(shares, (share) => share.partsHandedOver)
  return {
    version: version.version,
    level: version.level,
    state: version.state,
    freeText: version.template === undefined,
    texts: version.rendered ?? version.texts,
    issuedAtIso: isoOf(version.issuedAtEpochSeconds),
    expiresAtIso: toIso(version.expiresAtEpochSeconds * 1000),
    ...deedsOf(version),
    villages: shares.length,
    recipients: sum(shares, (share) => share.recipients),
    states: countsAboveZero(tally),
    coverage: countCoverage(shares.map(({ coverage }) => coverage)),
    handedOver: sum(shares, (share) => share.handedOver),
    partsHandedOver,
    costUsd: costOf(deps, partsHandedOver),
    possibleDuplicates: sum(shares, (share) => share.possibleDuplicates),
    resent: sum(shares, (share) => share.resent),
    failures: addFailures(shares.flatMap(({ share }) => share?.failures ?? [])),
    firstContacts: firstContactsOf(version, shares),
  }
}
