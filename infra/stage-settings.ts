import { z } from 'zod'
import { consumers, functionNames, queueNames } from './names.ts'

const monthAndDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
const seconds = (most: number) => z.number().int().min(1).max(most)

/** `timeoutSeconds` ends an invocation; 900 is what Lambda allows. */
const functionSettings = z.strictObject({
  memoryMb: z.number().int().min(256).max(10_240),
  timeoutSeconds: seconds(900),
})

/**
 * `visibilitySeconds`: how long a message that was taken stays hidden. `maxConcurrency`: how many invocations
 * work off the queue at once; AWS allows no less than 2. `maxReceives`: tries before the dead-letter queue.
 */
const queueSettings = z.strictObject({
  visibilitySeconds: seconds(43_200),
  maxConcurrency: z.number().int().min(2).max(1000),
  maxReceives: z.number().int().min(3).max(20),
})

/** As shared/domain has them (held by a test). */
export const levels = ['prepare', 'watch', 'warning', 'evacuate', 'all-clear', 'cancel'] as const
const hours = z.number().int().min(1).max(720)
const recipients = z.number().int().min(1).max(1_000_000)

/**
 * The authority that has agreed, in writing, that its alerts are published as CAP 1.2, and which ones. `sender` knows
 * no spaces, commas, `<` or `&` (CAP 1.2, 3.2.1). `levels`: with which an alert becomes public; what follows it is too.
 */
const capAuthority = z.strictObject({
  sender: z.string().regex(/^[^\s,<&]{3,200}$/),
  senderName: z.strictObject({ lo: z.string().min(3).max(200), en: z.string().min(3).max(200) }),
  web: z.url({ protocol: /^https$/ }),
  /** A number or address that the authority publishes itself; never that of a person. */
  contact: z.string().min(3).max(200).optional(),
  sinceIso: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/),
  modes: z.array(z.enum(['actual', 'exercise', 'test'])).min(1),
  levels: z.array(z.enum(['prepare', 'watch', 'warning', 'evacuate'])).min(1),
  /** Codes of provinces and districts, or `LA`. */
  areas: z.array(z.string().regex(/^(LA|\d{2}|\d{4})$/)).min(1),
  preparedness: z.boolean(),
})

