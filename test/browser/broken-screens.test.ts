import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'
import { submitDrill } from './support/submit-drill.ts'

afterAll(endBrowser)

const words = {
  lo: {
    failed: 'ມີບາງຢ່າງຜິດພາດ.',
    notShown: 'ເປີດໜ້ານີ້ບໍ່ໄດ້: ບໍ່ມີສັນຍານ, ມີໂປຣແກຣມໃໝ່ ຫຼື ຂັດຂ້ອງ. ຮ່າງຍັງຢູ່.',
    again: 'ລອງອີກ',
    templates: 'ແມ່ແບບຂໍ້ຄວາມ',
  },
  en: {
    failed: 'Something went wrong.',
    notShown:
      'This page cannot be shown: no connection, a newer console, or a fault of ours. Drafts are kept.',
    again: 'Try again',
    templates: 'Templates',
  },
} as const

const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

describe('a screen whose file is gone', () => {
  it.each(everyLook)(
    'is named in words with another try, in $language on a $screen',
    async ({ language, screen }) => {
      const said = words[language]
      const visitor = await openConsole({ as: 'officer.champhone', language, screen })
      const { page } = visitor
      await visitor.open('/more')
      await page.route(/\/assets\/template-list-/, (route) => route.fulfill({ status: 404 }))

      await page.getByRole('link', { name: said.templates, exact: true }).click()

      await heading(page, said.failed)
      await page.getByText(said.notShown, { exact: true }).waitFor()
      await visitor.checkScreen()
      await page.unrouteAll()
      await page.getByRole('button', { name: said.again, exact: true }).click()
      await heading(page, said.templates)
      await visitor.end()
    },
  )

  it('is so below another screen too', async () => {
    const visitor = await openConsole({ as: 'officer.songkhone', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/villages/1308')
    await page.route(/\/assets\/rostered-village-/, (route) => route.abort())

    await page.getByRole('link', { name: 'Phondeng', exact: true }).click()

    await heading(page, words.en.failed)
    await page.getByText(words.en.notShown, { exact: true }).waitFor()
    await page.unrouteAll()
    await page.getByRole('button', { name: words.en.again, exact: true }).click()
    await heading(page, 'Phondeng')
    await visitor.end()
  })
})

describe('a screen that breaks', () => {
  it('says so, leaves the others as they are, and is there again once its fault is gone', async () => {
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/more')
    await page.route('**/v1/templates', (route) => route.fulfill({ json: { templates: [{}] } }))

    await page.getByRole('link', { name: 'Templates', exact: true }).click()

    await heading(page, words.en.failed)
    await page.getByText(words.en.notShown, { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Home', exact: true }).last().click()
    await heading(page, 'Home')
    await visitor.open('/more')
    await page.getByRole('link', { name: 'Templates', exact: true }).click()
    await heading(page, words.en.failed)
    await page.unrouteAll()
    await page.getByRole('button', { name: words.en.again, exact: true }).click()
    await heading(page, 'Templates')
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await visitor.end()
  })
})

/** Fills what the device keeps for this address to the last character, in the place of lists, under names that begin so. */
const fill = (page: Page, name: string): Promise<void> =>
  page.evaluate<undefined>(`(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('siang.seen.') && key !== 'siang.seen.me') localStorage.removeItem(key)
    }
    for (let size = 1 << 20, n = 0; size >= 1; n += 1) {
      try { localStorage.setItem('${name}' + n, 'x'.repeat(size)) } catch { size = size >> 1 }
    }
  })()`)

const draftKept = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(
    `(Object.keys(localStorage).filter((key) => key.startsWith('siang.draft.')).map((key) => localStorage.getItem(key)).join('')).includes('landslide')`,
  )

describe('a device that keeps nothing more', () => {
  it('makes room for a draft among the lists that it kept', async () => {
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/alerts/new')
    await fill(page, 'siang.seen.filling.')

    await page.getByRole('radio', { name: 'Landslide', exact: true }).click()

    await expect.poll(() => draftKept(page)).toBe(true)
    await expect.poll(() => page.getByText(/^This device keeps no draft/).count()).toBe(0)
    await page.reload()
    await page.getByText(/^You have a draft of .* that was not sent\.$/).waitFor()
    await visitor.end()
  })

  it('says that it keeps no draft where others fill it, and goes on', async () => {
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/alerts/new')
    await fill(page, 'of.others.')

    await page.getByRole('radio', { name: 'Landslide', exact: true }).click()

    await page.getByText('This device keeps no draft: do not close the page.', { exact: true }).waitFor()
    await expect
      .poll(() => page.getByRole('radio', { name: 'Landslide', exact: true }).isChecked())
      .toBe(true)
    await visitor.checkScreen()
    await page.getByRole('link', { name: 'Home', exact: true }).first().click()
    await heading(page, 'Home')
    await visitor.end()
  })

  it('leads a copy to its check page all the same', async () => {
    const copied = await submitDrill('officer.champhone', ['1309919'])
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/')
    await fill(page, 'of.others.')
    await visitor.open(`/alerts/new?copy=${copied}`)
    await page.getByRole('radio', { name: /^Warning/ }).waitFor()

    await page.getByRole('button', { name: 'Check it', exact: true }).click()

    await heading(page, 'Check before you send')
    await page.getByRole('button', { name: /^Submit/ }).waitFor()
    await visitor.end()
  })

  it('opens all the same where its browser forbids to keep anything, and says why nobody can sign in', async () => {
    const visitor = await openConsole({ screen: 'phone' })
    const { page, context } = visitor
    await context.addInitScript(`
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { get() { throw new DOMException('Denied', 'SecurityError') } })
      }
    `)
    await page.reload()
    await heading(page, 'ເຂົ້າສູ່ລະບົບ')
    await page.getByRole('button', { name: 'English', exact: true }).click()

    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()

    await page.getByText(/^This browser keeps nothing, so nobody can sign in\./).waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })
})
