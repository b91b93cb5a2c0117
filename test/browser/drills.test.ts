import { afterAll, describe, expect, it } from 'vitest'
import { fillDrill, said as composeSaid, submitted } from './support/compose-steps.ts'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'
import { submitDrill } from './support/submit-drill.ts'

afterAll(endBrowser)

const said = {
  lo: {
    drills: 'ຝຶກຊ້ອມ',
    begin: 'ເລີ່ມການຝຶກຊ້ອມ',
    nobody: 'ບໍ່ມີໃຜ',
    goOn: 'ຂຽນການຝຶກຊ້ອມ',
    rehearse: 'ຊ້ອມໂດຍບໍ່ສົ່ງ SMS ຫາໃຜ',
    waits: 'ລໍຖ້າຜູ້ອະນຸມັດ',
  },
  en: {
    drills: 'Drills',
    begin: 'Begin a drill',
    nobody: 'Nobody',
    goOn: 'Write the drill',
    rehearse: 'Rehearse only: no phone gets an SMS',
    waits: 'Waits for a second person',
  },
} as const

describe('drills', () => {
  it.each(everyLook)(
    'begin in one place, and show what became of the former ones, in $language on a $screen',
    async ({ language, screen }) => {
      const words = said[language]
      const alertId = await submitDrill('officer.champhone', ['1309903'])
      const visitor = await openConsole({ as: 'officer.champhone', language, screen })
      const { page } = visitor

      await visitor.open('/drills')

      const line = page.locator('li.card').filter({ has: page.locator(`a[href="/alerts/${alertId}"]`) })
      await line.waitFor()
      await expect.poll(() => line.innerText()).toContain(words.waits)
      await page.getByRole('heading', { name: words.begin, exact: true }).waitFor()
      await visitor.checkScreen()
      await visitor.picture(`drills-${language}-${screen}`)
      await visitor.end()
    },
  )

  it.each(['lo', 'en'] as const)(
    'lead to an alert of their mode that reaches nobody, in %s',
    async (language) => {
      const words = said[language]
      const visitor = await openConsole({ as: 'officer.champhone', language, screen: 'phone' })
      const { page } = visitor
      await visitor.open('/drills')

      await page.locator('input[name=mode][value=test]').check()
      await page.getByRole('radio', { name: words.nobody }).check()
      await page.getByRole('link', { name: words.goOn, exact: true }).click()

      await page.waitForURL(/\/alerts\/new\?/)
      await page.locator('input[name=mode][value=test]').waitFor()
      await expect.poll(() => page.locator('input[name=mode]:checked').getAttribute('value')).toBe('test')
      await expect
        .poll(() => page.getByRole('checkbox', { name: words.rehearse, exact: true }).isChecked())
        .toBe(true)
      await visitor.end()
    },
  )

  it('go through every step and reach nobody where that is what they are for', async () => {
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/drills')
    await page.getByRole('radio', { name: 'Nobody' }).check()
    await page.getByRole('link', { name: 'Write the drill', exact: true }).click()
    await fillDrill(page, composeSaid.en, '1309913')
    await page.getByText('A rehearsal: no phone gets an SMS.').waitFor()
    await page.getByRole('button', { name: 'Check it', exact: true }).click()
    await page.getByText('A rehearsal: no phone gets an SMS.').waitFor()
    await visitor.checkScreen()
    await page.getByRole('button', { name: 'Submit', exact: true }).click()
    await submitted(page)
    await page.getByText('A rehearsal: no phone rings', { exact: true }).waitFor()
    await visitor.checkScreen()
    const second = await openConsole({ as: 'officer.savannakhet', screen: 'phone' })
    await second.page.goto(page.url())

    await second.page.getByRole('button', { name: /^Approve/ }).click()

    await second.page.getByText('This drill writes to nobody: no phone rings.').waitFor()
    await second.page.getByText(/\b(\d+) of \1 rehearsed, none sent/).waitFor({ timeout: 40_000 })
    await second.checkScreen()
    await second.end()
    await visitor.end()
  })

  it('say so where there was none, and offer a viewer none', async () => {
    const visitor = await openConsole({ as: 'viewer.songkhone', screen: 'phone' })
    await visitor.page.route('**/v1/alerts?*', (route) =>
      route.fulfill({ json: { alerts: [], nextCursor: null } }),
    )

    await visitor.open('/drills')

    await visitor.page.getByText('There was no drill in your areas yet.', { exact: true }).waitFor()
    await expect
      .poll(() => visitor.page.getByRole('heading', { name: 'Begin a drill', exact: true }).count())
      .toBe(0)
    await visitor.checkScreen()
    await visitor.end()
  })

  it('say in words that they cannot be had, and come with another try', async () => {
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    const { page } = visitor
    await page.route('**/v1/alerts?*', (route) => route.fulfill({ status: 502, body: 'gateway' }))
    await visitor.open('/drills')
    await page.getByText('Something went wrong.', { exact: false }).waitFor()
    await visitor.checkScreen()

    await page.unroute('**/v1/alerts?*')
    await page.getByRole('button', { name: 'Try again', exact: true }).click()

    await page.locator('li.card').first().waitFor()
    await visitor.end()
  })
})
