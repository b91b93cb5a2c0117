import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, inject, it } from 'vitest'
import { findNewMethods } from './support/find-new-methods.ts'

const folder = inject('console').consoleFolder
const read = (path: string): string => readFileSync(join(folder, path), 'utf8')

/** As CloudFront compresses: well, and not for the last byte. */
const brotliBytes = (path: string): number =>
  brotliCompressSync(readFileSync(join(folder, path)), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    .length

const kb = 1024
const files = readdirSync(join(folder, 'assets')).filter((name) => /\.(js|css)$/.test(name))
const scripts = files.filter((name) => name.endsWith('.js') && !name.startsWith('prerender-'))

const page = read('index.html')
const firstScripts = [...page.matchAll(/src="\/assets\/([^"]+\.js)"/g)].map(([, name = '']) => name)

/** Scripts that may be larger than a screen's 8 KB, with why. */
const largeOnes: Readonly<Record<string, { most: number; why: string }>> = {
  'read-workbook': { most: 22 * kb, why: 'unpacks an .xlsx for its corrected copy; for admins, on request' },
}

const nameOf = (file: string): string => file.replace(/-[\w-]{8}\.js$/, '')

describe('the built console', () => {
  it('takes 15 KB of script before the first screen', () => {
    expect(firstScripts.length).toBeGreaterThan(0)
    expect(firstScripts.reduce((sum, name) => sum + brotliBytes(`assets/${name}`), 0)).toBeLessThanOrEqual(
      15 * kb,
    )
  })

  it('has 4 KB of styles', () => {
    const styles = files.filter((name) => name.endsWith('.css'))
    expect(styles).toHaveLength(1)
    expect(brotliBytes(`assets/${styles[0] ?? ''}`)).toBeLessThanOrEqual(4 * kb)
  })

  it('has no script of a screen beyond 8 KB but those with a reason', () => {
    const tooLarge = scripts
      .filter((name) => !firstScripts.includes(name))
      .map((name) => ({ name: nameOf(name), bytes: brotliBytes(`assets/${name}`) }))
      .filter(({ name, bytes }) => bytes > (largeOnes[name]?.most ?? 8 * kb))
    expect(tooLarge).toEqual([])
  })

  it('takes the page in 3 KB, with nothing in it that the policy forbids', () => {
    expect(brotliBytes('index.html')).toBeLessThanOrEqual(3 * kb)
    expect(page).not.toMatch(/\sstyle=|\son\w+=|<style/)
    expect(
      [...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([^<]*)/g)].map(([, inside]) => inside?.trim()),
    ).toEqual([''])
  })

  it.each(scripts)('calls nothing in %s that phones of 2020 lack', (name) => {
    expect(findNewMethods(read(`assets/${name}`))).toEqual([])
  })

  it('fetches ahead what an officer needs at night, and neither screens of the office nor maps', () => {
    const ahead = [...read('sw.js').matchAll(/url:"([^"]+)"/g)].map(([, url = '']) => url)
    const names = ahead.map((url) => nameOf(url.replace('assets/', '')))

    expect(names).toEqual(
      expect.arrayContaining(['index.html', 'shell', 'home', 'compose', 'track', 'call-list']),
    )
    expect(
      ahead.filter((url) => /prerender|\.map$|\.png$|users|audit|budgets|roster|workbook/.test(url)),
    ).toEqual([])
    expect(ahead.reduce((sum, url) => sum + brotliBytes(url), 0)).toBeLessThanOrEqual(110 * kb)
  })
})

describe('the search for new methods', () => {
  it.each([
    '[1].at(-1)',
    'a?.at(0)',
    'Object.groupBy(a,b)',
    'structuredClone(a)',
    'x.toSorted()',
    'x.findLast (y)',
  ])('finds %s', (code) => {
    expect(findNewMethods(`var u=1;${code};`)).toHaveLength(1)
  })

  it('leaves what only sounds like one', () => {
    expect(findNewMethods('a.cat(1);b.width(2);c.format(3);d.without(4);e.replaceAll(/a/g,f)')).toEqual([])
  })
})
