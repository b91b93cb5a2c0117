import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { issueDrill } from './support/issue-drill.ts'
import { endBrowser, openConsole } from './support/open-console.ts'
import { apiOf, submitDrill } from './support/submit-drill.ts'

afterAll(endBrowser)

const writer = 'officer.champhone'
const approver = 'officer.savannakhet'

/** Holds answers back until they are let go. */
const holdBack = async (page: Page, url: RegExp): Promise<() => void> => {
  const gate = Promise.withResolvers<undefined>()
  await page.route(url, async (route) => {
    await gate.promise
    await route.continue()
  })
  return () => gate.resolve(undefined)
}

/** Whether it is what Home asks for. */
const isHome = (one: { url: () => string }): boolean => one.url().endsWith('/v1/alerts?open=true')

/** Has a page ask anew, as it does when somebody comes back to it. */
const comeBack = (page: Page): Promise<void> =>
  page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

describe('what comes late', { timeout: 180_000 }, () => {
  it('is asked for by a page that was opened behind another', async () => {
    const visitor = await openConsole({ as: writer, screen: 'phone' })
    await visitor.context.addInitScript(
      "Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })",
    )

    await visitor.open('/schedules')

    await visitor.page.getByText('Loading…', { exact: true }).waitFor({ state: 'detached' })
    await visitor.checkScreen()
    await visitor.end()
  })

  it('leaves what an earlier visit read with the time that it is of', async () => {
    const visitor = await openConsole({ as: writer, screen: 'phone' })
    const { page } = visitor
    await visitor.open('/')
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await page.evaluate(`(() => {
      const kept = JSON.parse(localStorage.getItem('siang.seen.home'))
      const aged = { ...kept, readAtIso: '2026-01-02T03:04:00.000Z' }
      localStorage.setItem('siang.seen.home', JSON.stringify(aged))
    })()`)
    const letGo = await holdBack(page, /\/v1\/alerts\?open=true$/)

    await page.reload()

    const old = page.getByText('As of 02/01 10:04', { exact: true })
    await old.waitFor()
    await visitor.checkScreen()
    letGo()
    await old.waitFor({ state: 'detached' })
    await visitor.end()
  })

  it('does not ask twice as often for each time that somebody comes back before it is there', async () => {
    const visitor = await openConsole({ as: writer, screen: 'phone' })
    const { page } = visitor
    await page.clock.install()
    await visitor.open('/')
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    const letGo = await holdBack(page, /\/v1\/alerts\?open=true$/)
    const answered: string[] = []
    page.on('response', (response) => void (isHome(response) && answered.push(response.url())))
    for (let times = 0; times < 4; times += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await comeBack(page)
    }
    letGo()
    await expect.poll(() => answered.length).toBe(4)
    // What came is read by the page before it asks for something else.
    await page.evaluate("fetch('/console.json').then(() => true)")
    let asked = 0
    page.on('request', (request) => {
      if (isHome(request)) asked += 1
    })

    const next = page.waitForResponse(isHome)
    await page.clock.fastForward(21_000)
    await next

    expect(asked).toBe(1)
    await visitor.end()
  })

  it('takes nothing from the officer who began to write meanwhile', async () => {
    const copied = await submitDrill(writer, ['1309914'])
    const visitor = await openConsole({ as: writer, screen: 'phone' })
    const { page } = visitor
    await visitor.open('/alerts/new')
    const letGo = await holdBack(page, new RegExp(`/v1/alerts/${copied}$`))
    await page.getByRole('button', { name: /^Copy the last: / }).click()
    await page.getByRole('radio', { name: 'Landslide', exact: true }).check()

    const answered = page.waitForResponse(new RegExp(`/v1/alerts/${copied}$`))
    letGo()
    await (await answered).finished()
    await page.getByRole('radio', { name: /^Watch/ }).check()

    await expect
      .poll(() => page.getByRole('radio', { name: 'Landslide', exact: true }).isChecked())
      .toBe(true)
    await visitor.end()
  })
})

describe('what changes under the eyes of who decides', { timeout: 180_000 }, () => {
  it('is read once more before it is approved, or issued alone', async () => {
    const alertId = await submitDrill(writer, ['1309915'])
    const visitor = await openConsole({ as: approver, screen: 'phone' })
    const { page } = visitor
    await visitor.open(`/alerts/${alertId}`)
    const approve = page.getByRole('button', { name: /^Approve and send to \d+ people$/ })
    await approve.waitFor()
    const call = await apiOf(writer)
    const { etag } = await call(alertRoutes.getAlert, { params: { alertId } })
    await call(alertRoutes.editAlert, { params: { alertId }, ifMatch: etag, body: { areas: ['1309916'] } })
    await call(alertRoutes.submitAlert, { params: { alertId } })

    await comeBack(page)

    await page.getByText('This was changed while you had it open. Read it again.', { exact: true }).waitFor()
    await expect.poll(() => approve.count()).toBe(0)
    await expect.poll(() => page.getByText('Issue it alone (emergency)').count()).toBe(0)
    await visitor.checkScreen()
    await page.getByRole('button', { name: 'I have read it', exact: true }).click()
    await approve.click()
    await page.getByRole('rowheader', { name: /Houaykham/ }).waitFor({ timeout: 40_000 })
    await visitor.end()
  })

  it('never becomes an all-clear for everywhere by taking the last village away', async () => {
    const { alertId } = await issueDrill(writer, approver, ['1309917', '1309918'])
    const visitor = await openConsole({ as: writer, screen: 'phone' })
    const { page } = visitor
    await visitor.open(`/alerts/${alertId}/all-clear`)
    await page.getByRole('radio', { name: /^Only in some villages/ }).check()
    await page.getByRole('checkbox', { name: 'Thanyai', exact: true }).check()
    await page.reload()

    await page.getByRole('checkbox', { name: 'Thanyai', exact: true }).uncheck()

    await expect
      .poll(() => page.getByRole('radio', { name: /^Only in some villages/ }).isChecked())
      .toBe(true)
    await visitor.end()
  })
})
