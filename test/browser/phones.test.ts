import { afterAll, describe, expect, it } from 'vitest'
import { issueDrill } from './support/issue-drill.ts'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'

afterAll(endBrowser)

const writer = 'officer.champhone'
const approver = 'officer.savannakhet'

describe('the wall of phones', { timeout: 120_000 }, () => {
  it('shows by village what each person reads, live, and what officers are told apart from it', async () => {
    await issueDrill(writer, approver, ['1309903'])
    const visitor = await openConsole({ as: writer })
    const { page } = visitor
    await visitor.open('/more')
    await page.getByRole('link', { name: /phones/i }).click()
    await page.getByRole('heading', { name: 'The wall of phones', exact: true }).waitFor()
    const village = page.locator('[data-group="1309903"]')
    const officers = page.locator('[data-group="A"]')
    await village.getByRole('heading', { level: 2, name: /^Nonkham/ }).waitFor()
    await village
      .getByText(/^ຝຶກຊ້ອມ: ເຕືອນໄພນ້ຳຖ້ວມ/)
      .first()
      .waitFor()
    await officers.getByRole('heading', { name: /^Officers and admins/ }).waitFor()
    await officers.getByRole('heading', { level: 3, name: 'Officer of Savannakhet', exact: true }).waitFor()
    await expect.poll(() => village.getByText('Officer of Savannakhet').count()).toBe(0)

    await page.getByLabel('Search').fill('kengnyai')
    await village.waitFor({ state: 'detached' })
    await page.getByLabel('Search').fill('Nonkham')
    await village.getByRole('heading', { level: 3 }).first().waitFor()
    await expect.poll(() => officers.count()).toBe(0)
    await page.getByLabel('Search').fill('')
    await issueDrill(writer, approver, ['1309901'])

    await page.locator('[data-group="1309901"]').getByRole('heading', { level: 3 }).first().waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })

  it.each(everyLook)('has no fault in $language on a $screen, in dark too', async ({ language, screen }) => {
    const visitor = await openConsole({ as: writer, language, screen, colorScheme: 'dark' })

    await visitor.open('/more')
    await visitor.page.locator('a[href^="/phones"]').click()
    await visitor.page.getByRole('heading', { level: 3 }).first().waitFor()

    await expect.poll(() => visitor.page.locator('html').getAttribute('lang')).toBe(language)
    await visitor.checkScreen()
    await visitor.picture(`phones-${language}-${screen}`)
    await visitor.end()
  })
})
