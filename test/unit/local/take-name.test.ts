import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { takeName } from '../../../local/take-name.ts'

const parents: string[] = []
afterEach(() => {
  for (const parent of parents.splice(0)) rmSync(parent, { recursive: true, force: true })
})

const makeFolder = (name: string, content: string): string => {
  const parent = parents[0] ?? mkdtempSync(join(tmpdir(), 'siang-name-'))
  if (parents.length === 0) parents.push(parent)
  mkdirSync(join(parent, name))
  writeFileSync(join(parent, name, 'file'), content)
  return join(parent, name)
}

describe('taking a name', () => {
  it('leaves the folder of the run that was quicker, and nothing of its own', () => {
    const first = makeFolder('named', 'first')
    const second = makeFolder('new-1', 'second')

    takeName(second, first)

    expect(readFileSync(join(first, 'file'), 'utf8')).toBe('first')
    expect(readdirSync(parents[0] ?? '')).toEqual(['named'])
  })

  it('gives what is alone its name', () => {
    const fresh = makeFolder('new-2', 'only')
    const named = join(parents[0] ?? '', 'named')

    takeName(fresh, named)

    expect(readFileSync(join(named, 'file'), 'utf8')).toBe('only')
  })

  it('throws where the name cannot be taken at all', () => {
    const fresh = makeFolder('new-3', 'only')

    expect(() => takeName(fresh, join(fresh, 'inside', 'itself'))).toThrow(/EINVAL|ENOENT/)
  })
})
