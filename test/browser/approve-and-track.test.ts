import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'
import { issueDrill } from './support/issue-drill.ts'
import { submitDrill } from './support/submit-drill.ts'

afterAll(endBrowser)

/** Answers of the alert in which what waits for a second person was approved, and has no room in its budget. */
const approveWithoutRoom = async (page: Page, alertId: string): Promise<void> => {
  await page.route(`**/v1/alerts/${alertId}`, async (route) => {
    const response = await route.fetch()
    const text = await response.text()
    await route.fulfill({ response, body: text.replaceAll('"state":"submitted"', '"state":"approved"') })
  })
}

describe('what was approved and waits for its budget', () => {
  it.each(everyLook)(
    'is rejected in two taps, with a reason and words of what that does, in $language on a $screen',
    async ({ language, screen }) => {
      const alertId = await submitDrill('officer.songkhone', ['1308908'])
      const visitor = await openConsole({ as: 'officer2.songkhone', language, screen })
      const { page } = visitor
      const words =
        language === 'en'
          ? {
              waits: /^Approved, and not sent yet: .* every 15 minutes until \d/,
              instead: 'Reject it instead of waiting',
              why: /^Nothing of it goes out, and this cannot be undone\./,
              reason: 'Reason',
              reject: 'Reject it for good',
              over: 'Rejected',
            }
          : {
              waits: /^ອະນຸມັດແລ້ວ, ແຕ່ຍັງບໍ່ໄດ້ສົ່ງ: .*15 ນາທີ/,
              instead: 'ປະຕິເສດ ແທນທີ່ຈະລໍຖ້າ',
              why: /^ຈະບໍ່ມີຫຍັງຖືກສົ່ງ/,
              reason: 'ເຫດຜົນ',
              reject: 'ປະຕິເສດ',
              over: 'ບໍ່ອະນຸມັດ',
            }
      await approveWithoutRoom(page, alertId)
      await visitor.open(`/alerts/${alertId}`)
      await page.getByText(words.waits).waitFor()
      await visitor.checkScreen()

      await page.getByText(words.instead, { exact: true }).click()
      await page.getByText(words.why).waitFor()
      const reject = page.getByRole('button', { name: words.reject, exact: true })
      await expect.poll(() => reject.isDisabled()).toBe(true)
      await page.getByLabel(words.reason, { exact: true }).fill('Too late for it')
      await visitor.checkScreen()
      await reject.click()

      await page.getByText(words.over, { exact: true }).waitFor()
      await expect.poll(() => page.getByText(words.instead, { exact: true }).count()).toBe(0)
      await visitor.end()
    },
  )
})