const stageShape = z.strictObject({
  name: z.enum(['local', 'test', 'dev', 'prod']),
  runsOn: z.enum(['one machine', 'AWS']),
  /** Whether alerts in mode `actual` may be issued. */
  actualAllowed: z.boolean(),
  /** Whether exercises and tests send SMS unless their officer says otherwise; `nobody`: they never do. */
  drillsReach: z.enum(['phones', 'nobody']),
  /** What texts name as desk where a district has no number of its own, as people dial it. */
  fallbackDeskPhone: z
    .string()
    .regex(/^(?:1\d{2,3}|0[\d ]{8,15})$/)
    .optional(),
  /** Whether they may be written from templates that nobody has reviewed in each language. */
  unreviewedAllowed: z.boolean(),
  /** Levels that one officer submits and another one approves. */
  secondPersonLevels: z.array(z.enum(levels)),
  /** How long others have to answer before one officer may issue the level alone; no entry: never. */
  breakGlassMinutes: z.partialRecord(z.enum(levels), z.number().int().min(0).max(120)),
  /** Until when another officer must have looked at what one did alone. */
  reviewHours: hours,
  /**
   * When officers are told again of what waits and of villages without proof, before and after what they issued ends,
   * and how often of what nobody has ended.
   */
  notices: z.strictObject({
    againMinutes: z.number().int().min(1).max(60),
    callAgainMinutes: z.number().int().min(5).max(360),
    beforeExpiryMinutes: z.number().int().min(5).max(360),
    notEndedHours: hours,
    notEndedTimes: z.number().int().min(1).max(12),
  }),
  /** How long a message holds where the officer does not say; the shorter one of hazard and level. */
  expiryHours: z.record(z.enum([...levels, 'flash-flood']), hours),
  /** How long what makes an admin waits for a second one. */
  adminRequestHours: hours,
  /** How many people one officer may write to within an hour, by the widest area that they have. */
  recipientsPerOfficerAndHour: z.strictObject({
    country: recipients,
    province: recipients,
    district: recipients,
  }),
  /** What phones show as sender: 3–11 letters, digits or hyphens, at least one letter (SNS developer guide). */
  senderId: z.string().regex(/^(?=.*[A-Za-z])[A-Za-z0-9-]{3,11}$/),
  /** The account's rate; 0 is unlimited. */
  smsPerSecond: z.number().int().min(0).max(1000),
  /** What the rate counts: some routes of SNS count each part of a long SMS. */
  smsRateCounts: z.enum(['messages', 'parts']),
  /** While the account has no quota left, one sender tries after so long. */
  quotaProbeSeconds: seconds(3600),
  pricePerPartUsd: z.number().min(0).max(1),
  /** How long a sender holds one wave of one village. */
  leaseSeconds: seconds(600),
  /** After this long second contacts are written to, answer or not of the first ones. */
  barrierSeconds: seconds(3600),
  /** How long open work may lie still before `tick` takes it up again. */
  recoverySeconds: seconds(3600),
  /** After so long without a receipt a delivery is unknown. CloudWatch may have receipts up to 72 hours late. */
  receiptOverdueSeconds: seconds(96 * 3600),
  /** A village without a proof of delivery must be called after so long. */
  proofMinutes: z.number().int().min(0).max(1440),
  /** Hours in Laos in which an SMS wakes nobody: warnings and evacuations issued then are called at once. */
  nightHours: z.strictObject({
    from: z.number().int().min(0).max(23),
    until: z.number().int().min(0).max(23),
  }),
  /**
   * Hours in Laos in which routine messages, exercises and tests rest; null: none. Actual warnings never do. A run in
   * mid-send goes on when they end.
   */
  quietHours: z
    .strictObject({ from: z.number().int().min(0).max(23), until: z.number().int().min(0).max(23) })
    .refine(({ from, until }) => from !== until, 'from and until must differ; null is none')
    .nullable(),
  /** Preparedness messages that a village gets in a calendar month, unless an officer says why it needs more. */
  preparednessPerMonth: z.number().int().min(1).max(31),
  /** When the rains begin (MM-DD): schedules before the rains count back from there. */
  rainsBegin: z.strictObject({
    standard: monthAndDay,
    byProvince: z.record(z.string().regex(/^\d{2}$/), monthAndDay),
  }),
  /** So many days before its run an officer is asked whether a yearly schedule is still wanted. */
  reconfirmDays: z.number().int().min(1).max(180),
  tickMinutes: z.number().int().min(1).max(15),
  functions: z.record(z.enum(functionNames), functionSettings),
  queues: z.record(z.enum(queueNames), queueSettings),
  logRetentionDays: z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(180), z.literal(365)]),
  /** Tables, bucket and users outlive the stack, and a table is not deleted before its protection is lifted. */
  keepData: z.boolean(),
  signInNeedsSecondFactor: z.boolean(),
  /** Without one nothing is public: the feed answers 404, and no function may read what it would show. */
  capAuthority: capAuthority.optional(),
  /** Where the console is served; nobody can sign in to a stage without one. */
  consoleOrigins: z.array(z.url({ protocol: /^https?$/ }).refine((url) => new URL(url).origin === url)),
  apiRequestsPerSecond: z.number().int().min(1).max(10_000),
  /** Of each route without login: what anybody may ask for must not use up the account's concurrent functions. */
  publicRequestsPerSecond: z.number().int().min(1).max(1000),
  /**
   * For so many days nobody, not even the account's owner, can change or delete what was anchored of the audit. 0 is
   * no lock, which is all that the S3 stand-in of one machine can do.
   */
  anchorLockDays: z.number().int().min(0).max(36_500),
})

