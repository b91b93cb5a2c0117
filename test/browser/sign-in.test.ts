import type { Page } from 'playwright-core'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { localClientId } from '../../local/log-in.ts'
import { endBrowser, openConsole, signIn } from './support/open-console.ts'

afterAll(endBrowser)

/** What the issuer says to a refresh token. */
const renew = async (refreshToken: string): Promise<number> => {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: localClientId,
    refresh_token: refreshToken,
  })
  return (await fetch(`${inject('console').issuerOrigin}/token`, { method: 'POST', body })).status
}

const keptRefreshToken = async (page: Page): Promise<string> => {
  const session = await page.evaluate<string>("localStorage.getItem('siang.session')")
  return z.object({ refreshToken: z.string() }).parse(JSON.parse(session)).refreshToken
}

describe('signing in', () => {
  it.each(['lo', 'en'] as const)(
    'asks a stranger to sign in, in the language %s of the device',
    async (language) => {
      const visitor = await openConsole({ language, screen: 'phone' })

      await visitor.page.locator('h1').waitFor()

      await expect.poll(() => visitor.page.locator('html').getAttribute('lang')).toBe(language)
      await expect
        .poll(() => visitor.page.locator('h1').innerText())
        .toBe(language === 'lo' ? 'ເຂົ້າສູ່ລະບົບ' : 'Sign in')
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it('brings the officer back to the screen that they asked for, and remembers them on their phone', async () => {
    const visitor = await openConsole()
    await visitor.open('/alerts')
    await signIn(visitor.page, 'officer.songkhone')
    expect(new URL(visitor.page.url()).pathname).toBe('/alerts')

    const again = await visitor.context.newPage()
    await again.goto(visitor.page.url())
    await again.locator('nav').waitFor()

    await expect.poll(() => again.locator('h1').innerText()).toBe('Alerts')
    await visitor.checkScreen()
    await visitor.end()
  })

  it('signs out on a page of its own that loads nothing, and leaves nothing on the device', async () => {
    const visitor = await openConsole({ screen: 'phone' })
    const { page } = visitor
    await signIn(page, 'officer.songkhone')
    const { origin, issuerOrigin } = inject('console')
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    await visitor.open('/more')

    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('heading', { name: 'Sign out of the local run' }).waitFor()
    await visitor.checkScreen()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()

    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()
    expect(new Set(asked)).toEqual(new Set([origin, issuerOrigin]))
    const kept = await page.evaluate<string[]>('Object.keys(localStorage)')
    expect(kept.filter((key) => key.includes('seen') || key.includes('session'))).toEqual([])
    await page.locator('main button').click()
    await page.locator('button[name=username]').first().waitFor()
    await visitor.end()
  })

  it('takes the token back at the issuer when somebody signs out: whoever copied it gets nothing', async () => {
    const { open, page, end } = await openConsole({ as: 'officer.songkhone', screen: 'phone' })
    await open('/more')
    const token = await keptRefreshToken(page)
    expect(await renew(token)).toBe(200)

    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL((url) => url.origin === inject('console').issuerOrigin)

    expect(await renew(token)).toBe(400)
    await end()
  })

  it('signs out all the same where the issuer does not answer that, and where there is no network', async () => {
    const { open, page, context, end } = await openConsole({ as: 'officer.songkhone', screen: 'phone' })
    const { origin, issuerOrigin } = inject('console')
    const asked: string[] = []
    await open('/more')
    // Never answered.
    await context.route(`${issuerOrigin}/token/revocation`, (route) => {
      asked.push(route.request().method())
    })
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL((url) => url.origin === issuerOrigin)
    expect(asked).toEqual(['POST'])
    await end()

    const second = await openConsole({ as: 'officer.songkhone', screen: 'phone' })
    await second.open('/more')
    await second.context.route(`${issuerOrigin}/**`, (route) => route.abort())
    await second.page.getByRole('button', { name: 'Sign out', exact: true }).click()

    await second.page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()
    expect(new URL(second.page.url()).origin).toBe(origin)
    await second.end()
  })
})
