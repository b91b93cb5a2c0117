import { z } from 'zod'
import {
  duties,
  exposures,
  languages,
  maxMembers,
  memberStatuses,
  scripts,
  sexes,
  villageStatuses,
} from '../domain/village.ts'
import { roles } from '../domain/user.ts'
import { districtCode, id, localDate, provinceCode, villageCode } from './fields.ts'

const name = z.string().trim().min(1).max(120)
const optionalText = (most: number) => z.string().trim().min(1).max(most).optional()

/** A member's fields as stored. */
const memberRecord = z.object({
  id,
  name,
  phone: z.e164(),
  duty: z.enum(duties),
  sex: z.enum(sexes),
  language: z.enum(languages),
  script: z.enum(scripts),
  status: z.enum(memberStatuses),
  organisation: optionalText(120),
  consentedOn: localDate.optional(),
  notes: optionalText(1000),
  lastProvenReachableAtIso: z.string().optional(),
  failedSms: z
    .array(z.object({ alertId: z.string(), gatewayMessageId: z.string() }))
    .max(3)
    .optional(),
})

/** A village's fields, its committee included, as stored in one item. */
export const villageRecord = z.object({
  code: villageCode,
  nameLo: z.string().trim().max(120),
  nameEn: z.string().trim().max(120),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  exposure: z.literal(exposures).optional(),
  safePlaceLo: optionalText(120),
  safePlaceEn: optionalText(120),
  languagesSpoken: z.array(z.string().trim().min(1).max(60)).max(20),
  households: z.number().int().min(0).max(100_000).optional(),
  status: z.enum(villageStatuses),
  mergedInto: villageCode.optional(),
  members: z.array(memberRecord).max(1000),
  revision: z.string(),
  updatedAtIso: z.string(),
})

/** What `PUT /v1/villages/{code}` takes: everything but the committee, which has its own routes. */
export const villageBody = villageRecord
  .omit({ code: true, members: true, revision: true, updatedAtIso: true })
  .extend({
    languagesSpoken: villageRecord.shape.languagesSpoken.default([]),
    status: z.enum(villageStatuses).default('active'),
  })
  .refine((village) => village.nameLo !== '' || village.nameEn !== '', {
    error: 'Give a name in Lao or English.',
    path: ['nameLo'],
  })
  .refine((village) => (village.status === 'merged') === (village.mergedInto !== undefined), {
    error: 'A merged village, and only that, names the village it was merged into.',
    path: ['mergedInto'],
  })

/** What `POST …/members` takes. The phone number may be written as people write it. `position` counts from 1. */
export const memberBody = z.object({
  name,
  phone: z.string().max(40),
  duty: z.enum(duties).default('member'),
  sex: z.enum(sexes).default('unknown'),
  language: z.enum(languages).default('lo'),
  script: z.enum(scripts).default('lao'),
  status: z.enum(memberStatuses).default('active'),
  organisation: optionalText(120),
  consentedOn: localDate.optional(),
  notes: optionalText(1000),
  position: z.number().int().min(1).max(maxMembers).optional(),
})

/** What `PATCH …/members/{id}` takes: only what changes; null takes an optional field away. */
export const memberPatch = z
  .object({
    name,
    phone: z.string().max(40),
    duty: z.enum(duties),
    sex: z.enum(sexes),
    language: z.enum(languages),
    script: z.enum(scripts),
    status: z.enum(memberStatuses),
    organisation: optionalText(120).nullable(),
    consentedOn: localDate.nullable(),
    notes: optionalText(1000).nullable(),
    position: z.number().int().min(1).max(maxMembers),
  })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'Say what changes.')

/** A member as shown. The phone is masked for all but the admins of the area. */
export const memberView = memberRecord.omit({ phone: true, failedSms: true }).extend({
  phone: z.string(),
  phoneMasked: z.boolean(),
  phoneType: z.enum(['mobile', 'wireless-fixed', 'fixed']),
})

/** How a committee stands. `contacts`: active members whose phones take SMS. */
const committeeTally = z.object({
  members: z.number().int(),
  contacts: z.number().int(),
  women: z.number().int(),
  quarantined: z.number().int(),
})

export const villageView = villageRecord
  .omit({ members: true, revision: true })
  .extend({ committee: committeeTally, members: z.array(memberView), etag: z.string() })

export const villageListEntry = villageView.omit({
  members: true,
  etag: true,
  languagesSpoken: true,
  households: true,
})

/** What a district holds, counted over its villages; a repairable summary. `phones`: different numbers that get SMS. */
export const districtSummaryRecord = z.object({
  district: districtCode,
  /** How many villages the district should have, as set by an admin; absent until somebody set it. */
  villagesExpected: z.number().int().optional(),
  villages: z.number().int(),
  villagesWithoutContact: z.number().int(),
  villagesWithoutSafePlace: z.number().int(),
  members: z.number().int(),
  women: z.number().int(),
  /** SMS that an alert to the whole district sends, by the language of its recipients. */
  recipientsByLanguage: z.partialRecord(z.enum(languages), z.number().int()),
  /** The same of a routine alert, which spares quarantined numbers. */
  routineRecipientsByLanguage: z.partialRecord(z.enum(languages), z.number().int()),
  /** Set while a change of the district's villages is not counted in yet. */
  staleSinceEpochSeconds: z.number().int().optional(),
  staleToken: z.string().optional(),
})
export type DistrictSummary = z.infer<typeof districtSummaryRecord>

/** `GET /v1/areas`: a province or district with what the roster has of it. */
export const areaView = z.object({
  code: z.union([provinceCode, districtCode]),
  pCode: z.string(),
  level: z.enum(['province', 'district']),
  nameLo: z.string(),
  nameEn: z.string(),
  villages: z.number().int(),
  /** Null where nobody has said how many there should be. */
  villagesExpected: z.number().int().nullable(),
  villagesWithoutContact: z.number().int(),
  villagesWithoutSafePlace: z.number().int(),
  members: z.number().int(),
  women: z.number().int(),
  recipients: z.number().int(),
})

export const userRecord = z.object({
  id: z.string().min(1).max(128),
  name: z.string().min(1).max(120),
  roles: z.array(z.enum(roles)).min(1),
  areas: z.array(z.string().regex(/^(LA|\d{2}|\d{4}|\d{7})$/)).min(1),
  status: z.enum(['active', 'disabled']),
})
