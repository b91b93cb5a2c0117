import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const projectRoot = fileURLToPath(new URL('..', import.meta.url))
/** What builds leave beside their sources. */
const leftOut = new Set(['dist', 'node_modules'])

/** A name for what is made of these files and folders of the project: the same sources, the same name. */
export function hashSources(salt: string, sources: readonly string[]): string {
  const hash = createHash('sha256').update(`${salt} ${process.version}`)
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
  for (const name of readdirSync(path).toSorted()) {
    if (!leftOut.has(name)) addToHash(join(path, name), hash)
  }
}
