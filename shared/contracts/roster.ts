import * as z from 'zod'
import {
  duties,
  exposures,
  languages,
  maxMembers,
  maxStoredMembers,
  memberStatuses,
  scripts,
  sexes,
  villageStatuses,
} from '../domain/village.ts'
import { cleanText, isBlankText } from '../domain/lao-text.ts'
import { findPlaceFault } from '../domain/roster/read-number.ts'
import {
  changesSomething,
  districtCode,
  id,
  localDate,
  provinceCode,
  sayWhatChanges,
  villageCode,
} from './fields.ts'
import { said } from './said.ts'

const name = z.lazy(() => z.string().trim().min(1).max(120))
const optionalText = (most: number) => z.string().trim().min(1).max(most).optional()

/** Text as people enter it, stored as an import stores it: NFC, nothing invisible, single spaces. */
export const enteredText = (least: number, most: number) =>
  z
    .string()
    .overwrite((text) => (isBlankText(text) ? '' : cleanText(text)))
    .min(least)
    .max(most)

/** Said of a body: the import has its own words, since it goes on without such a place. */
const placeFaults = {
  'coordinate-alone': said(
    'Latitude and longitude belong together. Give both or neither.',
    'ໃສ່ທັງເສັ້ນຂະໜານ ແລະ ເສັ້ນແວງ, ຫຼື ບໍ່ຕ້ອງໃສ່ຈັກອັນ.',
  ),
  'coordinates-swapped': said(
    'Latitude and longitude stand in each other’s place. Exchange them.',
    'ເສັ້ນຂະໜານ ແລະ ເສັ້ນແວງສະຫຼັບກັນ. ໃຫ້ປ່ຽນບ່ອນ.',
  ),
  'coordinate-outside': said(
    'This lies outside Laos: latitude is between 13.8 and 22.6, longitude between 100 and 107.8.',
    'ພິກັດນີ້ຢູ່ນອກປະເທດລາວ: ເສັ້ນຂະໜານ 13.8 ຫາ 22.6, ເສັ້ນແວງ 100 ຫາ 107.8.',
  ),
} as const

/** A member's fields as stored. */
const memberRecord = z.lazy(() =>
  z.object({
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
    quarantinedAtIso: z.string().optional(),
  }),
)

/** A village's fields, its committee included, as stored in one item. */
export const villageRecord = z.lazy(() =>
  z.object({
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
    members: z.array(memberRecord).max(maxStoredMembers),
    revision: z.string(),
    updatedAtIso: z.string(),
  }),
)

/** What `PUT /v1/villages/{code}` takes: everything but the committee, which has its own routes. */
export const villageBody = z.lazy(() =>
  villageRecord
    .unwrap()
    .omit({ code: true, members: true, revision: true, updatedAtIso: true })
    .extend({
      nameLo: enteredText(0, 120),
      nameEn: enteredText(0, 120),
      // Their ranges are checked together, to see them exchanged.
      latitude: z.number().optional(),
      longitude: z.number().optional(),
      safePlaceLo: enteredText(1, 120).optional(),
      safePlaceEn: enteredText(1, 120).optional(),
      languagesSpoken: z.array(enteredText(1, 60)).max(20).default([]),
      status: z.enum(villageStatuses).default('active'),
    })
    .refine((village) => village.nameLo !== '' || village.nameEn !== '', {
      error: said('Give a name in Lao or English.', 'ໃສ່ຊື່ພາສາລາວ ຫຼື ອັງກິດ.'),
      path: ['nameLo'],
    })
    .refine((village) => (village.status === 'merged') === (village.mergedInto !== undefined), {
      error: said(
        'A merged village, and only that, names the village it was merged into.',
        'ບ້ານທີ່ຖືກລວມຕ້ອງບອກວ່າລວມເຂົ້າບ້ານໃດ; ບ້ານອື່ນບໍ່ຕ້ອງ.',
      ),
      path: ['mergedInto'],
    })
    .superRefine(({ latitude, longitude }, context) => {
      const fault = findPlaceFault(latitude, longitude)
      if (fault === undefined) return
      const path = [latitude === undefined ? 'latitude' : 'longitude']
      context.addIssue({ code: 'custom', message: placeFaults[fault], path })
    }),
)

/** What `POST …/members` takes. The phone number may be written as people write it. `position` counts from 1. */
export const memberBody = z.lazy(() =>
  z.object({
    name: enteredText(1, 120),
    phone: z.string().max(40),
    duty: z.enum(duties).default('member'),
    sex: z.enum(sexes).default('unknown'),
    language: z.enum(languages).default('lo'),
    script: z.enum(scripts).default('lao'),
    status: z.enum(memberStatuses).default('active'),
    organisation: enteredText(1, 120).optional(),
    consentedOn: localDate.optional(),
    notes: enteredText(1, 1000).optional(),
    position: z.number().int().min(1).max(maxMembers).optional(),
  }),
)

