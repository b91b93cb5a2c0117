import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { createApiClient } from '../../local/demo/api-client.ts'
import { checkOutbox } from '../../local/demo/expected-sms.ts'
import { importRoster } from '../../local/demo/import-roster.ts'
import { issueWarning } from '../../local/demo/warn-areas.ts'
import { logIn } from '../../local/log-in.ts'
import { readOutbox } from '../../local/sns/outbox.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { toIso } from '../../shared/clock.ts'
import { completedBoard, until } from './support/siang.ts'

const addresses = z.object({ origin: z.url(), issuerOrigin: z.url(), outbox: z.string() })
const smsPerSecond = '60'

describe('a machine that dies in mid-send', () => {
  let dataFolder: string
  let runner: ChildProcess

  const startRunner = async (secondsOff: number): Promise<z.output<typeof addresses>> => {
    const script = join(import.meta.dirname, 'support/run-siang.ts')
    const given = [inject('assemblyFolder'), dataFolder, smsPerSecond, String(secondsOff)]
    runner = spawn(process.execPath, [script, ...given], { stdio: ['ignore', 'pipe', 'inherit'] })
    if (runner.stdout === null) throw new Error('the runner has no output')
    for await (const line of createInterface({ input: runner.stdout }))
      return addresses.parse(JSON.parse(line))
    throw new Error('the runner ended before it was ready')
  }

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'siang-kill-'))
  })
  afterAll(async () => {
    if (runner.exitCode === null) {
      runner.kill('SIGTERM')
      await once(runner, 'exit')
    }
    await rm(dataFolder, { recursive: true, force: true })
  })

  it('serves every recipient after it is started again a minute later, and marks whoever may have got two', async () => {
    const before = await startRunner(0)
    const admin = createApiClient(before.origin, (await logIn(before.issuerOrigin, 'admin')).accessToken)
    await importRoster(admin, sampleRoster)
    const officer = createApiClient(
      before.origin,
      (await logIn(before.issuerOrigin, 'officer.savannakhet')).accessToken,
    )
    const alertId = await issueWarning(officer, ['1308', '1309'], toIso(Date.now() + 24 * 3_600_000))
    await until(
      async () => readOutbox(before.outbox).length,
      (sent) => sent >= 100,
      30,
    )
    runner.kill('SIGKILL')
    await once(runner, 'exit')
    const sentAtKill = readOutbox(before.outbox).length

    const after = await startRunner(60)
    const again = createApiClient(
      after.origin,
      (await logIn(after.issuerOrigin, 'officer.savannakhet')).accessToken,
    )
    const board = await completedBoard(again, alertId, 60)

    const check = await checkOutbox(sampleRoster, ['1308', '1309'], readOutbox(after.outbox))
    expect(sentAtKill).toBeLessThan(check.recipients)
    expect(check.missing).toBe(0)
    expect(board.totals.accepted).toBe(check.recipients)
    // Six senders at most were at work, each on one village at a time while the rate is limited.
    expect(check.duplicates).toBeLessThanOrEqual(6 * 9)
  }, 120_000)
})
