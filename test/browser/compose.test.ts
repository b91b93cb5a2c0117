import type { Locator } from 'playwright-core'
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
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'
import { apiOf, submitDrill } from './support/submit-drill.ts'

const officer = 'officer.songkhone'

afterAll(endBrowser)

describe('writing an alert', () => {
  it.each(everyLook.map((look, at) => ({ ...look, code: `130891${at}` })))(
    'takes eight taps from opened to submitted for a saved reach and a template, in $language on a $screen',
    async ({ language, screen, code }) => {
      const words = said[language]
      const visitor = await openConsole({ as: officer, language, screen })
      const { page } = visitor
      await visitor.open('/alerts/new')
      await fillDrill(page, words, code)
      await page.getByText(words.save, { exact: true }).click()
      await page.getByLabel(words.name, { exact: true }).fill('Xe 1')
      await press(page, words.keep)
      await visitor.open('/alerts/new')
      await press(page, words.discard)
      await visitor.open('/')
      let taps = 0
      const tap = async (control: Locator): Promise<void> => {
        taps += 1
        await control.click()
      }

      await tap(page.getByRole('link', { name: words.newAlert, exact: true }))
      await page.getByRole('button', { name: 'Xe 1', exact: true }).waitFor()
      await visitor.checkScreen()
      await press(page, words.check)
      await page.getByRole('heading', { name: words.problem, exact: true }).waitFor()
      await visitor.checkScreen()
      await tap(page.getByRole('radio', { name: words.flood, exact: true }))
      await tap(page.getByRole('radio', { name: words.warning }))
      await tap(page.getByRole('button', { name: 'Xe 1', exact: true }))
      await tap(page.getByRole('radio', { name: words.exercise }))
      await tap(page.getByLabel(words.metres, { exact: true }))
      await page.keyboard.type('11.5')
      await page
        .getByText(/SMS parts: \d+|\d+ ສ່ວນ SMS, /)
        .first()
        .waitFor()
      await visitor.checkScreen()
      await visitor.picture(`compose-${language}-${screen}`)
      await tap(page.getByRole('button', { name: words.check, exact: true }))
      await page.getByRole('heading', { name: words.checkTitle, exact: true }).waitFor()
      await page.getByRole('button', { name: words.submit }).waitFor()
      await visitor.checkScreen()
      await visitor.picture(`check-${language}-${screen}`)
      await tap(page.getByRole('button', { name: words.submit }))
      await submitted(page)

      expect(taps).toBe(8)
      const [alert] = await alertsOf(code)
      expect(alert).toMatchObject({
        mode: 'exercise',
        level: 'warning',
        hazard: 'river-flood',
        state: 'submitted',
      })
      await visitor.end()
    },
    120_000,
  )

  it('goes from the home screen to submitted by keyboard alone', async () => {
    const visitor = await openConsole({ as: officer })
    const { page } = visitor
    const { keyboard } = page
    const tabTo = async (control: Locator): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        // oxlint-disable-next-line no-await-in-loop -- one key after the other
        if (await control.evaluate((element) => element === element.ownerDocument.activeElement)) return
        // oxlint-disable-next-line no-await-in-loop -- as above
        await keyboard.press('Tab')
      }
      throw new Error('The control is not reached by Tab.')
    }

    await visitor.open('/')
    await tabTo(page.getByRole('link', { name: 'New alert', exact: true }))
    await keyboard.press('Enter')
    const first = page.getByRole('radio', { name: 'River flood', exact: true })
    await first.waitFor()
    await tabTo(first)
    await keyboard.press('Space')
    await tabTo(page.getByRole('radio', { name: /^Prepare/ }))
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    await page.getByLabel('Find a village').waitFor()
    await tabTo(page.getByLabel('Find a village'))
    await keyboard.type('1308914')
    await tabTo(page.getByRole('checkbox', { name: /^Nasavang/ }))
    await keyboard.press('Space')
    await page.getByLabel('River', { exact: true }).waitFor()
    await tabTo(page.getByLabel('River', { exact: true }))
    await keyboard.type('Mek')
    await tabTo(page.getByLabel('Water level in metres'))
    await keyboard.type('12.4')
    await tabTo(page.getByLabel('Place', { exact: true }))
    await keyboard.type('Savan')
    await tabTo(page.getByRole('radio', { name: /^Actual/ }))
    await keyboard.press('ArrowDown')
    await tabTo(page.getByRole('button', { name: 'Check it' }))
    await keyboard.press('Enter')
    const submit = page.getByRole('button', { name: /^Submit for \d+ people$/ })
    await submit.waitFor()
    await tabTo(submit)
    await keyboard.press('Enter')
    await submitted(page)

    expect(await alertsOf('1308914')).toMatchObject([{ mode: 'exercise', state: 'submitted' }])
    await visitor.end()
  })

  it('sends once where the button is pressed twice', async () => {
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page } = visitor
    const posts: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST' && /\/v1\/alerts(\/|$)/.test(request.url())) posts.push(request.url())
    })
    await visitor.open('/alerts/new')
    await fillDrill(page, said.en, '1308915')
    await goToCheck(page, said.en)

    await page.getByRole('button', { name: /^Submit for/ }).dblclick()
    await submitted(page)

    expect(posts).toHaveLength(2)
    expect(await alertsOf('1308915')).toHaveLength(1)
    await visitor.end()
  })

  it('copies the last alert but for its water level, and names every fault with a link to its field', async () => {
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page } = visitor
    await visitor.open('/alerts/new')

    await press(page, /^Copy the last: Warning: River flood/)
    await page.getByLabel('Water level in metres').waitFor()
    await press(page, 'Check it')
    await page.getByRole('link', { name: 'Give the water level: above 0, up to 60 metres' }).click()

    const level = page.getByLabel('Water level in metres')
    await expect
      .poll(() => level.evaluate((element) => element === element.ownerDocument.activeElement))
      .toBe(true)
    await expect.poll(() => page.getByRole('radio', { name: /^Warning/ }).isChecked()).toBe(true)
    await visitor.checkScreen()
    await visitor.end()
  })

  it('copies the alert that its address names into a new one', async () => {
    const alertId = await submitDrill(officer, ['1308922'])
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page } = visitor
    await visitor.open(`/alerts/new?copy=${alertId}`)
    await page.getByRole('button', { name: 'Take Thasavang away' }).waitFor()

    await expect.poll(() => page.getByRole('radio', { name: /^Exercise/ }).isChecked()).toBe(true)
    await expect
      .poll(() => page.getByLabel('Text in English').inputValue())
      .toMatch(/^FLOOD WARNING: river rising/)
    await visitor.checkScreen()
    await goToCheck(page, said.en)
    await press(page, said.en.submit)
    await submitted(page)

    const both = await alertsOf('1308922')
    expect(both).toHaveLength(2)
    expect(both.map((alert) => alert.alertId)).toContain(alertId)
    expect(page.url()).not.toContain(alertId)
    await visitor.end()
  })

  it('writes a preparedness message for those alone whom the officer chooses', async () => {
    const visitor = await openConsole({ as: 'officer.savannakhet', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/alerts/new')
    await choose(page, 'Storm')
    await choose(page, /^Warning/)
    await expect.poll(() => page.getByRole('heading', { name: 'To whom?' }).count()).toBe(0)
    await choose(page, /^Prepare/)
    await choose(page, /^Exercise/)
    await page.getByLabel('District', { exact: true }).selectOption('1310')
    await chooseVillage(page, said.en, '1310914')
    await page.getByLabel('Text in English').fill('STORM: the district office asks you to tie down roofs.')
    await page.getByText(/^People: 7\. /).waitFor()
    await page.getByText('Only members of these duties').first().click()
    await page.getByRole('checkbox', { name: 'Head', exact: true }).check()
    await page.getByText(/^People: 1\. /).waitFor()
    await visitor.checkScreen()
    await page.reload()
    await press(page, 'Go on with the draft')
    await goToCheck(page, said.en, said.en.send)
    await page.getByText('Only Head', { exact: true }).waitFor()
    await visitor.checkScreen()
    await page.getByRole('link', { name: 'Change To whom?' }).click()
    await page.getByRole('heading', { name: 'To whom?' }).waitFor()
    await goToCheck(page, said.en, said.en.send)

    await press(page, said.en.send)
    await submitted(page)

    const [alert] = await alertsOf('1310914')
    const call = await apiOf('officer.savannakhet')
    const { versions } = await call(alertRoutes.getAlert, { params: { alertId: alert?.alertId ?? '' } })
    expect(versions[0]?.audience).toEqual({ duties: ['head'] })
    await visitor.end()
  })

  it('takes a shorter spelling by one tap, and shows what the words leave out', async () => {
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page } = visitor
    await visitor.open('/alerts/new')
    await choose(page, 'River flood')
    await choose(page, /^Warning/)
    await choose(page, /^Exercise/)
    await chooseVillage(page, said.en, '1308919')
    await choose(page, /^Words of your own/)
    await page.getByLabel('Text in Lao').fill('')
    await page.getByLabel('Text in English').fill('The “river” rises')

    await page.getByText(/^The text does not say: who warns/).waitFor()
    await visitor.checkScreen()
    await page
      .getByRole('button', { name: /^Write/ })
      .first()
      .click()

    await expect.poll(() => page.getByLabel('Text in English').inputValue()).toBe('The "river” rises')
    await visitor.end()
  })

  it('edits a draft that exists and submits the same alert', async () => {
    const call = await apiOf(officer)
    const { alertId } = await call(alertRoutes.createAlert, {
      body: {
        kind: 'flood',
        hazard: 'river-flood',
        level: 'warning',
        mode: 'exercise',
        areas: ['1308920'],
        texts: { en: 'FLOOD WARNING: the district office says go to the school by 18:00.' },
      },
    })
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page } = visitor
    await visitor.open(`/alerts/new?edit=${alertId}`)
    await page
      .getByLabel('Text in English')
      .fill('FLOOD WARNING: the district office says go to the temple by 18:00.')

    await goToCheck(page, said.en)
    await visitor.checkScreen()
    await press(page, said.en.submit)
    await submitted(page)

    const after = await call(alertRoutes.getAlert, { params: { alertId } })
    expect(after.state).toBe('submitted')
    expect(after.versions[0]?.texts.en).toContain('temple')
    expect(await alertsOf('1308920')).toHaveLength(1)
    await visitor.end()
  })

  it('offers nothing to whoever may issue nothing', async () => {
    const visitor = await openConsole({ as: 'viewer.songkhone', screen: 'phone' })

    await visitor.open('/alerts/new')

    await visitor.page.getByText('You may not see this page.').waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })
})
