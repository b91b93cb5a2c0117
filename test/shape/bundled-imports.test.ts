import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import * as alerts from '../../shared/contracts/alerts.ts'
import * as board from '../../shared/contracts/board.ts'
import * as roster from '../../shared/contracts/roster.ts'
import * as rosterFiles from '../../shared/contracts/roster-files.ts'

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

  it('builds the schemas of requests and answers at first use: together they take 10 ms of a cold start', () => {
    const schemas = Object.entries({ ...alerts, ...board, ...roster, ...rosterFiles }).filter(
      ([, value]) => value instanceof z.ZodType,
    )

    const built = schemas.filter(([, schema]) => !(schema instanceof z.ZodLazy)).map(([name]) => name)

    expect(schemas.length).toBeGreaterThan(20)
    expect(built).toEqual([])
  })
})
