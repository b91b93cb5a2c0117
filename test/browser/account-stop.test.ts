import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'
import { apiOf } from './support/submit-drill.ts'

const said = {
  lo: {
    goes: 'SMS ອອກຕາມປົກກະຕິ.',
    reason: 'ເປັນຫຍັງ? ທຸກຄົນຈະອ່ານ',
    missing: 'ບອກເຫດຜົນ ເພື່ອໃຫ້ຄົນອື່ນຮູ້',
    goOn: 'ຢຸດ SMS ທັງໝົດ…',
    sure: 'ຢຸດ SMS ທັງໝົດແທ້ບໍ?',
    not: 'ບໍ່, ກັບຄືນ',
    stopNow: 'ແມ່ນ, ຢຸດທັງໝົດດຽວນີ້',
    stopped: 'SMS ທັງໝົດຖືກຢຸດໄວ້',
    release: 'ປົດ: ໃຫ້ SMS ອອກອີກ',
    more: 'ໃຜ ແລະ ເປັນຫຍັງ',
    text: 'ຂໍ້ຄວາມຜິດກຳລັງອອກ',
  },
  en: {
    goes: 'SMS go out as usual.',
    reason: 'Why? Everybody will read it',
    missing: 'Say why, so that others know',
    goOn: 'Stop every SMS…',
    sure: 'Really stop every SMS?',
    not: 'No, go back',
    stopNow: 'Yes, stop every SMS now',
    stopped: 'Every SMS is stopped',
    release: 'Release: let SMS go out again',
    more: 'Who and why',
    text: 'A wrong text goes out',
  },
} as const

const release = async (): Promise<void> => {
  const call = await apiOf('admin')
  await call(alertRoutes.resumeAccount)
}

// Other tests' SMS wait meanwhile: a test that fails in between must not leave it pulled.
afterEach(release)
afterAll(endBrowser)

describe('the stop of every SMS', () => {
  it.each(everyLook)(
    'is pulled in two steps with a reason, and released, in $language on a $screen',
    async ({ language, screen }) => {
      const words = said[language]
      const visitor = await openConsole({ as: 'admin', language, screen })
      const { page } = visitor
      const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
      await visitor.open('/account-stop')
      await page.getByText(words.goes, { exact: true }).waitFor()
      await press(words.goOn)
      await page.getByText(words.missing, { exact: true }).waitFor()
      await visitor.checkScreen()
      await page.getByLabel(words.reason, { exact: true }).fill(words.text)
      await press(words.goOn)
      await page.getByRole('heading', { name: words.sure, exact: true }).waitFor()
      await visitor.checkScreen()
      await press(words.not)
      await expect.poll(() => page.getByLabel(words.reason, { exact: true }).inputValue()).toBe(words.text)
      await press(words.goOn)

      await press(words.stopNow)

      await page.getByRole('heading', { name: words.stopped, exact: true }).waitFor()
      await page.getByText(words.text, { exact: true }).waitFor()
      await visitor.checkScreen()
      await visitor.picture(`account-stop-${language}-${screen}`)
      await visitor.open('/')
      await page.getByRole('link', { name: words.more, exact: true }).waitFor()
      await visitor.checkScreen()
      await page.getByRole('link', { name: words.more, exact: true }).click()
      await press(words.release)
      await page.getByText(words.goes, { exact: true }).waitFor()
      await visitor.open('/')
      await expect.poll(() => page.getByRole('link', { name: words.more, exact: true }).count()).toBe(0)
      await visitor.end()
    },
  )

  it('is told to officers and viewers wherever they look at alerts, with no button to touch', async () => {
    const call = await apiOf('admin')
    await call(alertRoutes.stopAccount, { body: { reason: 'A wrong text goes out' } })
    const officer = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    const viewer = await openConsole({ as: 'viewer.songkhone', screen: 'phone' })
    const banner = /^Every SMS has been stopped since .*: nothing reaches the villages\. Call them\.$/

    for (const path of ['/', '/alerts', '/alerts/new']) {
      // oxlint-disable-next-line no-await-in-loop -- one screen after the other
      await officer.open(path)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await officer.page.getByText(banner).waitFor()
    }
    await viewer.open('/')
    await viewer.page.getByText(banner).waitFor()
    await viewer.page.getByRole('link', { name: 'Who and why', exact: true }).click()
    await viewer.page.getByText('an admin', { exact: true }).waitFor()
    await viewer.page.getByText('A wrong text goes out', { exact: true }).waitFor()

    await expect.poll(() => viewer.page.locator('main button').count()).toBe(0)
    await viewer.page.getByText('Only admins stop or release it.', { exact: true }).waitFor()
    await viewer.checkScreen()
    await officer.checkScreen()
    await officer.end()
    await viewer.end()
  })

  it('says that nothing was stopped where there is no connection, and keeps the reason', async () => {
    const visitor = await openConsole({ as: 'admin', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/account-stop')
    await page.getByLabel('Why? Everybody will read it', { exact: true }).fill('A wrong text')
    await page.getByRole('button', { name: 'Stop every SMS…', exact: true }).click()
    await visitor.context.setOffline(true)

    await page.getByRole('button', { name: 'Yes, stop every SMS now', exact: true }).click()

    await page
      .getByRole('alert')
      .filter({ hasText: /^Not sent: no connection/ })
      .waitFor()
    await page.getByText('A wrong text', { exact: true }).waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })
})
