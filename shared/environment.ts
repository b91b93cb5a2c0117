import * as z from 'zod'
import { reaches } from './domain/alert.ts'
import { capAuthority } from './contracts/cap.ts'
import { levels } from './domain/level.ts'

const listOf = (text: unknown): string[] =>
  String(text)
    .split(',')
    .filter((part) => part !== '')

const monthAndDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

/** `name=value,name=value` */
const pairsOf = (text: unknown): Record<string, string> =>
  Object.fromEntries(
    listOf(text).map((pair): [string, string] => {
      const [name = '', value = ''] = pair.split('=')
      return [name, value]
    }),
  )

/** Variables that infra sets on functions; each function's env.ts picks what it needs. */
export const environmentVariables = z.object({
  STAGE: z.string().min(1),
  /** As in package.json. */
  CODE_VERSION: z.string().min(1),
  ROSTER_TABLE: z.string().min(1),
  ALERTS_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
  AUDIT_ANCHORS_BUCKET: z.string().min(1),
  UPLOADS_BUCKET: z.string().min(1),
  IMPORTS_QUEUE_URL: z.url(),
  FAN_OUT_URGENT_QUEUE_URL: z.url(),
  FAN_OUT_ROUTINE_QUEUE_URL: z.url(),
  FIRST_QUEUE_URL: z.url(),
  URGENT_QUEUE_URL: z.url(),
  ROUTINE_QUEUE_URL: z.url(),
  EARLY_RECEIPTS_QUEUE_URL: z.url(),
  FIRST_DEAD_LETTERS_URL: z.url(),
  FAN_OUT_URGENT_DEAD_LETTERS_URL: z.url(),
  URGENT_DEAD_LETTERS_URL: z.url(),
  FAN_OUT_ROUTINE_DEAD_LETTERS_URL: z.url(),
  ROUTINE_DEAD_LETTERS_URL: z.url(),
  RECEIPTS_DEAD_LETTERS_URL: z.url(),
  EARLY_RECEIPTS_DEAD_LETTERS_URL: z.url(),
  IMPORTS_DEAD_LETTERS_URL: z.url(),
  TICK_DEAD_LETTERS_URL: z.url(),
  /** 0 is unlimited. */
  SMS_PER_SECOND: z.coerce.number().min(0),
  /** What the rate counts: some routes count each part of a long SMS. */
  SMS_RATE_COUNTS: z.enum(['messages', 'parts']),
  QUOTA_PROBE_SECONDS: z.coerce.number().int().min(1),
  PRICE_PER_PART_USD: z.coerce.number().min(0),
  ACTUAL_ALLOWED: z.enum(['true', 'false']).transform((text) => text === 'true'),
  /** Whether phones get the SMS of exercises and tests where the officer does not say; `nobody`: of none. */
  DRILLS_REACH: z.enum(reaches),
  /** The number for districts whose desk has none, as people dial it; empty for none. */
  FALLBACK_DESK_PHONE: z.string().transform((text) => (text === '' ? undefined : text)),
  UNREVIEWED_ALLOWED: z.enum(['true', 'false']).transform((text) => text === 'true'),
  /** `warning,evacuate`: what one officer submits and another one approves. */
  SECOND_PERSON_LEVELS: z.preprocess(listOf, z.array(z.enum(levels))),
  /** `evacuate=0,warning=10` */
  BREAK_GLASS_MINUTES: z.preprocess(pairsOf, z.partialRecord(z.enum(levels), z.coerce.number().int().min(0))),
  REVIEW_HOURS: z.coerce.number().int().min(1),
  /** `againMinutes=5,beforeExpiryMinutes=60,…` */
  NOTICE_RULES: z.preprocess(
    pairsOf,
    z.object({
      againMinutes: z.coerce.number().int().min(1),
      beforeExpiryMinutes: z.coerce.number().int().min(1),
      notEndedHours: z.coerce.number().int().min(1),
      notEndedTimes: z.coerce.number().int().min(1),
    }),
  ),
  /** `flash-flood=6,evacuate=12,…` */
  EXPIRY_HOURS: z.preprocess(
    pairsOf,
    z.record(z.enum([...levels, 'flash-flood']), z.coerce.number().int().min(1)),
  ),
  USER_POOL_ID: z.string().min(1),
  ADMIN_REQUEST_HOURS: z.coerce.number().int().min(1),
  /** `country=100000,province=25000,district=5000` */
  RECIPIENTS_PER_OFFICER_AND_HOUR: z.preprocess(
    pairsOf,
    z.object({
      country: z.coerce.number().int().min(1),
      province: z.coerce.number().int().min(1),
      district: z.coerce.number().int().min(1),
    }),
  ),
  LEASE_SECONDS: z.coerce.number().int().min(1),
  BARRIER_SECONDS: z.coerce.number().int().min(1),
  RECOVERY_SECONDS: z.coerce.number().int().min(1),
  PROOF_MINUTES: z.coerce.number().int().min(0),
  NIGHT_FROM_HOUR: z.coerce.number().int().min(0).max(23),
  NIGHT_UNTIL_HOUR: z.coerce.number().int().min(0).max(23),
  /** `20-7`: hours in Laos in which nothing goes out but actual warnings. Empty: none. */
  QUIET_HOURS: z
    .string()
    .regex(/^(([01]?\d|2[0-3])-([01]?\d|2[0-3]))?$/)
    .transform((text) => {
      const [fromHour, untilHour] = text.split('-').map(Number)
      return fromHour === undefined || untilHour === undefined ? undefined : { fromHour, untilHour }
    }),
  /** Preparedness messages that a village gets in a calendar month, at most. */
  PREPAREDNESS_PER_MONTH: z.coerce.number().int().min(1),
  /** `05-01,11=04-20`: when the rains begin, and in which provinces on another day. */
  RAINS_BEGIN: z.preprocess(
    (text) => {
      const [standard, ...provinces] = listOf(text)
      return { standard, byProvince: pairsOf(provinces) }
    },
    z.object({ standard: monthAndDay, byProvince: z.record(z.string().regex(/^\d{2}$/), monthAndDay) }),
  ),
  /** How long before its run a yearly schedule is asked about. */
  RECONFIRM_DAYS: z.coerce.number().int().min(1),
  RECEIPT_OVERDUE_SECONDS: z.coerce.number().int().min(1),
  /** As JSON: who has agreed that alerts are published; unset, nothing is. */
  CAP_AUTHORITY: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(capAuthority)
    .optional(),
  /** The table of which `public` may read what is public; set together with the authority. */
  CAP_TABLE: z.string().min(1).optional(),
  SENDER_ID: z.string().regex(/^(?=.*[A-Za-z])[A-Za-z0-9-]{3,11}$/),
  /** Set by the one-machine runner, whose object store knows no host per bucket. */
  S3_FORCE_PATH_STYLE: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
})

/**
 * Reads what one function's env.ts picks of `environmentVariables`, once, at cold start.
 * Throws an error that names every missing or wrong variable.
 */
export const readEnvironment = <Schema extends z.ZodObject>(
  picked: Schema,
  source: Readonly<Record<string, string | undefined>>,
): z.output<Schema> => {
  const result = picked.safeParse(source)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`environment: ${faults.join('; ')}`)
}
