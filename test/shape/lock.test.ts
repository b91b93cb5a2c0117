import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { missingPlatforms } from '../../scripts/missing-platforms.ts'

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'))

describe('package-lock.json', () => {
  it('holds the packages of every platform, or npm ci refuses it (scripts/complete-lock.ts adds them)', () => {
    expect(Object.keys(missingPlatforms(read('package-lock.json')))).toEqual([])
  })

  it('names no registry', () => {
    const named = Object.entries<{ resolved?: string }>(read('package-lock.json').packages).filter(
      ([, { resolved }]) => resolved !== undefined,
    )

    expect(named).toEqual([])
  })
})

describe('package.json', () => {
  it('pins every dependency exactly', () => {
    const { dependencies, devDependencies, optionalDependencies } = read('package.json')

    const loose = Object.entries<string>({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
    }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))

    expect(loose).toEqual([])
  })
})
