import { afterAll, describe, expect, it } from 'vitest'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'

afterAll(endBrowser)

const said = {
  lo: { title: 'ການຕັ້ງຄ່າ', drafts: 'ບໍ່ມີຮ່າງ.', stage: 'local: ສາທິດໃນເຄື່ອງດຽວ: ບໍ່ມີ SMS ແທ້', other: 'English' },
  en: {
    title: 'Settings',
    drafts: 'There are none.',
    stage: 'local: demonstration on one machine: no real SMS',
    other: 'ພາສາລາວ',
  },
} as const

describe('settings', () => {
  it.each(everyLook)(
    'say what this device keeps and which Siang this is, in $language on a $screen',
    async ({ language, screen }) => {
      const words = said[language]
      const visitor = await openConsole({ as: 'officer.champhone', language, screen })
      const { page } = visitor

      await visitor.open('/settings')

      await page.getByText(words.stage, { exact: true }).waitFor()
      await page.getByText(words.drafts, { exact: true }).waitFor()
      await visitor.checkScreen()
      await visitor.picture(`settings-${language}-${screen}`)
      await page.getByRole('radio', { name: words.other, exact: true }).check()
      const other = language === 'lo' ? said.en : said.lo
      await page.getByRole('heading', { name: other.title, exact: true }).waitFor()
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language === 'lo' ? 'en' : 'lo')
      await visitor.end()
    },
  )

  it('list the drafts of this device, to be gone on with or thrown away', async () => {
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/alerts/new')
    await page.getByRole('radio', { name: 'River flood', exact: true }).check()
    await visitor.open('/settings')
    await page.getByRole('link', { name: /^Go on: New alert, / }).waitFor()
    await visitor.checkScreen()
    await page.getByRole('link', { name: /^Go on: New alert, / }).click()
    await page.getByText(/^You have a draft of .* that was not sent\.$/).waitFor()
    await visitor.open('/settings')

    await page.getByRole('button', { name: /^Discard: New alert, / }).click()

    await page.getByText('There are none.', { exact: true }).waitFor()
    await visitor.open('/alerts/new')
    await page.getByRole('heading', { name: '1. What is the danger?', exact: true }).waitFor()
    await visitor.end()
  })

  it('let the device remember a person, or not', async () => {
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/settings')
    const box = page.getByRole('checkbox', { name: 'Remember me on this device', exact: true })
    const keeps = () => page.evaluate<boolean>("localStorage.getItem('siang.session') !== null")
    expect(await keeps()).toBe(true)

    await box.uncheck()

    expect(await keeps()).toBe(false)
    await box.check()
    expect(await keeps()).toBe(true)
    await visitor.end()
  })

  it('forget everything on this device in two steps, and sign the person out', async () => {
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/alerts/new')
    await page.getByRole('radio', { name: 'River flood', exact: true }).check()
    await visitor.open('/settings')
    await page.getByText('Forget everything on this device', { exact: true }).click()

    await page.getByRole('button', { name: 'Yes, forget everything', exact: true }).click()

    await page.waitForURL((url) => !url.pathname.startsWith('/settings'))
    await visitor.open('/')
    const left = await page.evaluate<string[]>('Object.keys(localStorage)')
    expect(left.filter((key) => !key.endsWith('.language'))).toEqual([])
    await expect.poll(() => page.locator('nav').count()).toBe(0)
    await visitor.end()
  })
})
