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

// Made once, as a cold start waits for each of them.
const filled = z.string().min(1)
const url = z.url()
const fromZero = z.coerce.number().int().min(0)
const fromOne = z.coerce.number().int().min(1)
const hour = fromZero.max(23)
const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** Variables that infra sets on functions. */
const variables = {
  STAGE: () => filled,
  /** As in package.json. */
  CODE_VERSION: () => filled,
  ROSTER_TABLE: () => filled,
  ALERTS_TABLE: () => filled,
  AUDIT_TABLE: () => filled,
  AUDIT_ANCHORS_BUCKET: () => filled,
  UPLOADS_BUCKET: () => filled,
  IMPORTS_QUEUE_URL: () => url,
  FAN_OUT_URGENT_QUEUE_URL: () => url,
  FAN_OUT_ROUTINE_QUEUE_URL: () => url,
  FIRST_QUEUE_URL: () => url,
  URGENT_QUEUE_URL: () => url,
  ROUTINE_QUEUE_URL: () => url,
  EARLY_RECEIPTS_QUEUE_URL: () => url,
  FIRST_DEAD_LETTERS_URL: () => url,
  FAN_OUT_URGENT_DEAD_LETTERS_URL: () => url,
  URGENT_DEAD_LETTERS_URL: () => url,
  FAN_OUT_ROUTINE_DEAD_LETTERS_URL: () => url,
  ROUTINE_DEAD_LETTERS_URL: () => url,
  RECEIPTS_DEAD_LETTERS_URL: () => url,
  EARLY_RECEIPTS_DEAD_LETTERS_URL: () => url,
  IMPORTS_DEAD_LETTERS_URL: () => url,
  TICK_DEAD_LETTERS_URL: () => url,
  /** 0 is unlimited. */
  SMS_PER_SECOND: () => z.coerce.number().min(0),
  /** What the rate counts: some routes count each part of a long SMS. */
  SMS_RATE_COUNTS: () => z.enum(['messages', 'parts']),
  QUOTA_PROBE_SECONDS: () => fromOne,
  PRICE_PER_PART_USD: () => z.coerce.number().min(0),
  ACTUAL_ALLOWED: () => flag,
  /** Whether phones get the SMS of exercises and tests where the officer does not say; `nobody`: of none. */
  DRILLS_REACH: () => z.enum(reaches),
  /** The number for districts whose desk has none, as people dial it; empty for none. */
  FALLBACK_DESK_PHONE: () => z.string().transform((text) => (text === '' ? undefined : text)),
  UNREVIEWED_ALLOWED: () => flag,
  /** `warning,evacuate`: what one officer submits and another one approves. */
  SECOND_PERSON_LEVELS: () => z.preprocess(listOf, z.array(z.enum(levels))),
  /** `evacuate=0,warning=10` */
  BREAK_GLASS_MINUTES: () => z.preprocess(pairsOf, z.partialRecord(z.enum(levels), fromZero)),
  REVIEW_HOURS: () => fromOne,
  /** `againMinutes=5,beforeExpiryMinutes=60,…` */
  NOTICE_RULES: () =>
    z.preprocess(
      pairsOf,
      z.object({
        againMinutes: fromOne,
        callAgainMinutes: fromOne,
        beforeExpiryMinutes: fromOne,
        notEndedHours: fromOne,
        notEndedTimes: fromOne,
      }),
    ),
  /** `flash-flood=6,evacuate=12,…` */
  EXPIRY_HOURS: () => z.preprocess(pairsOf, z.record(z.enum([...levels, 'flash-flood']), fromOne)),
  USER_POOL_ID: () => filled,
  ADMIN_REQUEST_HOURS: () => fromOne,
  /** `country=100000,province=25000,district=5000` */
  RECIPIENTS_PER_OFFICER_AND_HOUR: () =>
    z.preprocess(
      pairsOf,
      z.object({
        country: fromOne,
        province: fromOne,
        district: fromOne,
      }),
    ),
  LEASE_SECONDS: () => fromOne,
  BARRIER_SECONDS: () => fromOne,
  RECOVERY_SECONDS: () => fromOne,
  PROOF_MINUTES: () => fromZero,
  NIGHT_FROM_HOUR: () => hour,
  NIGHT_UNTIL_HOUR: () => hour,
  /** `20-7`: hours in Laos in which nothing goes out but actual warnings. Empty: none. */
  QUIET_HOURS: () =>
    z
      .string()
      .regex(/^(([01]?\d|2[0-3])-([01]?\d|2[0-3]))?$/)
      .transform((text) => {
        const [fromHour, untilHour] = text.split('-').map(Number)
        return fromHour === undefined || untilHour === undefined ? undefined : { fromHour, untilHour }
      }),
  /** Preparedness messages that a village gets in a calendar month, at most. */
  PREPAREDNESS_PER_MONTH: () => fromOne,
  /** `05-01,11=04-20`: when the rains begin, and in which provinces on another day. */
  RAINS_BEGIN: () =>
    z.preprocess(
      (text) => {
        const [standard, ...provinces] = listOf(text)
        return { standard, byProvince: pairsOf(provinces) }
      },
      z.object({ standard: monthAndDay, byProvince: z.record(z.string().regex(/^\d{2}$/), monthAndDay) }),
    ),
  /** How long before its run a yearly schedule is asked about. */
  RECONFIRM_DAYS: () => fromOne,
  RECEIPT_OVERDUE_SECONDS: () => fromOne,
  /** As JSON: who has agreed that alerts are published; unset, nothing is. */
  CAP_AUTHORITY: () =>
    z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(capAuthority)
      .optional(),
  /** The table of which `public` may read what is public; set together with the authority. */
  CAP_TABLE: () => filled.optional(),
  SENDER_ID: () => z.string().regex(/^(?=.*[A-Za-z])[A-Za-z0-9-]{3,11}$/),
  /** Set by the one-machine runner, whose object store knows no host per bucket. */
  S3_FORCE_PATH_STYLE: () => flag.default(false),
}
type Variables = typeof variables

/** Each function's env.ts picks what it needs; of the others no schema is made, which a cold start would wait for. */
export const environmentVariables = {
  pick: <Name extends keyof Variables>(names: Readonly<Record<Name, true>>) => {
    const isPicked = (name: string): name is Name => name in names
    const picked = Object.keys(variables)
      .filter(isPicked)
      .map((name) => [name, variables[name]()] as const)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the picked names with what each of them makes
    return z.object(Object.fromEntries(picked) as { [One in Name]: ReturnType<Variables[One]> })
  },
}

/**
 * Reads what one function's env.ts picks of `environmentVariables`, once, at cold start.
 * Throws an error that names every missing or wrong variable.
 */
export const readEnvironment = <Schema extends z.ZodObject>(
  picked: Schema,
  source: Readonly<Record<string, string | undefined>>,
): z.output<Schema> => {
  // Read once: compiling a function for it, as zod does for objects, would take longer.
  const result = picked.safeParse(source, { jitless: true })
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`environment: ${faults.join('; ')}`)
}