/** Everything that differs between stages. */
export type StageSettings = Readonly<z.infer<typeof stageShape>>
export type StageName = StageSettings['name']

/** Villages of Laos by six committee members each. */
const recipientsInLaos = 7860 * 6
/** HTTP API gives up on a function after 30 s. */
const apiTimeoutSeconds = 29

function* faultsOf(stage: StageSettings): Generator<string> {
  const timeoutOf = (name: keyof StageSettings['functions']) => stage.functions[name].timeoutSeconds
  const onAws = stage.runsOn === 'AWS'
  if (!onAws && stage.anchorLockDays > 0) yield 'anchorLockDays must be 0 on one machine'
  if (stage.leaseSeconds >= timeoutOf('send-sms')) yield 'leaseSeconds must be below the timeout of send-sms'
  if (stage.recoverySeconds <= stage.leaseSeconds) yield 'recoverySeconds must be above leaseSeconds'
  // What was superseded stays halted for so long: every sender that had read it before must have ended.
  if (stage.recoverySeconds < timeoutOf('send-sms'))
    yield 'recoverySeconds must not be below the timeout of send-sms'
  if (stage.barrierSeconds <= stage.leaseSeconds) yield 'barrierSeconds must be above leaseSeconds'
  if (timeoutOf('tick') >= stage.tickMinutes * 60) yield 'the timeout of tick must be below tickMinutes'
  for (const name of ['roster-api', 'alerts-api', 'operations-api', 'public'] as const) {
    if (timeoutOf(name) > apiTimeoutSeconds)
      yield `the timeout of ${name} must be at most ${apiTimeoutSeconds} s`
  }
  for (const name of queueNames) {
    const timeout = timeoutOf(consumers[name])
    // AWS refuses a mapping whose function may outlive the visibility, and advises six times the timeout.
    const least = onAws ? 6 * timeout : timeout + stage.leaseSeconds
    if (stage.queues[name].visibilitySeconds < least)
      yield `visibilitySeconds of ${name} must be at least ${least}`
  }
  const { country, province, district } = stage.recipientsPerOfficerAndHour
  if (country < province || province < district)
    yield 'recipientsPerOfficerAndHour must not give a smaller area more than a larger one'
  if (country < recipientsInLaos)
    yield `recipientsPerOfficerAndHour must let one officer warn all of Laos, ${recipientsInLaos} people`
  if (stage.breakGlassMinutes['all-clear'] !== undefined)
    yield 'nobody gives an all-clear by breakGlassMinutes'
  if (stage.secondPersonLevels.includes('cancel')) yield 'a cancel must not wait for a second person'
  if (!onAws) return
  const needsSecond = (level: (typeof levels)[number]) => stage.secondPersonLevels.includes(level)
  if (stage.actualAllowed && !(needsSecond('warning') && needsSecond('evacuate')))
    yield 'actualAllowed on AWS needs a second person for warning and evacuate'
  if (stage.smsPerSecond === 0) yield 'smsPerSecond must name the rate of the account'
  if (stage.name === 'prod' && stage.unreviewedAllowed)
    yield 'prod must refuse templates that nobody reviewed'
  if (!stage.keepData) yield 'keepData must be true on AWS'
  if (stage.anchorLockDays === 0) yield 'anchorLockDays must be at least 1 on AWS'
  if (stage.name === 'prod' && stage.anchorLockDays < 365) yield 'anchorLockDays of prod must be at least 365'
  if (stage.name === 'prod' && !stage.signInNeedsSecondFactor) yield 'prod needs a second factor to sign in'
  if (stage.name === 'prod' && stage.consoleOrigins.some((origin) => !origin.startsWith('https:'))) {
    yield 'the console of prod must be served over https'
  }
}

/** Checks the settings of one stage. Throws with every rule that they break. */
export const parseStage = (input: unknown): StageSettings =>
  stageShape
    .superRefine((stage, context) => {
      for (const message of faultsOf(stage)) context.addIssue({ code: 'custom', message })
    })
    .parse(input)
