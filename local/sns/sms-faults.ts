import { z } from 'zod'
import { createPrefixPicker } from './pick-by-prefix.ts'
import { createReceiptPlanner, type PlannedReceipt, receiptRuleSchema } from './receipt-rules.ts'

const faultSchema = z.strictObject({
  /** Phones that begin with this meet the fault; the longest prefix that matches counts. */
  phonePrefix: z.string().regex(/^\+\d*$/),
  /** HTTP status and error code to answer with, for instance 400 and Throttling (table of SNS errors). */
  status: z.number().int().min(400).max(599).optional(),
  code: z.string().default('InternalError'),
  message: z.string().default('A fault of the local run'),
  latencyMs: z.number().min(0).optional(),
  /** Never answers; the caller's own time limit has to end it. */
  hang: z.boolean().default(false),
  /** The SMS goes out although the answer says otherwise or never comes. */
  sendsAnyway: z.boolean().default(false),
  /** Only for the first so many messages to this prefix. */
  times: z.number().int().min(1).optional(),
})

const smsSettingsSchema = z.strictObject({
  latencyMs: z.number().min(0).default(0),
  /** Above this, answers are 400 Throttling. 0 is unlimited. */
  maxPerSecond: z.number().min(0).default(0),
  faults: z.array(faultSchema).default([]),
  /** What carriers say later. By default one operator (020 2…) never says a word, as some do. */
  receipts: z.array(receiptRuleSchema).default([{ phonePrefix: '+856202', outcome: 'none', copies: 1 }]),
  /** The same seed gives the same delays. */
  seed: z.number().int().default(1),
})

/** What a caller may set of the SMS endpoint's behaviour; see `smsSettingsSchema` for the defaults. */
export type SmsSettingsInput = z.input<typeof smsSettingsSchema>
export type SmsSettings = z.infer<typeof smsSettingsSchema>
type SmsFault = SmsSettings['faults'][number]

/** Parses settings; throws a ZodError. */
export function parseSmsSettings(input: unknown): SmsSettings {
  return smsSettingsSchema.parse(input)
}

/** Decides for each message what goes wrong with it, counting as it goes. */
export type SmsFaults = {
  settings: () => SmsSettings
  set: (settings: SmsSettings) => void
  /** Whether one more message at this time is over the rate. */
  isOverRate: (nowEpochMs: number) => boolean
  faultFor: (phone: string) => SmsFault | undefined
  /** What the carrier will say of an SMS that goes out. */
  receiptsFor: (phone: string) => PlannedReceipt[]
}

/** Keeps the settings and the counters that they need. */
export function createSmsFaults(initial: SmsSettings): SmsFaults {
  let current = initial
  let pickFault = createPrefixPicker(initial.faults)
  let planReceipts = createReceiptPlanner(initial.receipts, initial.seed)
  let second = 0
  let inSecond = 0
  return {
    settings: () => current,
    set: (settings) => {
      current = settings
      pickFault = createPrefixPicker(settings.faults)
      planReceipts = createReceiptPlanner(settings.receipts, settings.seed)
    },
    isOverRate: (nowEpochMs) => {
      if (current.maxPerSecond === 0) return false
      const thisSecond = Math.floor(nowEpochMs / 1000)
      if (thisSecond !== second) [second, inSecond] = [thisSecond, 0]
      inSecond += 1
      return inSecond > current.maxPerSecond
    },
    faultFor: (phone) => pickFault(phone),
    receiptsFor: (phone) => planReceipts(phone),
  }
}
