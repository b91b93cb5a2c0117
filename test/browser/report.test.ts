import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { issueDrill } from './support/issue-drill.ts'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'
import { apiOf } from './support/submit-drill.ts'

const writer = 'officer.champhone'
let drill: { alertId: string; number: number }

/** One village asks for help on the phone, so that there is somebody to call. */
beforeAll(async () => {
  drill = await issueDrill(writer, 'officer.savannakhet', ['1309907', '1309908'])
  const call = await apiOf(writer)
  await call(alertRoutes.recordAcknowledgement, {
    params: { alertId: drill.alertId, code: '1309908' },
    body: { outcome: 'needs-help' },
  })
})
afterAll(endBrowser)

/** The hours that a test does not wait for. */
const progress = [
  { minutes: 1, handedOver: 1, delivered: 0, acknowledged: 0 },
  { minutes: 5, handedOver: 2, delivered: 1, acknowledged: 0 },
  { minutes: 60, handedOver: 2, delivered: 2, acknowledged: 1 },
]

/** What Siang itself notes of a step. */
const resent = {
  action: 'resend',
  by: 'siang',
  atIso: '2026-07-23T12:00:00+07:00',
  note: null,
  words: { lo: 'ຜູ້ທີ່ບໍ່ຮອດ', en: 'whom it did not reach' },
}

describe('after and beside an alert', { timeout: 120_000 }, () => {
  it('shows the village that needs help on top of Home and of the board', async () => {
    const visitor = await openConsole({ as: writer, screen: 'phone' })
    const { page } = visitor

    await visitor.open('/')
    const block = page.locator('section', { has: page.getByRole('heading', { name: 'Needs help now' }) })
    await block.getByRole('link').first().waitFor()
    await visitor.checkScreen()
    await block.locator(`a[href="/alerts/${drill.alertId}/villages/1309908"]`).waitFor()
    await visitor.open(`/alerts/${drill.alertId}`)
    await block.locator(`a[href="/alerts/${drill.alertId}/villages/1309908"]`).click()
    await page.getByText('Needs help', { exact: true }).first().waitFor()

    expect(new URL(page.url()).pathname).toBe(`/alerts/${drill.alertId}/villages/1309908`)
    await visitor.checkScreen()
    await visitor.end()
  })

  it.each(everyLook)('tells coverage over time in $language on a $screen', async ({ language, screen }) => {
    const visitor = await openConsole({ as: writer, language, screen, serviceWorkers: 'block' })
    const { page } = visitor
    await visitor.context.route('**/report', async (route) => {
      const response = await route.fetch()
      const body: object = await response.json()
      const versions = 'versions' in body && Array.isArray(body.versions) ? body.versions : []
      const [first] = versions
      const history = [resent, ...first.history]
      await route.fulfill({ response, json: { ...body, progress, versions: [{ ...first, history }] } })
    })
    await visitor.open(`/alerts/${drill.alertId}`)

    await page.getByRole('link', { name: language === 'lo' ? 'ບົດລາຍງານ' : 'Report', exact: true }).click()

    await page.locator('svg.curve[role=img]').waitFor()
    await page.getByText('Officer of Savannakhet', { exact: true }).first().waitFor()
    const table = page.getByRole('table', {
      name: language === 'lo' ? 'ບ້ານຕາມເວລາ' : 'Villages over time',
      exact: true,
    })
    await page.getByText(resent.words[language]).waitFor()
    const helped = language === 'lo' ? '1: ຕ້ອງການຄວາມຊ່ວຍເຫຼືອ' : '1: Needs help'
    await page.getByText(helped, { exact: true }).waitFor()
    const last = table.getByRole('row').last()
    await expect.poll(() => last.getByRole('rowheader').innerText()).toBe('60')
    await expect.poll(() => last.getByRole('cell').allInnerTexts()).toEqual(['2', '2', '1'])
    await visitor.checkScreen()
    await visitor.picture(`report-${language}-${screen}`)
    await visitor.end()
  })

  it('saves the report and the call list as CSV files', async () => {
    const visitor = await openConsole({ as: writer })
    const { page } = visitor
    const save = async (path: string): Promise<[string, string]> => {
      await visitor.open(path)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download CSV', exact: true }).click(),
      ])
      return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')]
    }

    const [reportName, report] = await save(`/alerts/${drill.alertId}/report`)
    const [callsName, calls] = await save(`/alerts/${drill.alertId}/calls`)

    expect([reportName, callsName]).toEqual([
      `siang-report-${drill.number}.csv`,
      `siang-calls-${drill.number}.csv`,
    ])
    expect(report).toMatch(/^\uFEFFmode,reaches,alert,/)
    expect(report.match(/1309907/g)).toHaveLength(1)
    expect(calls).toContain('1309908')
    await visitor.checkScreen()
    await visitor.end()
  })

  it('says in words that a file could not be saved', async () => {
    const visitor = await openConsole({ as: writer, screen: 'phone' })
    await visitor.open(`/alerts/${drill.alertId}/calls`)
    await visitor.page.locator('blockquote').first().waitFor()
    await visitor.context.setOffline(true)

    await visitor.page.getByRole('button', { name: 'Download CSV', exact: true }).click()

    await visitor.page
      .getByRole('alert')
      .getByText(/^Not sent: no connection/)
      .waitFor()
    await expect.poll(() => visitor.page.locator('blockquote').first().isVisible()).toBe(true)
    await visitor.end()
  })

  it('prints whom to call with numbers, the text to read out, and boxes for what came of it', async () => {
    const visitor = await openConsole({ as: writer, colorScheme: 'dark' })
    const { page } = visitor
    await visitor.open(`/alerts/${drill.alertId}/calls`)
    const boxes = page.locator('.boxes').first()
    await boxes.waitFor({ state: 'attached' })
    const onScreen = await boxes.isVisible()
    const number = page.getByText(/0\d\d \d\d \d\d\d \d\d\d/).first()

    await page.emulateMedia({ media: 'print' })

    expect([onScreen, await boxes.isVisible()]).toEqual([false, true])
    await expect.poll(() => number.isVisible()).toBe(true)
    await expect.poll(() => page.locator('blockquote').first().isVisible()).toBe(true)
    await expect.poll(() => page.getByRole('button', { name: 'Print', exact: true }).isVisible()).toBe(false)
    await expect
      .poll(() => page.evaluate('getComputedStyle(document.body).backgroundColor'))
      .toBe('rgb(255, 255, 255)')
    const sheet = await page.pdf({ format: 'A4' })
    expect(sheet.subarray(0, 5).toString()).toBe('%PDF-')
    await visitor.end()
  })

  it('keeps in sight what was recorded of a village that leaves the call list by it', async () => {
    const visitor = await openConsole({ as: writer, screen: 'phone' })
    const { page } = visitor
    await visitor.open(`/alerts/${drill.alertId}/calls`)
    const village = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Vangkham' }) })
    await village.getByText('Record a call').click()

    await village.getByRole('button', { name: 'Told', exact: true }).click()

    await page.getByRole('link', { name: 'Recorded: Vangkham, Told', exact: true }).waitFor()
    await expect.poll(() => village.count()).toBe(0)
    await visitor.checkScreen()
    await page.getByRole('link', { name: '← See the alert', exact: true }).click()
    await page.getByRole('button', { name: '1 Acknowledged by a person', exact: true }).waitFor()
    await visitor.end()
  })
})
