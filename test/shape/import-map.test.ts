import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What each place may not import, one probe a border of the table in docs/architecture.md. */
const forbidden = [
  ['shared/domain/probe-1.ts', '../contracts/alerts.ts'],
  ['shared/domain/probe-2.ts', '../store/alert-store.ts'],
  ['shared/domain/probe-3.ts', 'zod'],
  ['shared/domain/roster/probe.ts', '../../clock.ts'],
  ['shared/contracts/probe-1.ts', '../store/alert-store.ts'],
  ['shared/contracts/probe-2.ts', 'node:crypto'],
  ['shared/store/probe-1.ts', '../middleware/http-handler.ts'],
  ['shared/store/probe-2.ts', '../../functions/tick/run-tick.ts'],
  ['shared/gateway/sns/probe.ts', '../../middleware/safe-error.ts'],
  ['shared/middleware/probe-1.ts', '@aws-sdk/client-sns'],
  ['shared/middleware/probe-2.ts', '../store/alert-store.ts'],
  ['functions/send-sms/probe-1.ts', '@aws-sdk/client-sns'],
  ['functions/send-sms/probe-2.ts', '../fan-out/fan-out-district.ts'],
  ['functions/send-sms/probe-3.ts', '../../shared/gateway/sns/sns-gateway.ts'],
  ['functions/send-sms/probe-4.ts', '../../infra/stages.ts'],
  ['functions/send-sms/probe-5.ts', '../../shared/store/clients.ts'],
  ['functions/send-sms/nested/probe.ts', '../../fan-out/fan-out-district.ts'],
  ['functions/fan-out/deps.ts', '../send-sms/send-batch.ts'],
  ['functions/fan-out/build-handler.ts', '../send-sms/send-batch.ts'],
  ['infra/probe-4.ts', '../shared/contracts/roster.ts'],
  ['functions/send-sms/deps.ts', '../../shared/middleware/http-handler.ts'],
  ['functions/send-sms/build-handler.ts', '@aws-sdk/client-sns'],
  ['infra/probe-1.ts', '../functions/tick/run-tick.ts'],
  ['infra/probe-2.ts', '../shared/domain/alert.ts'],
  ['infra/probe-3.ts', '../shared/store/alert-store.ts'],
  ['functions/tick/probe.ts', '../public/get-health.ts'],
  ['web/src/probe-1.ts', '../../shared/contracts/alerts.ts'],
  ['web/src/probe-2.ts', '../../shared/store/alert-store.ts'],
  ['web/src/probe-3.ts', 'zod'],
  ['web/src/screens/home/probe.ts', '../../../../functions/tick/run-tick.ts'],
  ['web/src/api/probe.ts', 'node:crypto'],
  ['web/src/ui/probe.ts', '../../../infra/console-headers.ts'],
  ['functions/send-sms/probe-6.ts', '../../web/src/signal.ts'],
  ['shared/domain/probe-4.ts', '../../web/src/signal.ts'],
  ['shared/contracts/probe-3.ts', '../../web/src/signal.ts'],
  ['infra/probe-5.ts', '../web/src/signal.ts'],
] as const

const allowed = [
  ['shared/domain/fine.ts', './alert.ts'],
  ['shared/store/fine.ts', '../domain/alert.ts'],
  ['functions/send-sms/fine.ts', '../../shared/domain/alert.ts'],
  ['infra/fine.ts', '../shared/tables.ts'],
  ['web/src/fine.ts', '../../shared/domain/coverage.ts'],
] as const

describe('the table of who may import whom', () => {
  let folder: string
  let refused: ReadonlySet<string>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'siang-imports-'))
    await cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    await Promise.all(
      [...forbidden, ...allowed].map(async ([file, specifier]) => {
        await mkdir(dirname(join(folder, file)), { recursive: true })
        await writeFile(
          join(folder, file),
          `import { thing } from '${specifier}'\nexport const use = thing\n`,
        )
      }),
    )
    const { stdout } = await promisify(execFile)(
      join(root, 'node_modules/.bin/oxlint'),
      ['--format=json', '.'],
      { cwd: folder },
    ).catch((error: { stdout: string }) => error)
    const report: { diagnostics: { code: string; filename: string }[] } = JSON.parse(stdout)
    refused = new Set(
      report.diagnostics
        .filter(({ code }) => code.includes('no-restricted-imports'))
        .map(({ filename }) => filename),
    )
  }, 30_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each(forbidden)('keeps %s from importing %s', (file) => {
    expect([...refused]).toContain(file)
  })

  it.each(allowed)('lets %s import %s', (file) => {
    expect([...refused]).not.toContain(file)
  })
})
