import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { userRoutes } from '../../shared/contracts/user-routes.ts'
import { endBrowser, everyLook, openConsole, signIn } from './support/open-console.ts'
import { apiOf } from './support/submit-drill.ts'

afterAll(endBrowser)

const words = {
  lo: {
    flood: 'ນ້ຳຖ້ວມ',
    warning: 'ເຕືອນໄພ ຍ້າຍກ່ອນເວລາ',
    signIn: 'ເຂົ້າສູ່ລະບົບ',
    ended: 'ທ່ານຖືກອອກຈາກລະບົບ. ເຂົ້າໃໝ່; ຮ່າງຍັງຢູ່ໃນເຄື່ອງນີ້.',
    goOn: /^ເຮັດຮ່າງຕໍ່/,
  },
  en: {
    flood: 'River flood',
    warning: /^Warning/,
    signIn: 'Sign in',
    ended: 'You were signed out. Sign in again; drafts are kept on this device.',
    goOn: /^Go on/,
  },
} as const

/** The API takes the token no longer, of these requests, and the issuer gives no other. */
const endSession = async (context: BrowserContext, requests = /\/v1\//): Promise<void> => {
  await context.route(requests, (route) => route.fulfill({ status: 401, json: { message: 'Unauthorized' } }))
  await context.route(`${inject('console').issuerOrigin}/token`, (route) =>
    route.fulfill({
      status: 400,
      headers: { 'access-control-allow-origin': '*' },
      json: { error: 'invalid_grant' },
    }),
  )
}

const isChecked = (page: Page, name: string | RegExp): Promise<boolean> =>
  page.getByRole('radio', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).isChecked()

describe('a session that ends in the middle of an alert', () => {
  it.each(everyLook)(
    'says so, and leads back to the draft, in $language on a $screen',
    async ({ language, screen }) => {
      const said = words[language]
      const visitor = await openConsole({ as: 'officer.champhone', language, screen })
      const { page, context } = visitor
      await visitor.open('/alerts/new')
      await page.getByRole('radio', { name: said.flood, exact: true }).click()
      await page.getByRole('radio', { name: said.warning }).first().click()
      await endSession(context)

      // The name of the console, which leads home, stays there whatever ends.
      await page.locator('header a.name').click()

      await page.getByText(said.ended, { exact: true }).waitFor()
      await page.getByRole('heading', { level: 1, name: said.signIn, exact: true }).waitFor()
      await visitor.checkScreen()
      await context.unrouteAll()
      await signIn(page, 'officer.champhone')
      await visitor.open('/alerts/new')
      await page.getByRole('button', { name: said.goOn }).click()
      expect(await isChecked(page, said.flood)).toBe(true)
      expect(await isChecked(page, said.warning)).toBe(true)
      await visitor.end()
    },
  )

  it('comes back to where it ended, and asks for a new token where only the old one is refused', async () => {
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    const { page, context } = visitor
    await visitor.open('/alerts/new')
    await page.getByRole('radio', { name: 'River flood', exact: true }).click()
    const refused = new Set<string>()
    await context.route(/\/v1\//, async (route) => {
      const token = route.request().headers()['authorization'] ?? ''
      if (refused.size === 0) refused.add(token)
      await (refused.has(token) ? route.fulfill({ status: 401, json: {} }) : route.continue())
    })
    // The list stands there before, as it was when the alert was written: this is what a new token brings.
    const answered = page.waitForResponse((answer) => answer.url().includes('/v1/villages?') && answer.ok())
    await page.getByRole('link', { name: 'Villages', exact: true }).click()
    await answered
    await page.getByRole('rowheader').first().waitFor()
    await context.unrouteAll()
    // What else the screen of villages still asks for must not end the session before the next link is pressed.
    await endSession(context, /\/v1\/alerts/)

    await page.getByRole('link', { name: 'Alerts', exact: true }).click()
    await page.getByText(words.en.ended, { exact: true }).waitFor()
    await context.unrouteAll()
    await signIn(page, 'officer.champhone')

    await page.getByRole('heading', { level: 1, name: 'Alerts', exact: true }).waitFor()
    await visitor.end()
  })

  it('asks no issuer where there is no network, even with a token that is over', async () => {
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    const { page, context } = visitor
    await visitor.open('/')
    await page.evaluate(`(() => {
      const kept = JSON.parse(localStorage.getItem('siang.session'))
      localStorage.setItem('siang.session', JSON.stringify({ ...kept, endsAtMs: 0 }))
      sessionStorage.clear()
    })()`)
    await context.route(/\/v1\/|\/assets\/oauth-|\/console\.json/, (route) => route.abort())

    await visitor.open('/alerts')

    await page.getByText('No connection. Nothing is sent until it is back.').first().waitFor()
    await expect.poll(() => page.locator('nav').count()).toBe(1)
    await visitor.checkScreen()
    await visitor.end()
  })
})

describe('an officer whose account is taken away in the middle of an alert', () => {
  it('reads so in words, and finds the draft once the account is given back', async () => {
    const admin = await apiOf('admin')
    const { id } = await admin(userRoutes.inviteUser, {
      body: { email: 'noy@example.la', name: 'Noy', roles: ['officer'], areas: ['1309'] },
    })
    const visitor = await openConsole({ as: 'noy@example.la', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/alerts/new')
    await page.getByRole('radio', { name: 'River flood', exact: true }).click()
    await admin(userRoutes.disableUser, { params: { userId: id } })

    await page.getByRole('link', { name: 'Alerts', exact: true }).click()

    await page.getByText(/^You are signed in, but nobody has made you a user of Siang/).waitFor()
    await visitor.checkScreen()
    await admin(userRoutes.enableUser, { params: { userId: id } })
    await page.getByRole('button', { name: 'Try again', exact: true }).click()
    await page.getByText('nobody has made you a user').waitFor({ state: 'detached' })
    await visitor.open('/alerts/new')
    await page.getByRole('button', { name: /^Go on/ }).click()
    expect(await isChecked(page, 'River flood')).toBe(true)
    await visitor.end()
  })
})
