import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const bundled = globSync('{functions,shared}/**/*.ts', { cwd: root })

describe('what goes into bundles', () => {
  it('imports zod as a namespace: its named export brings 350 KB of messages in all languages along', () => {
    const named = bundled.filter((path) =>
      /import (?:type )?\{[^}]*\} from 'zod'/.test(readFileSync(join(root, path), 'utf8')),
    )

    expect(bundled.length).toBeGreaterThan(100)
    expect(named).toEqual([])
  })
})