/** What `PATCH …/members/{id}` takes: only what changes; null takes an optional field away. */
export const memberPatch = z.lazy(() =>
  z
    .object({
      name: enteredText(1, 120),
      phone: z.string().max(40),
      duty: z.enum(duties),
      sex: z.enum(sexes),
      language: z.enum(languages),
      script: z.enum(scripts),
      status: z.enum(memberStatuses),
      organisation: enteredText(1, 120).nullable(),
      consentedOn: localDate.nullable(),
      notes: enteredText(1, 1000).nullable(),
      position: z.number().int().min(1).max(maxMembers),
    })
    .partial()
    .refine(changesSomething, sayWhatChanges),
)

/** A member as shown. The phone is masked for all but the admins of the area. */
export const memberView = z.lazy(() =>
  memberRecord
    .unwrap()
    .omit({ phone: true, failedSms: true })
    .extend({
      phone: z.string(),
      phoneMasked: z.boolean(),
      phoneType: z.enum(['mobile', 'wireless-fixed', 'fixed']),
    }),
)

/** How a committee stands. `contacts`: who an urgent alert writes to, quarantined numbers included. */
const committeeTally = z.lazy(() =>
  z.object({
    members: z.number().int(),
    contacts: z.number().int(),
    women: z.number().int(),
    quarantined: z.number().int(),
  }),
)

export const villageView = z.lazy(() =>
  villageRecord
    .unwrap()
    .omit({ members: true, revision: true })
    .extend({ committee: committeeTally, members: z.array(memberView), etag: z.string() }),
)

/** Somebody whose number is in quarantine; it is masked for everybody, as lists do not go into the audit. */
const failingMember = z.lazy(() =>
  memberView.unwrap().pick({
    id: true,
    name: true,
    phone: true,
    duty: true,
    lastProvenReachableAtIso: true,
    quarantinedAtIso: true,
  }),
)

/**
 * The villages of a district as lists show them, and no more: a column for each field, all of one length and in the same
 * order, as 1,000 villages travel over 2G. A place is rounded to 0.001 of a degree, 110 m, which is enough for a dot.
 */
export const villageColumns = z.lazy(() => {
  const { code, nameLo, nameEn, status } = villageRecord.unwrap().shape
  return z.object({
    code: z.array(code),
    nameLo: z.array(nameLo),
    nameEn: z.array(nameEn),
    latitude: z.array(z.number().nullable()),
    longitude: z.array(z.number().nullable()),
    exposure: z.array(z.literal(exposures).nullable()),
    status: z.array(status),
    hasSafePlace: z.array(z.boolean()),
    contacts: z.array(z.number().int()),
    quarantined: z.array(z.number().int()),
    failing: z.array(z.array(failingMember)).optional(),
  })
})

/** Codes of villages, with commas between them. */
export const villageCodes = z.lazy(() =>
  z
    .string()
    .regex(
      /^\d{7}(,\d{7}){0,99}$/,
      said(
        'Give up to 100 codes of 7 digits, with commas between them.',
        'ໃສ່ລະຫັດ 7 ຕົວເລກ ບໍ່ເກີນ 100 ລະຫັດ, ຂັ້ນດ້ວຍຈຸດ (,).',
      ),
    )
    .transform((codes) => codes.split(',')),
)

/** A village as far as names and maps go. */
export const villageName = z.lazy(() =>
  villageRecord.unwrap().pick({ code: true, nameLo: true, nameEn: true, latitude: true, longitude: true }),
)

/** What a district holds, counted over its villages; a repairable summary. `phones`: different numbers that get SMS. */
export const districtSummaryRecord = z.lazy(() =>
  z.object({
    district: districtCode,
    /** How many villages the district should have, as set by an admin; absent until somebody set it. */
    villagesExpected: z.number().int().optional(),
    /** The number that texts name for questions and calls for help, as people dial it. */
    deskPhone: z.string().optional(),
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
  }),
)
export type DistrictSummary = z.infer<typeof districtSummaryRecord>

/** `GET /v1/areas`: a province or district with what the roster has of it. */
export const areaView = z.lazy(() =>
  z.object({
    code: z.union([provinceCode, districtCode]),
    pCode: z.string(),
    level: z.enum(['province', 'district']),
    nameLo: z.string(),
    nameEn: z.string(),
    villages: z.number().int(),
    /** Null where nobody has said how many there should be. */
    villagesExpected: z.number().int().nullable(),
    /** The district desk's number as SMS name it; null until an admin sets it, and of provinces. */
    deskPhone: z.string().nullable(),
    villagesWithoutContact: z.number().int(),
    villagesWithoutSafePlace: z.number().int(),
    members: z.number().int(),
    women: z.number().int(),
    recipients: z.number().int(),
  }),
)
