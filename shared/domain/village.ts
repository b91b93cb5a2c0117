/** The ways Siang can write to a member. `lo` Lao, `en` English; others as templates for them are added. */
export const languages = ['lo', 'en'] as const
export type Language = (typeof languages)[number]

/** How the SMS must be written for this member's phone: not every feature phone shows Lao letters. */
export const scripts = ['lao', 'latin'] as const
export type Script = (typeof scripts)[number]

/** What a member does in the village's disaster committee. */
export const duties = [
  'head',
  'deputy',
  'early-warning',
  'womens-union',
  'youth-union',
  'front',
  'health',
  'teacher',
  'security',
  'rescue',
  'shelter',
  'secretary',
  'disability-focal-point',
  'cluster-contact',
  'member',
] as const
export type Duty = (typeof duties)[number]

export const sexes = ['female', 'male', 'other', 'unknown'] as const
export type Sex = (typeof sexes)[number]

/** `left` members stay on the roster for its history and receive nothing. */
export const memberStatuses = ['active', 'quarantined', 'left'] as const
export type MemberStatus = (typeof memberStatuses)[number]

/** `provisional`: the village has no official code yet. `merged`: see `mergedInto`. Villages are never deleted. */
export const villageStatuses = ['active', 'provisional', 'merged'] as const

/** How near the danger the village lies: 3 is flooded first. */
export const exposures = [1, 2, 3] as const
export type Exposure = (typeof exposures)[number]

/** The most members that a committee may have, those who left not counted. */
export const maxMembers = 60

/** The most members that are kept of a village, those who left counted too. */
export const maxStoredMembers = 1000

/** One person of a committee. The place in `Village.members` is the order in which they are contacted. */
export type Member = {
  id: string
  name: string
  /** E.164, for instance +8562055123456. Several members may share one. */
  phone: string
  duty: Duty
  sex: Sex
  language: Language
  script: Script
  status: MemberStatus
  /** The organisation that keeps this entry. */
  organisation?: string | undefined
  /** Date (yyyy-mm-dd) on which the person agreed to be written to. */
  consentedOn?: string | undefined
  notes?: string | undefined
  /** Machine-written: when a carrier or a call last proved that the number reaches someone. */
  lastProvenReachableAtIso?: string | undefined
  /** Machine-written: the last SMS in a row that failed for good because of the number, at most three. */
  failedSms?: { alertId: string; gatewayMessageId: string }[] | undefined
  /** Machine-written: when the last of these failures put the number into quarantine; none where a person did. */
  quarantinedAtIso?: string | undefined
}

/** What people enter of a village, its committee included. */
export type VillageDetails = {
  /** Official 7-digit code; begins with the district's 4 and the province's 2 digits. */
  code: string
  nameLo: string
  nameEn: string
  latitude?: number | undefined
  longitude?: number | undefined
  exposure?: Exposure | undefined
  safePlaceLo?: string | undefined
  safePlaceEn?: string | undefined
  /** Languages spoken in the village as people name them, for the loudspeaker. */
  languagesSpoken: string[]
  households?: number | undefined
  status: (typeof villageStatuses)[number]
  /** Code of the village it was merged into, where status is `merged`. */
  mergedInto?: string | undefined
  members: Member[]
}

/** A village as stored: `revision` changes with every edit by a person (and is its ETag). */
export type Village = VillageDetails & { revision: string; updatedAtIso: string }
