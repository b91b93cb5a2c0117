import { parseStage, type StageName, type StageSettings } from './stage-settings.ts'

/** Where Siang runs on AWS: of the Regions that send SMS the nearest to Laos. */
export const region = 'ap-southeast-1'

/** Functions and queues as both stages on AWS have them. */
const onAws = {
  functions: {
    'roster-api': { memoryMb: 512, timeoutSeconds: 29 },
    'roster-import': { memoryMb: 2048, timeoutSeconds: 300 },
    'alerts-api': { memoryMb: 512, timeoutSeconds: 29 },
    'operations-api': { memoryMb: 512, timeoutSeconds: 29 },
    public: { memoryMb: 512, timeoutSeconds: 10 },
    'fan-out': { memoryMb: 512, timeoutSeconds: 60 },
    'send-sms': { memoryMb: 512, timeoutSeconds: 60 },
    receipts: { memoryMb: 512, timeoutSeconds: 60 },
    tick: { memoryMb: 512, timeoutSeconds: 50 },
  },
  queues: {
    imports: { visibilitySeconds: 1800, maxConcurrency: 2, maxReceives: 5 },
    'fan-out-urgent': { visibilitySeconds: 360, maxConcurrency: 2, maxReceives: 5 },
    'fan-out-routine': { visibilitySeconds: 360, maxConcurrency: 2, maxReceives: 5 },
    first: { visibilitySeconds: 360, maxConcurrency: 2, maxReceives: 5 },
    urgent: { visibilitySeconds: 360, maxConcurrency: 2, maxReceives: 5 },
    routine: { visibilitySeconds: 360, maxConcurrency: 2, maxReceives: 5 },
    'early-receipts': { visibilitySeconds: 360, maxConcurrency: 2, maxReceives: 5 },
  },
} as const

/** Who must agree to what, and how long messages hold, as in all stages but where people only try things. */
const care = {
  secondPersonLevels: ['warning', 'evacuate', 'all-clear'],
  breakGlassMinutes: { evacuate: 0, warning: 10 },
  reviewHours: 24,
  notices: {
    againMinutes: 5,
    callAgainMinutes: 30,
    beforeExpiryMinutes: 60,
    notEndedHours: 6,
    notEndedTimes: 4,
  },
  expiryHours: {
    'flash-flood': 6,
    evacuate: 12,
    warning: 24,
    'all-clear': 24,
    cancel: 24,
    watch: 48,
    prepare: 168,
  },
  adminRequestHours: 168,
  // All of Laos twice, the largest province and the largest district some five times.
  recipientsPerOfficerAndHour: { country: 100_000, province: 25_000, district: 5_000 },
} as const

/** Made up, as everything of a local run: `local` publishes so that the feed can be looked at. */
const madeUpAuthority = {
  sender: 'siang-demo@example.org',
  senderName: { lo: 'ອົງການສົມມຸດ (ທົດລອງ)', en: 'Made-up authority (demo)' },
  web: 'https://example.org/warnings',
  sinceIso: '2026-01-01T00:00:00+07:00',
  modes: ['actual', 'exercise', 'test'],
  levels: ['prepare', 'watch', 'warning', 'evacuate'],
  areas: ['LA'],
  preparedness: false,
} as const

/** The rainy season begins in May; floods come from June on. */
const preparedness = {
  preparednessPerMonth: 2,
  rainsBegin: { standard: '05-01', byProvince: {} },
  reconfirmDays: 30,
} as const

/** How SMS go out, and when somebody must be called. */
const sending = {
  drillsReach: 'phones',
  senderId: 'SIANG',
  smsPerSecond: 20,
  smsRateCounts: 'messages',
  quotaProbeSeconds: 60,
  pricePerPartUsd: 0.06,
  receiptOverdueSeconds: 72 * 3600,
  proofMinutes: 10,
  nightHours: { from: 22, until: 6 },
  tickMinutes: 1,
} as const

