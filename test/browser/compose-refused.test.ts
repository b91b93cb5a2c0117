import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import {
  alertsOf,
  choose,
  chooseVillage,
  goToCheck,
  press,
  said,
  submitted,
} from './support/compose-steps.ts'
import { endBrowser, openConsole } from './support/open-console.ts'
import { apiOf } from './support/submit-drill.ts'

const officer = 'officer.savannakhet'

afterAll(endBrowser)

/** The draft of a preparedness message, as a drill. */
const draftOf = async (
  village: string,
  hazard: 'storm' | 'landslide' | 'heavy-rain' = 'storm',
): Promise<string> => {
  const call = await apiOf(officer)
  const { alertId } = await call(alertRoutes.createAlert, {
    body: {
      kind: 'preparedness',
      hazard,
      level: 'prepare',
      mode: 'exercise',
      areas: [village],
      texts: { en: 'The district office asks you to clean the drains.' },
    },
  })
  return alertId
}

/** Such a message that went out. */
const prepare = async (village: string, hazard: 'storm' | 'landslide' | 'heavy-rain'): Promise<string> => {
  const alertId = await draftOf(village, hazard)
  const call = await apiOf(officer)
  await call(alertRoutes.submitAlert, { params: { alertId } })
  return alertId
}

/** What all of district 1310 may use for messages that can wait; null: as much as it likes. */
const setBudget = async (parts: number | null): Promise<void> => {
  const call = await apiOf('admin')
  const params = { area: '1310', lane: 'routine' }
  await call(alertRoutes.setBudget, { params, body: { parts }, ifMatch: '*' })
}

const write = async (page: Page, village: string): Promise<void> => {
  await choose(page, 'Storm')
  await choose(page, /^Prepare/)
  await choose(page, /^Exercise/)
  await page.getByLabel('District', { exact: true }).selectOption('1310')
  await chooseVillage(page, said.en, village)
  await page.getByLabel('Text in English').fill('STORM: the district office asks you to tie down roofs.')
}

describe('an alert that is refused', { timeout: 120_000 }, () => {
  it('says which villages had their messages of the month, and goes out with a reason', async () => {
    await prepare('1310911', 'landslide')
    await prepare('1310911', 'heavy-rain')
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page } = visitor
    await visitor.open('/alerts/new')
    await write(page, '1310911')
    await page.getByText('Had their messages of this month: Nangam').waitFor()
    await goToCheck(page, said.en, said.en.send)
    await press(page, said.en.send)

    await page.getByText(/^Some villages had their preparedness messages of this month/).waitFor()
    await expect
      .poll(() => page.getByRole('button', { name: 'Submit with this reason' }).isDisabled())
      .toBe(true)
    await visitor.checkScreen()
    await page.getByLabel('Reason', { exact: true }).fill('The storm turned')
    await press(page, 'Submit with this reason')
    await submitted(page)

    const [last] = await alertsOf('1310911')
    const call = await apiOf(officer)
    const { versions } = await call(alertRoutes.getAlert, { params: { alertId: last?.alertId ?? '' } })
    expect(versions[0]?.history.map(({ note }) => note)).toContain('The storm turned')
    await visitor.end()
  })

  it('says what the budget lacks and who can help, and goes out by another press once there is more', async () => {
    await setBudget(0)
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page } = visitor
    try {
      await visitor.open('/alerts/new')
      await write(page, '1310912')
      await goToCheck(page, said.en, said.en.send)
      await press(page, said.en.send)
      await page.getByText(/has 0 SMS left, and \d+ are needed\. Nothing was sent\. .*ask an admin/).waitFor()
      await visitor.checkScreen()
    } finally {
      await setBudget(null)
    }

    await press(page, said.en.send)
    await submitted(page)

    expect(await alertsOf('1310912')).toHaveLength(1)
    await visitor.end()
  })

  it.each([
    ['lo', /^ທ່ານສົ່ງໄດ້ 500 ຄົນຕໍ່ຊົ່ວໂມງ/, /^ສົ່ງໄດ້ອີກຕັ້ງແຕ່ 22\/11 21:15/],
    [
      'en',
      /^You may write to 500 people an hour\..* Another officer can send it/,
      /^You have room for it from 22\/11 21:15/,
    ],
  ] as const)(
    'says that its officer wrote to enough people for now, and from when there is room, in %s',
    async (language, why, from) => {
      const visitor = await openConsole({ as: officer, language, screen: 'phone' })
      const { page } = visitor
      // Nobody of the sample comes near a ceiling: what the API would answer then.
      await page.route('**/v1/alerts/*/submit', (route) =>
        route.fulfill({
          status: 409,
          contentType: 'application/problem+json',
          json: {
            type: 'about:blank',
            title: 'The ceiling is reached',
            status: 409,
            code: 'ceiling-reached',
            detail: 'none',
            correlationId: 'c1',
            errors: [],
            facts: { ceiling: 500, counted: 480, recipients: 60, roomFromIso: '2026-11-22T21:15:00+07:00' },
          },
        }),
      )
      const alertId = await draftOf('1310915')
      await visitor.open(`/alerts/${alertId}`)

      await page
        .getByRole('button', {
          name: language === 'lo' ? 'ສົ່ງດຽວນີ້: ບໍ່ມີໃຜຕ້ອງອະນຸມັດ' : 'Send it now: nobody has to approve it',
        })
        .click()

      await page.getByText(why).waitFor()
      await page.getByText(from).waitFor()
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it('says beside the draft of an update why it was kept back, and sends it from there', async () => {
    const alertId = await prepare('1310913', 'storm')
    await setBudget(0)
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page } = visitor
    try {
      await visitor.open(`/alerts/${alertId}/update`)
      await page
        .getByLabel('Text in English')
        .fill('STORM: it comes tonight. The district office says stay in.')
      await page.getByText(/^People: /).waitFor()
      await press(page, 'Send it')
      await page.waitForURL(new RegExp(`/alerts/${alertId}$`))
      await page.getByText(/has 0 SMS left, and \d+ are needed/).waitFor()
      await expect.poll(() => page.getByText('This is a draft: nothing was sent.').isVisible()).toBe(true)
      await visitor.checkScreen()
    } finally {
      await setBudget(null)
    }

    await press(page, 'Send it now: nobody has to approve it')
    await page.getByRole('heading', { name: / #\d+\.2$/ }).waitFor({ timeout: 40_000 })

    await expect.poll(() => page.getByText(/has 0 SMS left/).count()).toBe(0)
    await visitor.end()
  })
})
