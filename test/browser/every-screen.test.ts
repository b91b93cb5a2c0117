import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { endBrowser, openConsole, type Visitor } from './support/open-console.ts'
import { submitDrill } from './support/submit-drill.ts'

afterAll(endBrowser)

const source = readFileSync(join(import.meta.dirname, '../../web/src/app.tsx'), 'utf8')
const screens = [...source.matchAll(/<Route\s+path="([^"]+)"/g)].map(([, path = '']) => path)

type Violations = { violations?: string[] }

/** Keeps what the page's policy refused, from its first script on. */
const watchPolicy = async ({ context }: Visitor): Promise<void> => {
  await context.addInitScript(`
    window.violations = []
    document.addEventListener('securitypolicyviolation', (event) => {
      window.violations.push(event.violatedDirective + ' ' + event.blockedURI)
    })
  `)
}

const violationsOf = ({ page }: Visitor): Promise<Violations['violations']> =>
  page.evaluate<string[]>('window.violations')

describe.each(['admin', 'officer.savannakhet'])('every screen, for %s', (username) => {
  let visitor: Visitor
  let alertId: string

  beforeAll(async () => {
    alertId = await submitDrill('officer.savannakhet', ['1308909'])
    visitor = await openConsole({ as: username, screen: 'phone', serviceWorkers: 'allow' })
    await watchPolicy(visitor)
  })
  afterAll(() => visitor.end())

  it.each(screens)('says something at %s, breaks no policy, and can be used by everybody', async (path) => {
    const known: Readonly<Record<string, string>> = {
      alertId,
      code: '1308901',
      area: path.startsWith('/budgets') ? '13' : '1308',
      userId: '00000000-0000-4000-8000-000000000009',
    }
    await visitor.open(
      path.replace('*', '1308').replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? 'of-nothing'),
    )
    // Home has one for each live alert.
    await expect.poll(() => visitor.page.locator('.loading').count(), { timeout: 20_000 }).toBe(0)

    await expect.poll(() => visitor.page.locator('main').innerText()).not.toBe('')
    await expect.poll(() => visitor.page.locator('header nav [aria-current]').count()).toBe(1)
    await visitor.checkScreen()
    expect(await violationsOf(visitor)).toEqual([])
  })
})

describe('the policy of the pages', () => {
  it('refuses text that becomes code, a style in the page, and a script of elsewhere', async () => {
    const visitor = await openConsole()
    await watchPolicy(visitor)
    await visitor.open('/')

    const refused = await visitor.page.evaluate<string>(`
      (() => { try { document.body.innerHTML = '<b>x</b>'; return 'taken' } catch (error) { return error.name } })()
    `)
    await visitor.page.evaluate(`document.body.setAttribute('style', 'color: red')`)
    await visitor.page.evaluate(`new Image().src = 'https://example.org/x.png'`)

    expect(refused).toBe('TypeError')
    const violations = await violationsOf(visitor)
    expect(violations?.map((one) => one.split(' ')[0])).toEqual(
      expect.arrayContaining(['require-trusted-types-for', 'style-src-attr', 'img-src']),
    )
    await visitor.end()
  })

  it('comes with every page and file, beside the other headers that keep a browser safe', async () => {
    const { origin } = inject('console')
    const page = await fetch(`${origin}/alerts/new`)

    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*require-trusted-types-for 'script'/,
    )
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  })
})
