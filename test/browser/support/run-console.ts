import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildConsole } from '../../../local/console/build-console.ts'
import { putSeedUsers } from '../../../local/put-seed-users.ts'
import { startLocal } from '../../../local/run.ts'
import { putSample } from '../../../local/sample/put-sample.ts'
import { synthesize } from '../../../local/synthesize.ts'
import { findChromium } from './find-chromium.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface adds to another's
  export interface ProvidedContext {
    console: { origin: string; issuerOrigin: string; consoleFolder: string }
  }
}

const dataBelow = join(import.meta.dirname, '../../../.data')

/** Runs all of Siang with its console and the sample roster, once for all tests in a browser. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  findChromium()
  const [assemblyFolder, consoleFolder, dataFolder] = await Promise.all([
    synthesize('local', join(dataBelow, 'assemblies')),
    buildConsole(join(dataBelow, 'console')),
    mkdtemp(join(tmpdir(), 'siang-browser-')),
  ])
  const run = await startLocal({ assemblyFolder, consoleFolder, dataFolder })
  await putSeedUsers(run, { withPhones: true })
  await putSample(run)
  project.provide('console', { origin: run.origin, issuerOrigin: run.issuerOrigin, consoleFolder })
  return async () => {
    await run.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
