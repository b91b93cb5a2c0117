import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

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
  const folder = join(parentFolder, hashSources(stage))
  if (existsSync(folder)) return folder
  mkdirSync(parentFolder, { recursive: true })
  const fresh = mkdtempSync(join(parentFolder, 'new-'))
  await promisify(execFile)(process.execPath, [join(projectRoot, 'infra', 'app.ts')], {
    cwd: projectRoot,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], CDK_OUTDIR: fresh, SIANG_STAGE: stage },
    maxBuffer: 16 * 1024 * 1024,
  })
  renameSync(fresh, folder)
  return folder
}

/** Removes what older sources were synthesized to. Only for who holds the data folder. */
export function dropOtherAssemblies(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    if (name !== basename(folder)) rmSync(join(dirname(folder), name), { recursive: true, force: true })
  }
}

function hashSources(stage: string): string {
  const hash = createHash('sha256').update(`${stage} ${process.version}`)
  for (const source of sources) addToHash(join(projectRoot, source), hash)
  return hash.digest('hex').slice(0, 16)
}

function addToHash(path: string, hash: ReturnType<typeof createHash>): void {
  if (!existsSync(path)) return
  hash.update(path.slice(projectRoot.length))
  if (statSync(path).isFile()) {
    hash.update(readFileSync(path))
    return
  }
  for (const name of readdirSync(path).toSorted()) addToHash(join(path, name), hash)
}
