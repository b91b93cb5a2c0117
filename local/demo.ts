import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { toIso } from '../shared/clock.ts'
import { rosterRoutes } from '../shared/contracts/roster-routes.ts'
import { createApiClient, type ApiClient } from './demo/api-client.ts'
import { checkOutbox } from './demo/expected-sms.ts'
import { importRoster } from './demo/import-roster.ts'
import { boardLines } from './demo/print-board.ts'
import {
  approveWarning,
  awaitReceipts,
  followBoard,
  issueWarning,
  previewWarning,
  type Board,
  type Preview,
} from './demo/warn-areas.ts'
import { logIn } from './log-in.ts'
import { putSeedUsers } from './put-seed-users.ts'
import { startLocal, type LocalRun } from './run.ts'
import { isSeedPhone } from './seed-users.ts'
import { sampleRoster } from './sample/sample-roster.ts'
import type { OutboxEntry } from './sns/outbox.ts'
import type { SmsSettingsInput } from './sns/sms-faults.ts'
import { synthesize } from './synthesize.ts'

const usage = `Usage: npm run demo -- [--roster FILE] [--areas CODE,CODE] [--rate N] [--json]
  --roster  a roster file (.csv, .csv.gz, .xlsx); the project's made-up sample without it
  --areas   whom to warn; two districts of the sample without it
  --rate    SMS a second, 0 for unlimited; 100 without it`

const slowestPerSecond = 50

/** Carriers of the sample's numbers: most confirm, one never says a word, some phones are switched off. */
const receipts: SmsSettingsInput['receipts'] = [
  { phonePrefix: '+85620550002', outcome: 'none' },
  {
    phonePrefix: '+856205500012',
    outcome: 'undelivered',
    providerResponse: 'Phone is currently unreachable/unavailable',
  },
]

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const describePreview = (preview: Preview): string =>
  `Preview: ${preview.recipients} people in ${preview.villages} villages, ${preview.villagesWithoutContact} without anyone to write to, ` +
  `${preview.parts} SMS parts, about ${preview.costUsd} USD` +
  (preview.minutes === null ? '' : `, ${preview.minutes} minutes`)

/** Which officers were told that a warning waits for them, and in which words; at night they also get other notices. */
const describeNotices = (outbox: readonly OutboxEntry[]): string => {
  const notices = outbox.filter(({ phone, text }) => isSeedPhone(phone) && /approval|ອະນຸມັດ/.test(text))
  const inEnglish = notices.find(({ text }) => text.includes('approval'))
  return `Told by SMS that a warning waits: ${notices.length} officers (“${inEnglish?.text ?? ''}”)`
}

/** Tells how far sending is, at most once for each tenth. */
const createTeller = () => {
  let told = -1
  return (board: Board): void => {
    const { accepted, delivered, rejected, pending, sending } = board.totals
    const known = Object.values(board.totals).reduce((sum, count) => sum + count, 0)
    const toGo = pending + sending
    const tenth = known === 0 ? 0 : Math.floor(((known - toGo) * 10) / known)
    if (tenth === told) return
    told = tenth
    say(`  ${toGo} to go, ${accepted} accepted, ${delivered} delivered, ${rejected} rejected`)
  }
}

const signIn = async (run: LocalRun, username: string): Promise<ApiClient> =>
  createApiClient(run.origin, (await logIn(run.issuerOrigin, username)).accessToken)

/** The main job from end to end: a roster in, a warning out, and a look at what became of each SMS. */
const demonstrate = async (run: LocalRun, roster: string, areas: readonly string[]) => {
  const startedAtMs = Date.now()
  await putSeedUsers(run, { withPhones: true })
  const admin = await signIn(run, 'admin')
  const isSample = roster === sampleRoster
  const imported = await importRoster(admin, roster)
  const counts = imported.plan?.counts
  say(
    `Roster imported: ${counts?.villagesAdded ?? 0} villages, ${counts?.membersAdded ?? 0} members, ${counts?.warnings ?? 0} warnings`,
  )
  if (isSample) {
    await admin(rosterRoutes.setVillagesExpected, {
      params: { district: '1308' },
      body: { villagesExpected: 24 },
    })
  }

  const officer = await signIn(run, isSample ? 'officer.savannakhet' : 'officer.national')
  say(describePreview(await previewWarning(officer, areas)))
  const issuedAtMs = Date.now()
  const second = await signIn(run, 'officer2.national')
  const alertId = await issueWarning(officer, areas, toIso(issuedAtMs + 12 * 3_600_000))
  await approveWarning(second, alertId)
  say(
    `Warning submitted by one officer, approved by another: issued to ${areas.join(' and ')} as an exercise`,
  )
  const mostSeconds = 60 + (counts?.members ?? 0) / slowestPerSecond
  await followBoard(officer, alertId, { mostSeconds, tell: createTeller() })
  const sendingSeconds = (Date.now() - issuedAtMs) / 1000
  const board = await awaitReceipts(officer, alertId, { mostSeconds: 10, quietSeconds: 1.5 })

  say(['', ...(await boardLines(officer, board)), ''].join('\n'))
  const outbox = run.outbox.read()
  say(describeNotices(outbox))
  const check = await checkOutbox(
    roster,
    areas,
    outbox.filter(({ phone }) => !isSeedPhone(phone)),
  )
  const { accepted, delivered, undelivered, unknown } = board.totals
  return {
    villages: check.villages,
    recipients: check.recipients,
    /** What the gateway took, whatever a carrier said of it since. */
    accepted: accepted + delivered + undelivered + unknown,
    rejected: board.totals.rejected,
    missing: check.missing,
    duplicates: check.duplicates,
    seconds: Math.round((Date.now() - startedAtMs) / 100) / 10,
    delivered: board.totals.delivered,
    undelivered: board.totals.undelivered,
    withoutReceipt: board.totals.accepted,
    sendingSeconds,
  }
}

const main = async (): Promise<boolean> => {
  const { values } = parseArgs({
    options: {
      roster: { type: 'string', default: sampleRoster },
      areas: { type: 'string', default: '1308,1309' },
      rate: { type: 'string', default: '100' },
      json: { type: 'boolean', default: false },
    },
  })
  const dataFolder = await mkdtemp(join(tmpdir(), 'siang-demo-'))
  const assemblyFolder = await synthesize('local', resolve(import.meta.dirname, '../.data/assemblies'))
  const run = await startLocal({
    assemblyFolder,
    dataFolder,
    environment: { SMS_PER_SECOND: values.rate },
    sms: { receipts },
  })
  try {
    const areas = values.areas.split(',').filter((code) => code !== '')
    const { sendingSeconds, ...result } = await demonstrate(run, resolve(values.roster), areas)
    const isRight = result.missing === 0 && result.duplicates === 0 && result.accepted === result.recipients
    say(
      `${result.recipients} recipients: ${result.accepted} accepted by the gateway, ${result.rejected} rejected, ` +
        `${result.missing} missing, ${result.duplicates} twice; sent in ${sendingSeconds.toFixed(1)} s` +
        ` (${Math.round(result.accepted / sendingSeconds)} SMS/s)`,
    )
    say(
      `Receipts: ${result.delivered} delivered, ${result.undelivered} undelivered, ` +
        `${result.withoutReceipt} accepted without a word from the carrier`,
    )
    say(isRight ? 'Every recipient has exactly one SMS.' : 'NOT every recipient has exactly one SMS.')
    if (values.json) say(JSON.stringify(result))
    return isRight
  } finally {
    await run.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`)
  process.exitCode = 1
}
