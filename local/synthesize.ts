import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { hashSources } from './hash-sources.ts'
import { takeName } from './take-name.ts'

const projectRoot = fileURLToPath(new URL('..', import.meta.url))
const sources = [
  'infra',
  'functions',
  'shared',
  'scripts',
  'cdk.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/**
 * Synthesizes the app of a stage into a folder of its own below `parentFolder` and returns that; what was made
 * from the same sources is used again. Needs no CLI, credentials or network. Throws with what the CDK said.
 */
export async function synthesize(stage: 'local' | 'test', parentFolder: string): Promise<string> {
  const folder = join(parentFolder, hashSources(stage, sources))
  if (existsSync(folder)) return folder
  mkdirSync(parentFolder, { recursive: true })
  const fresh = mkdtempSync(join(parentFolder, 'new-'))
  await promisify(execFile)(process.execPath, [join(projectRoot, 'infra', 'app.ts')], {
    cwd: projectRoot,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], CDK_OUTDIR: fresh, SIANG_STAGE: stage },
    maxBuffer: 16 * 1024 * 1024,
  })
  takeName(fresh, folder)
  return folder
}

/** Removes what older sources were made into. Only for who holds the data folder. */
export function dropOthersBeside(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    if (name !== basename(folder)) rmSync(join(dirname(folder), name), { recursive: true, force: true })
  }
}
