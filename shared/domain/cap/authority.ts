import type { AlertKind, AlertMode } from '../alert.ts'
import { covers } from '../area.ts'
import { isDanger, type Level } from '../level.ts'
import type { Language } from '../village.ts'

/** Who has agreed that a stage publishes alerts in their name, and which ones. Without one nothing is public. */
export type CapAuthority = {
  /** By which readers of CAP know the sender: no spaces, commas, `<` or `&` (CAP 1.2, 3.2.1). */
  readonly sender: string
  readonly senderName: Readonly<Record<Language, string>>
  /** A page of the authority about its warnings. */
  readonly web: string
  /** A number or address that the authority publishes itself. */
  readonly contact?: string | undefined
  /** When the agreement begins, ISO 8601 with offset: what was issued before stays private. */
  readonly sinceIso: string
  readonly modes: readonly AlertMode[]
  /** Levels with which an alert becomes public; what follows a public alert is public too. */
  readonly levels: readonly Level[]
  /** Codes of the areas that the agreement takes in, or `LA`. */
  readonly areas: readonly string[]
  /** Whether routine preparedness messages are published too. */
  readonly preparedness: boolean
}

/** What of an alert the agreement is about. */
type Publishable = {
  readonly kind: AlertKind
  readonly mode: AlertMode
  readonly level: Level
  readonly districts: Readonly<Record<string, readonly string[]>>
  readonly issuedAtEpochSeconds: number
}

const takesIn = ({ areas }: CapAuthority, district: string): boolean =>
  areas.some((area) => area === 'LA' || covers(area, district))

/** Those of the districts that the agreement takes in. */
export const agreedDistricts = <Villages>(
  authority: CapAuthority,
  districts: Readonly<Record<string, Villages>>,
): Record<string, Villages> =>
  Object.fromEntries(Object.entries(districts).filter(([district]) => takesIn(authority, district)))

/**
 * Whether a version may be published. Whoever read an alert must learn that it changed and that it is over: what
 * follows a public version needs no level of the agreement. An all-clear or cancel of nothing public is not published.
 */
export const agreesTo = (
  authority: CapAuthority,
  version: Publishable,
  { followsPublic }: { followsPublic: boolean },
): boolean => {
  if (version.issuedAtEpochSeconds * 1000 < Date.parse(authority.sinceIso)) return false
  if (!authority.modes.includes(version.mode)) return false
  if (followsPublic) return true
  if (version.kind === 'preparedness' && !authority.preparedness) return false
  const districts = Object.keys(version.districts)
  return (
    isDanger(version.level) &&
    authority.levels.includes(version.level) &&
    districts.length > 0 &&
    districts.every((district) => takesIn(authority, district))
  )
}
