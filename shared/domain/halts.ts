import { isNoticeId } from './notices/notice.ts'

/** Why and since when an admin has stopped every SMS of the account. */
export type AccountStop = { by: string; atEpochSeconds: number; reason: string }

/** Who let the account's SMS go out again. */
export type AccountResumption = { by: string; atEpochSeconds: number }

/** What may not be sent at this moment, as senders are told with every reservation of slots. */
export type Halts = {
  accountStop: AccountStop | undefined
  /** Versions that are stopped or superseded, by `haltKeyOf`. */
  versions: ReadonlySet<string>
}

export const haltKeyOf = ({ alertId, version }: { alertId: string; version: number }): string =>
  `${alertId}#${version}`

/** The version that such a key names; undefined where it names none. */
export const parseHaltKey = (key: string): { alertId: string; version: number } | undefined => {
  const [alertId, version] = key.split('#')
  return alertId === undefined || version === undefined ? undefined : { alertId, version: Number(version) }
}

/**
 * Whether SMS of this version may not be sent. A stop of the account is for what goes to villages: notices to officers
 * and admins, few and bounded, must tell of the stop itself.
 */
export const isHalted = (halts: Halts, version: { alertId: string; version: number }): boolean =>
  (halts.accountStop !== undefined && !isNoticeId(version.alertId)) || halts.versions.has(haltKeyOf(version))
