import { afterAll, describe, expect, it } from 'vitest'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'

afterAll(endBrowser)

const said = {
  lo: {
    title: 'ແມ່ແບບຂໍ້ຄວາມ',
    hazard: 'ໄພ',
    level: 'ລະດັບ',
    warning: 'ເຕືອນໄພ',
    flood: 'ນ້ຳຖ້ວມ',
    template: 'ເຕືອນໄພນ້ຳຖ້ວມ',
    unreviewed: 'ຍັງບໍ່ມີໃຜຮັບຮອງຄຳເຫຼົ່ານີ້',
    none: 'ບໍ່ມີແມ່ແບບແບບນີ້.',
    drill: 'ທົດລອງ',
    mode: 'ຈິງ ຫຼື ຝຶກຊ້ອມ',
    storm: 'ພາຍຸ',
    prepare: 'ກຽມພ້ອມ',
  },
  en: {
    title: 'Templates',
    hazard: 'Danger',
    level: 'Level',
    warning: 'Warning',
    flood: 'River flood',
    template: 'Flood warning',
    unreviewed: 'Nobody has approved these words yet',
    none: 'No template like this.',
    drill: 'Test',
    mode: 'Real or drill',
    storm: 'Storm',
    prepare: 'Prepare',
  },
} as const

describe('templates', () => {
  it.each(everyLook)(
    'are found by danger and level, and shown with what nobody has approved, in $language on a $screen',
    async ({ language, screen }) => {
      const words = said[language]
      const visitor = await openConsole({ as: 'officer.champhone', language, screen })
      const { page } = visitor
      await visitor.open('/more')
      await visitor.checkScreen()
      await visitor.picture(`more-${language}-${screen}`)

      await page.getByRole('link', { name: words.title, exact: true }).click()
      await page.locator('main li.card').first().waitFor()
      await visitor.checkScreen()
      const all = await page.locator('main li.card').count()
      await page.getByLabel(words.hazard, { exact: true }).selectOption({ label: words.flood })
      await page.getByLabel(words.level, { exact: true }).selectOption({ label: words.warning })
      await page
        .getByRole('status')
        .filter({ hasText: String(all) })
        .waitFor()
      const found = await page.locator('main li.card h2').allInnerTexts()
      await page.getByRole('link', { name: words.template, exact: true }).click()
      await page.getByRole('heading', { name: words.template, exact: true }).waitFor()

      expect(all).toBeGreaterThan(found.length)
      expect(found).toContain(words.template)
      await expect.poll(() => page.getByText(words.unreviewed, { exact: true }).count()).toBe(2)
      await expect.poll(() => page.locator('blockquote[lang=lo]').count()).toBe(2)
      await expect
        .poll(() => page.locator('blockquote[lang=en]').first().innerText())
        .toContain('[safe place]')
      await visitor.checkScreen()
      await visitor.picture(`template-${language}-${screen}`)
      await visitor.end()
    },
  )

  it.each(['lo', 'en'] as const)('say so where none fits, in %s', async (language) => {
    const words = said[language]
    const visitor = await openConsole({ as: 'viewer.songkhone', language, screen: 'phone' })
    const { page } = visitor
    await visitor.open('/templates')

    await page.getByLabel(words.hazard, { exact: true }).selectOption({ label: words.storm })
    await page.getByLabel(words.level, { exact: true }).selectOption({ label: words.prepare })

    await page.getByText(words.none, { exact: true }).waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })

  it('lead to an alert that has their danger, level and words already', async () => {
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/templates/flood-warning')

    await page.getByRole('link', { name: 'River flood', exact: true }).click()

    await page.getByRole('heading', { name: 'New alert', exact: true }).waitFor()
    await expect
      .poll(() => page.getByRole('radio', { name: 'River flood', exact: true }).isChecked())
      .toBe(true)
    await expect.poll(() => page.locator('input[name=level]:checked').getAttribute('value')).toBe('warning')
    await page.locator('input[name=wording]').first().waitFor()
    await expect
      .poll(() => page.locator('input[name=wording]:checked').getAttribute('value'))
      .toBe('flood-warning')
    await visitor.checkScreen()
    await visitor.end()
  })

  it('offer a viewer no alert, and no new alert where they end one', async () => {
    const viewer = await openConsole({ as: 'viewer.songkhone' })
    await viewer.open('/templates/flood-warning')
    await viewer.page.locator('blockquote').first().waitFor()
    const officer = await openConsole({ as: 'officer.champhone' })
    await officer.open('/templates/all-clear')

    await officer.page
      .getByText('Used from the alert itself, when it goes on or ends.', { exact: true })
      .waitFor()

    await expect.poll(() => viewer.page.locator('main a[href^="/alerts/new"]').count()).toBe(0)
    await expect.poll(() => officer.page.locator('main a[href^="/alerts/new"]').count()).toBe(0)
    await officer.checkScreen()
    await viewer.end()
    await officer.end()
  })

  it('that were read once are there without a connection; others say that there is none', async () => {
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/templates/flood-warning')
    await page.locator('blockquote').first().waitFor()
    await page.getByRole('link', { name: '← Templates', exact: true }).click()
    await page.locator('main li.card').first().waitFor()

    await visitor.context.setOffline(true)
    await page.getByRole('link', { name: 'Flood warning', exact: true }).click()

    await page.locator('blockquote').first().waitFor()
    await page.getByRole('link', { name: '← Templates', exact: true }).click()
    await page.getByRole('link', { name: 'Storm warning', exact: true }).click()
    await page.getByRole('alert').filter({ hasText: 'No connection.' }).waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })
})
