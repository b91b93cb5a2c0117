import { afterAll, describe, expect, it } from 'vitest'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { issueDrill } from './support/issue-drill.ts'
import { endBrowser, openConsole, signIn } from './support/open-console.ts'
import { apiOf } from './support/submit-drill.ts'

afterAll(endBrowser)

const writer = 'officer.champhone'

describe('without a network', { timeout: 120_000 }, () => {
  it('still shows the last board and call list after a reload, with the time that they are of', async () => {
    const { alertId, number } = await issueDrill(writer, 'officer.savannakhet', ['1309909'])
    const call = await apiOf(writer)
    await call(alertRoutes.recordAcknowledgement, {
      params: { alertId, code: '1309909' },
      body: { outcome: 'needs-help' },
    })
    const visitor = await openConsole({ as: writer, screen: 'phone', serviceWorkers: 'allow' })
    const { page, context } = visitor
    await visitor.open('/')
    // The worker takes pages from the first visit after it was installed.
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await visitor.open(`/alerts/${alertId}/calls`)
    await page.locator('a[href^="tel:+856"]').first().waitFor()
    await visitor.open(`/alerts/${alertId}`)
    await page.getByRole('rowheader').first().waitFor()

    await context.setOffline(true)
    await page.reload()

    await page
      .getByRole('heading', { name: `Warning: River flood, Nakham #${number}.1`, exact: true })
      .waitFor()
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(1)
    await page
      .getByText(/^As of \d\d\/\d\d \d\d:\d\d$/)
      .first()
      .waitFor()
    await page.getByText('No connection. Nothing is sent until it is back.').first().waitFor()
    await visitor.checkScreen()
    await page.getByRole('link', { name: /^(Who must be called|Call now)/ }).click()
    await page.getByRole('heading', { name: 'Who must be called', exact: true }).waitFor()
    await page.locator('a[href^="tel:+856"]').first().waitFor()
    await page
      .getByText(/^As of \d\d\/\d\d \d\d:\d\d$/)
      .first()
      .waitFor()
    await page.reload()
    await page.locator('a[href^="tel:+856"]').first().waitFor()
    await visitor.checkScreen()

    await context.setOffline(false)
    await page.getByRole('button', { name: 'Try again', exact: true }).first().click()
    await page
      .getByText(/^As of/)
      .first()
      .waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('alert').count()).toBe(0)
    await visitor.end()
  })

  it('forgets boards and numbers when the officer signs out', async () => {
    const visitor = await openConsole()
    const { page } = visitor
    await signIn(page, writer)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    const kept = (): Promise<string[]> => page.evaluate('Object.keys(localStorage)')
    expect((await kept()).filter((key) => key.startsWith('siang.seen.'))).not.toEqual([])
    await visitor.open('/more')

    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()

    expect((await kept()).filter((key) => key.startsWith('siang.seen.'))).toEqual([])
    await visitor.end()
  })
})
