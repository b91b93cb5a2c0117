import { afterAll, describe, expect, it } from 'vitest'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'

afterAll(endBrowser)

describe('budgets', () => {
  it.each(everyLook)(
    'says what an area may spend, and that no budget is no limit, in $language on a $screen',
    async ({ language, screen }) => {
      const visitor = await openConsole({ as: 'admin', language, screen })
      await visitor.open('/budgets')

      const words = language === 'lo' ? 'ບໍ່ມີງົບປະມານ = ບໍ່ຈຳກັດ' : 'No budget = no limit'
      await visitor.page.getByText(words, { exact: true }).first().waitFor()

      await expect.poll(() => visitor.page.getByRole('term').getByRole('link').count()).toBe(18)
      await visitor.checkScreen()
      if (language === 'en' && screen === 'office') await visitor.picture('budgets')
      await visitor.end()
    },
  )

  it('shows an officer their district, and lets them set nothing', async () => {
    const { open, page, checkScreen, end } = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    await open('/budgets')

    await page.getByRole('heading', { name: 'SMS budgets: Champhone' }).waitFor()
    await page.getByRole('heading', { name: 'Preparedness' }).waitFor()

    await expect.poll(() => page.getByText(/^Set the budget/).count()).toBe(0)
    await checkScreen()
    await end()
  })

  it('sets a budget for one month, shows it in words and as a bar, and takes it away again', async () => {
    const { open, page, checkScreen, end } = await openConsole({ as: 'admin', screen: 'phone' })
    await open('/budgets/10?month=2031-02')

    await page.getByText('Set the budget: Preparedness').click()
    await page.getByLabel('SMS parts a month').last().fill('many')
    await page.getByRole('button', { name: 'Save', exact: true }).last().click()
    await page.getByText('Give a whole number.').waitFor()
    await page.getByLabel('SMS parts a month').last().fill('20,000')
    await page.getByRole('button', { name: 'Save', exact: true }).last().click()

    await page.getByText('0 of 20,000 parts spent or reserved, 20,000 left.').waitFor()
    await page.getByRole('progressbar').waitFor()
    await page.getByText(/^20,000 parts \(USD 1,200\.00\), set for this month alone$/).waitFor()
    await checkScreen()

    await page.getByRole('link', { name: /^Month after/ }).click()
    await page.getByText('Month 03/2031').waitFor()
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    await open('/budgets/10?month=2031-02')
    await page.getByText('Set the budget: Preparedness').click()
    await page.getByLabel('SMS parts a month').last().fill('')
    await page.getByRole('button', { name: 'Save', exact: true }).last().click()
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    await end()
  })

  it('keeps two admins from overwriting each other without seeing it', async () => {
    const first = await openConsole({ as: 'admin' })
    const second = await openConsole({ as: 'admin2' })
    for (const { page, open } of [first, second]) {
      await open('/budgets/09?month=2031-04')
      await page.getByText('Set the budget: Warnings').click()
    }
    await first.page.getByLabel('SMS parts a month').first().fill('500')
    await first.page.getByRole('button', { name: 'Save', exact: true }).first().click()
    await first.page.getByText('Saved.').waitFor()

    await second.page.getByLabel('SMS parts a month').first().fill('700')
    await second.page.getByRole('button', { name: 'Save', exact: true }).first().click()
    await second.page.getByText(/^Somebody else changed this budget meanwhile/).waitFor()
    await second.page.getByText('0 of 500 parts spent or reserved, 500 left.').waitFor()
    await second.checkScreen()
    await second.page.getByRole('button', { name: 'Save', exact: true }).first().click()

    await second.page.getByText('0 of 700 parts spent or reserved, 700 left.').waitFor()
    await first.end()
    await second.end()
  })
})