const local = {
  ...care,
  ...sending,
  ...preparedness,
  // A demonstration runs at any time of the day.
  quietHours: null,
  name: 'local',
  runsOn: 'one machine',
  actualAllowed: true,
  unreviewedAllowed: true,
  leaseSeconds: 10,
  barrierSeconds: 30,
  recoverySeconds: 15,
  functions: {
    'roster-api': { memoryMb: 512, timeoutSeconds: 29 },
    'roster-import': { memoryMb: 2048, timeoutSeconds: 60 },
    'alerts-api': { memoryMb: 512, timeoutSeconds: 29 },
    'operations-api': { memoryMb: 512, timeoutSeconds: 29 },
    public: { memoryMb: 512, timeoutSeconds: 10 },
    'fan-out': { memoryMb: 512, timeoutSeconds: 20 },
    'send-sms': { memoryMb: 512, timeoutSeconds: 15 },
    receipts: { memoryMb: 512, timeoutSeconds: 15 },
    tick: { memoryMb: 512, timeoutSeconds: 30 },
  },
  queues: {
    imports: { visibilitySeconds: 75, maxConcurrency: 2, maxReceives: 5 },
    'fan-out-urgent': { visibilitySeconds: 30, maxConcurrency: 2, maxReceives: 5 },
    'fan-out-routine': { visibilitySeconds: 30, maxConcurrency: 2, maxReceives: 5 },
    // A batch of ten first contacts is sent in 0.1 s at 100 SMS/s: two senders could not keep that up, nor make way.
    first: { visibilitySeconds: 25, maxConcurrency: 6, maxReceives: 5 },
    urgent: { visibilitySeconds: 25, maxConcurrency: 4, maxReceives: 5 },
    routine: { visibilitySeconds: 25, maxConcurrency: 2, maxReceives: 5 },
    'early-receipts': { visibilitySeconds: 25, maxConcurrency: 2, maxReceives: 5 },
  },
  logRetentionDays: 7,
  keepData: false,
  signInNeedsSecondFactor: false,
  capAuthority: madeUpAuthority,
  consoleOrigins: [],
  apiRequestsPerSecond: 100,
  publicRequestsPerSecond: 100,
  anchorLockDays: 0,
} as const

const test = {
  ...local,
  name: 'test',
  secondPersonLevels: [],
  smsPerSecond: 0,
  quotaProbeSeconds: 2,
  leaseSeconds: 3,
  barrierSeconds: 6,
  recoverySeconds: 5,
  receiptOverdueSeconds: 60,
  proofMinutes: 0,
  functions: {
    'roster-api': { memoryMb: 512, timeoutSeconds: 15 },
    'roster-import': { memoryMb: 1024, timeoutSeconds: 20 },
    'alerts-api': { memoryMb: 512, timeoutSeconds: 15 },
    'operations-api': { memoryMb: 512, timeoutSeconds: 15 },
    public: { memoryMb: 512, timeoutSeconds: 10 },
    'fan-out': { memoryMb: 512, timeoutSeconds: 6 },
    'send-sms': { memoryMb: 512, timeoutSeconds: 5 },
    receipts: { memoryMb: 512, timeoutSeconds: 5 },
    tick: { memoryMb: 512, timeoutSeconds: 10 },
  },
  queues: {
    imports: { visibilitySeconds: 24, maxConcurrency: 2, maxReceives: 3 },
    'fan-out-urgent': { visibilitySeconds: 10, maxConcurrency: 2, maxReceives: 3 },
    'fan-out-routine': { visibilitySeconds: 10, maxConcurrency: 2, maxReceives: 3 },
    first: { visibilitySeconds: 8, maxConcurrency: 2, maxReceives: 3 },
    urgent: { visibilitySeconds: 8, maxConcurrency: 2, maxReceives: 3 },
    routine: { visibilitySeconds: 8, maxConcurrency: 2, maxReceives: 3 },
    'early-receipts': { visibilitySeconds: 8, maxConcurrency: 2, maxReceives: 3 },
  },
} as const

const dev = {
  ...onAws,
  ...care,
  ...sending,
  ...preparedness,
  // Nobody is woken by a message that can wait.
  quietHours: { from: 20, until: 7 },
  name: 'dev',
  runsOn: 'AWS',
  actualAllowed: false,
  unreviewedAllowed: true,
  leaseSeconds: 45,
  barrierSeconds: 300,
  recoverySeconds: 120,
  logRetentionDays: 30,
  keepData: true,
  signInNeedsSecondFactor: false,
  consoleOrigins: ['http://localhost:8080'],
  apiRequestsPerSecond: 50,
  publicRequestsPerSecond: 5,
  anchorLockDays: 7,
} as const

/**
 * Write the console's address into `consoleOrigins` before the first person signs in. `capAuthority` waits for the
 * agreement of the competent authority (docs/cap.md).
 */
const prod = {
  ...dev,
  name: 'prod',
  actualAllowed: true,
  unreviewedAllowed: false,
  logRetentionDays: 365,
  signInNeedsSecondFactor: true,
  consoleOrigins: [],
  apiRequestsPerSecond: 200,
  publicRequestsPerSecond: 10,
  anchorLockDays: 3653,
} as const

const stages = { local, test, dev, prod }

/** The stages by name, `local` first. */
export const stageNames: readonly StageName[] = ['local', 'test', 'dev', 'prod']

/** The checked settings of a stage. Throws where there is no stage of that name or its settings break a rule. */
export const readStage = (name: string): StageSettings => {
  const found = stageNames.find((known) => known === name)
  if (found === undefined)
    throw new Error(`There is no stage of that name. Stages: ${stageNames.join(', ')}.`)
  return parseStage(stages[found])
}