describe('approving and tracking', () => {
  it.each(everyLook)(
    'shows the text as a village will read it, and who has no safe place, in $language on a $screen',
    async ({ language, screen }) => {
      const alertId = await submitDrill('officer.songkhone', ['1308901', '1308918'], {
        lo: 'ເຕືອນໄພນ້ຳຖ້ວມ: ໄປ {safePlace} ກ່ອນ 18:00.',
        en: 'FLOOD WARNING: go to {safePlace} by 18:00.',
      })
      const visitor = await openConsole({ as: 'officer2.songkhone', language, screen })
      const { page } = visitor

      await visitor.open(`/alerts/${alertId}`)

      await page.getByText(/EXERCISE: FLOOD WARNING: go to \[safe place\] by 18:00\./).waitFor()
      await page
        .getByText(/EXERCISE: FLOOD WARNING: go to School on the hill by 18:00\. #\d+\.1 … EXERCISE/)
        .waitFor()
      await page
        .getByText(language === 'en' ? /its own safe place\. Phondeng gets/ : /ຂອງຕົນເອງ\. ໂພນແດງ ໄດ້/)
        .first()
        .waitFor()
      await expect
        .poll(() =>
          page
            .getByText(
              language === 'en' ? 'Villages without a safe place on the roster: 1.' : '1 ບ້ານບໍ່ມີບ່ອນປອດໄພ',
            )
            .count(),
        )
        .toBe(1)
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it('lets another officer read everything in words, approve, and follow it village by village', async () => {
    const alertId = await submitDrill('officer.songkhone', ['1308901', '1308902', '1308903'])
    const visitor = await openConsole({ as: 'officer2.songkhone' })
    const { page } = visitor

    await visitor.open('/')
    await page.locator(`a[href="/alerts/${alertId}"]`).first().click()
    await page.getByRole('heading', { name: 'Check before you approve' }).waitFor()
    await page.getByText('Before other messages. In quiet hours it waits for the morning.').waitFor()
    const people = page.locator('.facts > div', { has: page.getByText('People', { exact: true }) })
    await expect.poll(() => people.locator('dd').innerText()).toMatch(/^\d+$/)
    await page.getByText('Which villages').click()
    await page.getByText('Phondeng, Nonhai, Thadi', { exact: true }).last().waitFor()
    await visitor.checkScreen()
    await visitor.picture('approve')
    await page.getByRole('button', { name: /^Approve and send to \d+ people$/ }).click()
    await page.getByRole('heading', { name: 'Villages', exact: true }).waitFor()
    await page.getByText('Sending is over').waitFor({ timeout: 40_000 })
    await page.getByText('Written by Officer of Songkhone. Approved by you', { exact: true }).waitFor()
    // Every phone took it: there is nobody to send it to again.
    await page.getByRole('link', { name: 'Send an update', exact: true }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Send again to the failed' }).count()).toBe(0)

    await page.getByRole('rowheader', { name: 'Phondeng Exposure: high', exact: true }).waitFor()
    await expect
      .poll(() => page.locator('h1').innerText())
      .toMatch(/^Warning: River flood, Phondeng, Nonhai, Thadi #\d+\.1$/)
    await page.getByText('Small dots: villages that are not in the table.', { exact: true }).waitFor()
    // Beside the three villages, faintly, the others of their district.
    const around = await page.locator('.map .other').getAttribute('d')
    expect(around?.split('M').length).toBeGreaterThan(10)
    await visitor.checkScreen()
    await visitor.picture('track')
    await page.getByRole('link', { name: /Phondeng/ }).click()
    await page.getByText('Head of Phondeng').waitFor()
    await page.getByText('Record a call').click()
    await page.getByRole('button', { name: 'Told', exact: true }).click()
    await page.getByText('Acknowledged by a person').waitFor()
    await visitor.checkScreen()
    await visitor.picture('village')
    await visitor.open(`/alerts/${alertId}`)
    await page.getByRole('button', { name: /^1 Acknowledged by a person$/ }).click()
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(1)
    await visitor.end()
  })

  it('says that sending is over as soon as the board says so', async () => {
    const { alertId } = await issueDrill('officer.songkhone', 'officer2.songkhone', ['1308906'])
    const visitor = await openConsole({ as: 'officer.songkhone' })
    const { page } = visitor
    // Nothing is asked a second time by the clock.
    await visitor.context.addInitScript(`
      const begin = setTimeout
      window.setTimeout = (then, ms, ...rest) => (ms >= 10_000 ? 0 : begin(then, ms, ...rest))
    `)
    let answers = 0
    await page.route(`**/v1/alerts/${alertId}`, async (route) => {
      answers += 1
      const response = await route.fetch()
      const text = await response.text()
      const earlier = text.replaceAll('"state":"completed"', '"state":"dispatching"')
      await route.fulfill({ response, body: answers === 1 ? earlier : text })
    })

    await visitor.open(`/alerts/${alertId}`)

    await page.getByText(/^Sending is over\. Issued/).waitFor()
    expect(answers).toBe(2)
    await visitor.end()
  })

  it('does not let the officer who wrote it approve it', async () => {
    const alertId = await submitDrill('officer.songkhone', ['1308904'])
    const visitor = await openConsole({ as: 'officer.songkhone', language: 'lo', screen: 'phone' })

    await visitor.open(`/alerts/${alertId}`)

    await visitor.page.getByText('ທ່ານເປັນຜູ້ຂຽນ: ຄົນອື່ນຕ້ອງອະນຸມັດ.').waitFor()
    await visitor.page.getByRole('heading', { name: 'ຖ້າທ່ານຈະເອົາຄືນ', exact: true }).waitFor()
    await expect.poll(() => visitor.page.getByRole('button', { name: /ອະນຸມັດ ແລະ ສົ່ງ/ }).count()).toBe(0)
    await visitor.checkScreen()
    await visitor.end()
  })

  it('returns a draft with a reason that its writer finds', async () => {
    const alertId = await submitDrill('officer.songkhone', ['1308905'])
    const second = await openConsole({ as: 'officer2.songkhone' })
    await second.open(`/alerts/${alertId}`)
    await second.page.getByLabel('Reason').first().fill('The hour is wrong')
    await second.page.getByRole('button', { name: 'Return it to be mended' }).click()
    await second.page.getByText('This is a draft: nothing was sent.').waitFor()

    const first = await openConsole({ as: 'officer.songkhone' })
    await first.open(`/alerts/${alertId}`)

    await first.page.getByText('The hour is wrong').waitFor()
    await first.checkScreen()
    await first.end()
    await second.end()
  })

  it.each(everyLook)('lists who must be called, in $language on a $screen', async ({ language, screen }) => {
    const alertId = await submitDrill('officer.champhone', ['1309901', '1309907'])
    const visitor = await openConsole({ as: 'officer.national', language, screen })
    await visitor.open(`/alerts/${alertId}`)
    await visitor.page.getByRole('button', { name: /Approve and send|ອະນຸມັດ ແລະ ສົ່ງ/ }).click()
    await visitor.page.getByRole('progressbar').waitFor()
    await visitor.checkScreen()

    await visitor.page.getByRole('link', { name: /Who must be called|Call now|ໂທຫາໃຜ|ໂທດຽວນີ້/ }).click()

    await visitor.page.locator('blockquote').first().waitFor()
    await visitor.page
      .getByText(language === 'en' ? 'Warning: River flood, Hathai, Vangkham' : /^ເຕືອນໄພ: ນ້ຳຖ້ວມ, .*ວັງຄຳ$/)
      .waitFor()
    // What was issued just now has hardly anybody on its list, which is no good news.
    await visitor.page
      .getByText(
        language === 'en'
          ? /^Villages still without proof join this list at \d/
          : /^ບ້ານທີ່ຍັງບໍ່ມີຫຼັກຖານ ຈະມາຢູ່ນີ້ເວລາ \d/,
      )
      .waitFor()
    await visitor.checkScreen()
    await visitor.picture(`call-list-${language}-${screen}`)
    await visitor.open('/')
    await visitor.page.locator('h3').first().waitFor()
    await visitor.checkScreen()
    await visitor.picture(`home-${language}-${screen}`)
    await visitor.end()
  })
})
