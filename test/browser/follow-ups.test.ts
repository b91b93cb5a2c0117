import { afterAll, describe, expect, it } from 'vitest'
import { issueDrill } from './support/issue-drill.ts'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'

afterAll(endBrowser)

const writer = 'officer.champhone'
const approver = 'officer.savannakhet'

describe('going on with an alert', { timeout: 180_000 }, () => {
  it('sends an update to everybody so far and to one more village, once another officer agrees', async () => {
    const { alertId, number } = await issueDrill(writer, approver, ['1309902'])
    const first = await openConsole({ as: writer })
    const { page } = first
    await first.open(`/alerts/${alertId}`)

    await page.getByRole('link', { name: 'Send an update', exact: true }).click()
    await page.getByRole('heading', { name: `Update alert #${number}`, exact: true }).waitFor()
    await page.getByText(/^SMS so far: 9\. Villages: 1\./).waitFor()
    await expect.poll(() => page.getByRole('radio', { name: 'Watch' }).count()).toBe(0)
    await page.getByRole('radio', { name: 'Evacuate' }).check()
    await page.getByText('Add villages', { exact: true }).click()
    await page.getByRole('checkbox', { name: /Nonkham/ }).check()
    await first.checkScreen()
    await page.getByRole('button', { name: 'Hand to a second person', exact: true }).click()
    await page
      .getByText('Version 2 was not sent yet. The villages still have version 1.', { exact: true })
      .waitFor()
    await page.getByText('You wrote this: another officer has to approve it.').waitFor()
    await page.getByRole('rowheader', { name: /Kengnyai/ }).waitFor()
    await first.checkScreen()
    await first.picture('update-waits')

    const second = await openConsole({ as: approver })
    await second.open(`/alerts/${alertId}`)
    await second.page.getByRole('button', { name: /^Approve and send to \d+ people$/ }).click()
    await second.page.getByRole('rowheader', { name: /Nonkham/ }).waitFor({ timeout: 40_000 })

    await expect
      .poll(() => second.page.locator('h1').innerText())
      .toBe(`Evacuate: River flood, Kengnyai, Nonkham #${number}.2`)
    await second.page.getByRole('link', { name: /^1\. Warning/ }).click()
    await second.page.getByText('This is an older version. The last one that went out is 2.').waitFor()
    await second.page.getByRole('rowheader', { name: /Kengnyai/ }).waitFor()
    await expect.poll(() => second.page.getByRole('rowheader', { name: /Nonkham/ }).count()).toBe(0)
    await second.checkScreen()
    await second.end()
    await first.end()
  })

  it('takes an alert back in two taps, the first of which says what the second does', async () => {
    const { alertId, number } = await issueDrill(writer, approver, ['1309904'])
    const visitor = await openConsole({ as: writer, screen: 'phone' })
    const { page } = visitor
    await visitor.open(`/alerts/${alertId}`)
    await page.getByText('Cancel it: sent by mistake', { exact: true }).click()
    await page.getByText(/^It goes out at once, without a second person/).waitFor()
    const button = page.getByRole('button', { name: /^Cancel it now: \d+ SMS$/ })
    await button.waitFor()
    await visitor.checkScreen()

    await button.click()

    await page
      .getByRole('heading', { name: `Cancelled: River flood, Donsoung #${number}.2`, exact: true })
      .waitFor()
    await page.getByRole('link', { name: /^2\. Cancelled/ }).waitFor()
    await expect.poll(() => page.getByText('Cancel it: sent by mistake').count()).toBe(0)
    const another = page.getByRole('link', { name: 'Write another one like it', exact: true })
    await expect.poll(() => another.getAttribute('href')).toBe(`/alerts/new?copy=${alertId}`)
    await visitor.checkScreen()
    await visitor.end()
  })

  it('refuses in words to take back what an officer had no part in', async () => {
    const { alertId } = await issueDrill(approver, 'officer.national', ['1309910'])
    const visitor = await openConsole({ as: writer, language: 'lo', screen: 'phone' })
    const { page } = visitor
    await visitor.open(`/alerts/${alertId}`)
    await page.getByText('ຍົກເລີກ: ສົ່ງຜິດ', { exact: true }).click()

    await page.getByRole('button', { name: /^ຍົກເລີກດຽວນີ້: \d+ SMS$/ }).click()

    await page.getByText(/^ສະເພາະຜູ້ທີ່ຮ່ວມສົ່ງຄຳເຕືອນນີ້ ຫຼື ແຂວງ ຍົກເລີກໄດ້/).waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })

  it('says for one of two villages that it is over, and that it goes on in the other', async () => {
    const { alertId } = await issueDrill(writer, approver, ['1309905', '1309906'])
    const first = await openConsole({ as: writer })
    const { page } = first
    await first.open(`/alerts/${alertId}/all-clear`)
    await page.getByText(/^Warning: River flood, Kengmouang, Vangmouang$/).waitFor()
    await page.getByText(/^SMS: \d+\. Villages: 2\.$/).waitFor()
    // What each village has of its own is named, not told by the ids of the template.
    await page.getByText(/^ALL CLEAR for \[village\]: /).waitFor()
    expect((await page.locator('blockquote').allInnerTexts()).join(' ')).not.toMatch(/[{}]/)
    await page.getByRole('radio', { name: /^Only in some villages/ }).check()
    await page.getByRole('button', { name: 'Hand to a second person', exact: true }).click()
    await page.getByRole('alert').getByText('Choose at least one village').waitFor()
    await first.checkScreen()

    await page.getByRole('checkbox', { name: 'Kengmouang', exact: true }).check()
    await page.getByText(/^SMS: \d+\. Villages: 1\.$/).waitFor()
    await page.getByRole('button', { name: 'Hand to a second person', exact: true }).click()
    await page.getByText('Version 2 was not sent yet. The villages still have version 1.').waitFor()

    const second = await openConsole({ as: approver })
    await second.open('/')
    await second.page
      .getByRole('link', { name: /Kengmouang/ })
      .first()
      .click()
    await second.page.getByRole('button', { name: /^Approve and send to \d+ people$/ }).click()
    await second.page.getByText('It still holds in: Vangmouang.').waitFor({ timeout: 40_000 })
    await second.page.getByText('Over already in: Kengmouang.').waitFor()
    await second.checkScreen()
    await second.picture('all-clear-for-some')
    await second.end()
    await first.end()
  })

  it('keeps what was written of an all-clear on the device, and mends one that waits', async () => {
    const { alertId } = await issueDrill(writer, approver, ['1309911'])
    const visitor = await openConsole({ as: writer, screen: 'phone' })
    const { page } = visitor
    await visitor.open(`/alerts/${alertId}/all-clear`)
    await page.getByRole('radio', { name: /^Words of your own/ }).check()
    await page.getByLabel('Text in English').fill('The river has fallen. Go home by daylight.')

    await page.reload()
    await page.getByText('You go on with what you wrote on this device.').waitFor()
    await page.getByRole('button', { name: 'Hand to a second person', exact: true }).click()
    await page.getByText('You wrote this: another officer has to approve it.').waitFor()
    await visitor.open(`/alerts/${alertId}/all-clear`)
    await page.getByLabel('Text in English').fill('The river has fallen. Go home after six.')
    await page.getByRole('button', { name: 'Hand to a second person', exact: true }).click()

    await page.getByText('You wrote this: another officer has to approve it.').waitFor()
    await page.getByText('The river has fallen. Go home after six.').waitFor()
    await expect.poll(() => page.getByText('Read it again').count()).toBe(0)
    await visitor.checkScreen()
    await visitor.end()
  })

  it('shows both forms without a fault in every language and on every screen', async () => {
    const { alertId } = await issueDrill(writer, approver, ['1309912'])
    for (const { language, screen } of everyLook) {
      // oxlint-disable no-await-in-loop -- one device after the other
      const visitor = await openConsole({ as: writer, language, screen })
      await visitor.open(`/alerts/${alertId}/update`)
      await visitor.page.getByRole('radio').first().waitFor()
      await visitor.checkScreen()
      await visitor.open(`/alerts/${alertId}/all-clear`)
      await visitor.page.locator('blockquote').first().waitFor()
      await visitor.checkScreen()
      await visitor.picture(`all-clear-${language}-${screen}`)
      await visitor.end()
      // oxlint-enable no-await-in-loop
    }
    expect(everyLook).toHaveLength(4)
  })
})
