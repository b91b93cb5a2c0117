import { afterAll, describe, expect, it } from 'vitest'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'
import { submitDrill } from './support/submit-drill.ts'

afterAll(endBrowser)

describe('audit', () => {
  it.each(everyLook)(
    'tells the rows of an alert in words, and that they are whole, in $language on a $screen',
    async ({ language, screen }) => {
      const alertId = await submitDrill('officer.savannakhet', ['1308906'])
      const visitor = await openConsole({ as: 'admin', language, screen })
      const { page } = visitor
      await visitor.open(`/audit?alertId=${alertId}`)

      const [written, whole, check] =
        language === 'lo'
          ? ['ຂຽນຄຳເຕືອນ', /^ຄົບຖ້ວນ: \d+ ແຖວ/, 'ກວດວ່າບັນທຶກຄົບຖ້ວນ']
          : ['Write an alert', /^Whole: \d+ rows/, 'Check that nothing was changed']
      await page.getByRole('heading', { name: written, exact: true }).waitFor()
      await expect.poll(() => page.getByText('Officer of Savannakhet').count()).toBeGreaterThan(0)
      await page.getByRole('button', { name: check, exact: true }).click()
      await page.getByText(whole).waitFor()
      // Ids stand in no line that is read, and are there for whoever follows one.
      const lines = page.locator('li.card > p')
      await expect.poll(async () => (await lines.allInnerTexts()).join(' ')).not.toContain(alertId)
      await page.locator('li.card summary').first().click()
      await page.getByText(`alertId: ${alertId}`, { exact: true }).first().waitFor()

      await visitor.checkScreen()
      if (language === 'en' && screen === 'office') await visitor.picture('audit')
      await visitor.end()
    },
  )

  it('shows a day to an admin of the whole country, page by page', async () => {
    const { open, page, checkScreen, end } = await openConsole({ as: 'admin', screen: 'phone' })
    await open('/audit')

    const row = page.locator('li.card', { has: page.getByRole('heading', { name: 'Carry out an import' }) })
    await row
      .first()
      .getByText(/^import: \d\d\/\d\d\/\d{4} /)
      .waitFor()
    await checkScreen()
    await page.getByLabel('Day', { exact: true }).fill('2020-01-01')

    await page.getByText('There are no rows.').waitFor()
    await checkScreen()
    await end()
  })

  it('is no page for an officer', async () => {
    const { open, page, checkScreen, end } = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    await open('/audit')

    await page.getByText('You may not see this page.').waitFor()

    await checkScreen()
    await end()
  })

  it('says without a network that nothing can be read, and reads it when there is one', async () => {
    const { open, page, context, checkScreen, end } = await openConsole({ as: 'admin', screen: 'phone' })
    await open('/audit?alertId=')
    await page.getByLabel('Alert', { exact: true }).waitFor()
    await context.setOffline(true)

    await page.getByRole('radio', { name: 'Everything else on a day' }).check()
    await page.getByRole('alert').first().waitFor()
    await checkScreen()
    await context.setOffline(false)
    for (const again of await page.getByRole('button', { name: 'Try again' }).all()) await again.click()

    await page.getByRole('button', { name: 'Check that nothing was changed' }).waitFor()
    await end()
  })
})
