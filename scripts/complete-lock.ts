// Adds what a partial registry mirror leaves out of package-lock.json: the packages of other platforms. Without
// their entries "npm ci" refuses the lock everywhere. Run it after "npm install" where the shape tests ask for it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingPlatforms } from './missing-platforms.ts'

const file = join(import.meta.dirname, '../package-lock.json')
const lock: { packages: Record<string, object> } = JSON.parse(readFileSync(file, 'utf8'))
const added = missingPlatforms(lock)
const packages = Object.entries({ ...lock.packages, ...added }).toSorted(([a], [b]) =>
  a.localeCompare(b, 'en'),
)
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, undefined, 2)}\n`)
process.stdout.write(`${Object.keys(added).length} entries added\n`)
