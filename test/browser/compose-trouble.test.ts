import { afterAll, describe, expect, it } from 'vitest'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import {
  alertsOf,
  choose,
  chooseVillage,
  fillDrill,
  goToCheck,
  press,
  said,
  submitted,
} from './support/compose-steps.ts'
import { issueDrill } from './support/issue-drill.ts'
import { endBrowser, openConsole } from './support/open-console.ts'
import { apiOf } from './support/submit-drill.ts'

const officer = 'officer.songkhone'

afterAll(endBrowser)

describe('writing an alert where something goes wrong', () => {
  it('says that it was not sent where the connection breaks, loses nothing, and makes one alert', async () => {
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page, context } = visitor
    await visitor.open('/alerts/new')
    await fillDrill(page, said.en, '1308916')
    await goToCheck(page, said.en)
    // The alert is written, and its answer is lost.
    await context.route(/\/v1\/alerts$/, async (route) => {
      if (route.request().method() === 'POST') await route.fetch()
      await route.abort()
    })

    await page.getByRole('button', { name: /^Submit for/ }).click()
    await page.getByText('Not sent: no connection.').waitFor()
    await visitor.checkScreen()
    await context.unrouteAll()
    await page.reload()
    await page.getByRole('button', { name: /^Submit for/ }).click()
    await submitted(page)

    expect(await alertsOf('1308916')).toMatchObject([{ state: 'submitted' }])
    await visitor.end()
  })

  it.each([
    { language: 'en', screen: 'phone', code: '1308904' },
    { language: 'lo', screen: 'office', code: '1308905' },
  ] as const)(
    'sends a draft that stands in two tabs once, and says so in the other, in $language on a $screen',
    async ({ language, screen, code }) => {
      const words = said[language]
      const [goesOnThere, goOnHere, wasSent] =
        language === 'en'
          ? [/being written in another tab/, 'Go on here', /was sent or discarded in another tab/]
          : [/ກຳລັງຂຽນຢູ່ໜ້າຕ່າງອື່ນ/, 'ຂຽນຕໍ່ຢູ່ນີ້', /ຖືກສົ່ງ ຫຼື ຖິ້ມແລ້ວ/]
      const visitor = await openConsole({ as: officer, language, screen })
      const { page, context } = visitor
      const before = await alertsOf(code)
      await visitor.open('/alerts/new')
      await fillDrill(page, words, code)
      await goToCheck(page, words)
      const other = await context.newPage()
      await other.goto(page.url())
      await other.getByRole('button', { name: words.submit }).waitFor()

      // Both at once, as far as one can: found before, as either may be told of the other’s press first.
      const submits = await Promise.all(
        [page, other].map((tab) => tab.getByRole('button', { name: words.submit }).elementHandle()),
      )
      await Promise.all(submits.map((button) => button?.evaluate((element) => element.click())))
      await Promise.all([page, other].map((tab) => tab.waitForURL(/\/alerts\/([0-9a-f]{32}|new.*)$/)))
      await page.waitForURL(/\/alerts\/[0-9a-f]{32}$/)

      const after = await alertsOf(code)
      expect(after).toHaveLength(before.length + 1)
      expect(after[0]).toMatchObject({ state: 'submitted' })

      await visitor.open('/alerts/new')
      await other.goto(page.url())
      await other.locator('h1').waitFor()
      await choose(page, words.flood)
      await other.getByText(goesOnThere).waitFor()
      await other.getByRole('button', { name: goOnHere, exact: true }).click()
      await page.getByText(goesOnThere).waitFor()
      await visitor.checkScreen()
      await expect
        .poll(() => other.getByRole('radio', { name: words.flood, exact: true }).isChecked())
        .toBe(true)
      await page.getByRole('button', { name: goOnHere, exact: true }).click()
      await other.getByText(goesOnThere).waitFor()
      await page.reload()
      await press(page, words.discard)
      await other.getByText(wasSent).waitFor()
      await visitor.end()
    },
  )

  it('works without a network up to the last button, and says which figures are missing', async () => {
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page, context } = visitor
    await visitor.open('/alerts/new')
    await fillDrill(page, said.en, '1308917')
    await page.getByText(/^People: /).waitFor()
    await context.setOffline(true)

    await page.getByLabel('Water level in metres').fill('13')
    await page.getByText('No connection: people, SMS, price and minutes are not known.').waitFor()
    await press(page, 'Check it')
    await page.getByRole('heading', { name: 'Check before you send' }).waitFor()
    await visitor.checkScreen()
    await press(page, 'Submit')
    await page.getByText('Not sent: no connection.').waitFor()
    await context.setOffline(false)
    await page.getByRole('button', { name: /^Submit for/ }).click()
    await submitted(page)

    expect(await alertsOf('1308917')).toHaveLength(1)
    await visitor.end()
  })

  it('chooses villages of the district that the device keeps, whichever screen read it, with and without a network', async () => {
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page, context } = visitor
    await visitor.open('/villages/1308')
    await page.getByRole('link', { name: 'Nongsoung' }).waitFor()

    await visitor.open('/alerts/new')
    await page.getByRole('checkbox', { name: /^Nongsoung/ }).waitFor()
    await context.route(/\/v1\/villages/, (route) => route.abort())
    await visitor.open('/alerts/new')
    await page.getByRole('checkbox', { name: /^Nongsoung/ }).waitFor()
    await visitor.open('/villages/1308')
    await page.getByRole('link', { name: 'Nongsoung' }).waitFor()

    await visitor.checkScreen()
    await visitor.end()
  })

  it('keeps a draft on the device, offers it when the page is opened again, and forgets it when told to', async () => {
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page } = visitor
    await visitor.open('/alerts/new')
    await fillDrill(page, said.en, '1308918')

    await page.reload()
    await page.getByText(/^You have a draft of \d\d\/\d\d\/\d{4} \d\d:\d\d that was not sent\.$/).waitFor()
    await visitor.checkScreen()
    await press(page, 'Go on with the draft')
    await page.getByLabel('Water level in metres').waitFor()

    await expect.poll(() => page.getByLabel('Water level in metres').inputValue()).toBe('12,4')
    await expect.poll(() => page.getByRole('radio', { name: /^Exercise/ }).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Take Nasoung away' }).waitFor()
    await visitor.open('/alerts/new')
    await press(page, 'Discard it')
    await expect
      .poll(() => page.getByRole('radio', { name: 'River flood', exact: true }).isChecked())
      .toBe(false)
    await visitor.end()
  })

  it.each([
    { language: 'en', screen: 'phone', code: '1309918' },
    { language: 'lo', screen: 'office', code: '1309919' },
  ] as const)(
    'says before and after it is sent that a drill waits for the end of quiet hours, in $language on a $screen',
    async ({ language, screen, code }) => {
      const words = said[language]
      const heldByQuietHoursUntilIso = '2026-11-23T07:00:00+07:00'
      const [check, board] =
        language === 'en'
          ? ['Exercise, after quiet hours, 23/11 07:00.', 'Held by quiet hours: SMS go out from 23/11 07:00,']
          : ['ຝຶກຊ້ອມ, ຫຼັງຊົ່ວໂມງງຽບ, 23/11 07:00.', 'ລໍຖ້າໝົດຊົ່ວໂມງງຽບ: SMS ຈະອອກ 23/11 07:00.']
      const visitor = await openConsole({ as: 'officer.champhone', language, screen })
      const { page, context } = visitor
      // This runner has no quiet hours.
      await context.route(/\/v1\/(compose|alerts\/[0-9a-f]{32}\/villages)(\?|$)/, async (route) => {
        const response = await route.fetch()
        const answered: object = await response.json()
        await route.fulfill({ response, json: { ...answered, heldByQuietHoursUntilIso } })
      })
      await visitor.open('/alerts/new')
      await fillDrill(page, words, code)
      await goToCheck(page, words)
      await page.getByText(check).waitFor()
      await visitor.checkScreen()

      const { alertId } = await issueDrill('officer.champhone', 'officer.national', [code])
      await visitor.open(`/alerts/${alertId}`)
      await page.getByText(board).waitFor()
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it('calls figures old until they are counted anew, and warns before a great many people', async () => {
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page, context } = visitor
    const counting = Promise.withResolvers<undefined>()
    await visitor.open('/alerts/new')
    await fillDrill(page, said.en, '1308921')
    await page.getByText(/^People: 6\. /).waitFor()
    await context.route(/\/v1\/compose$/, async (route) => {
      const response = await route.fetch()
      const counted: object = await response.json()
      await counting.promise
      await route.fulfill({ response, json: { ...counted, recipients: 1135 } })
    })

    await page.getByLabel('Water level in metres').fill('14')
    await page.getByText('Old figures: counting anew…').waitFor()
    await visitor.checkScreen()
    counting.resolve(undefined)
    await page.getByText(/^People: 1,135\. /).waitFor()
    await press(page, 'Check it')

    await page.getByText('This goes to 1,135 people. Read areas and text once more.').waitFor()
    await expect
      .poll(() => page.getByRole('button', { name: 'Submit for 1,135 people', exact: true }).count())
      .toBe(1)
    await visitor.checkScreen()
    await context.unrouteAll({ behavior: 'ignoreErrors' })
    await visitor.end()
  })

  it('names the live alert that stands in the way, and sends both where the officer says so', async () => {
    const call = await apiOf('officer.national')
    const live = await call(alertRoutes.createAlert, {
      body: {
        kind: 'flood',
        hazard: 'storm',
        level: 'watch',
        mode: 'actual',
        areas: ['1310920'],
        texts: { en: 'STORM WATCH: the district office says stay at home until 18:00.' },
      },
    })
    await call(alertRoutes.submitAlert, { params: { alertId: live.alertId } })
    const visitor = await openConsole({ as: 'officer.savannakhet' })
    const { page } = visitor
    await visitor.open('/alerts/new')
    await choose(page, 'Storm')
    await choose(page, /^Watch/)
    await page.getByLabel('District', { exact: true }).selectOption('1310')
    await chooseVillage(page, said.en, '1310920')
    await page.getByLabel('Text in English').fill('STORM: the district office says stay at home until 20:00.')
    await choose(page, /^Exercise/)
    await goToCheck(page, said.en, said.en.send)
    await page.getByText('Nobody has to approve it: once you press, it goes out.').waitFor()
    await press(page, said.en.send)
    await page
      .getByText(/is live in these villages: no drill goes out beside it\. Nothing was sent\./)
      .waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Send both' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Change When' }).click()
    await choose(page, /^Actual/)
    await goToCheck(page, said.en, said.en.send)

    await press(page, said.en.send)
    await page.getByText(/of the same danger is live in these villages. Nothing was sent\./).waitFor()
    await visitor.checkScreen()
    const link = page.getByRole('link', { name: `See alert #${live.number}` })
    await expect.poll(() => link.getAttribute('href')).toBe(`/alerts/${live.alertId}`)
    await press(page, 'Send both')
    await submitted(page)

    const actual = (await alertsOf('1310920')).filter(({ mode }) => mode === 'actual')
    expect(actual).toHaveLength(2)
    await visitor.end()
    for (const { alertId } of actual) {
      // oxlint-disable-next-line no-await-in-loop -- nothing actual is left live for the tests that follow
      await call(alertRoutes.cancelAlert, { params: { alertId } })
    }
  })
})
