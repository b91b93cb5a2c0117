import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'
import { hashSources } from '../hash-sources.ts'
import { takeName } from '../take-name.ts'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
const sources = [
  'web',
  'shared/domain',
  'docs/officers-guide.md',
  'docs/officers-guide.lo.md',
  'package-lock.json',
]
const compressible = /\.(js|css|html|svg|json|webmanifest)$/

/**
 * Builds the console into a folder of its own below `parentFolder` and returns that, each file with its compressed
 * copy; what was built from the same sources is used again.
 */
export async function buildConsole(parentFolder: string): Promise<string> {
  const folder = join(parentFolder, hashSources('console', sources))
  if (existsSync(folder)) return folder
  mkdirSync(parentFolder, { recursive: true })
  const fresh = mkdtempSync(join(parentFolder, 'new-'))
  await promisify(execFile)(
    process.execPath,
    [join(projectRoot, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', fresh, '--emptyOutDir', 'web'],
    {
      cwd: projectRoot,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
      maxBuffer: 16 * 1024 * 1024,
    },
  )
  compressBelow(fresh)
  takeName(fresh, folder)
  return folder
}

function compressBelow(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) compressBelow(path)
    else if (compressible.test(name)) writeFileSync(`${path}.br`, brotliOf(readFileSync(path)))
  }
}

const brotliOf = (content: Buffer): Buffer =>
  // As CloudFront compresses: well, and not for the last byte.
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
