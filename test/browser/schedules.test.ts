import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { scheduleRuns } from '../../shared/contracts/schedules.ts'
import { describeSkip } from '../../shared/domain/schedule/schedule-words.ts'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'
import { apiOf } from './support/submit-drill.ts'

const officer = 'officer.songkhone'

const said = {
  lo: {
    add: 'ຕາຕະລາງໃໝ່',
    save: 'ບັນທຶກຕາຕະລາງ',
    problem: 'ມີບັນຫາ',
    name: 'ຊື່ຂອງຕາຕະລາງ',
    flood: 'ນ້ຳຖ້ວມ',
    whole: 'ທັງໝົດ ສອງຄອນ',
    monthly: 'ທຸກເດືອນ',
    day: 'ວັນທີຂອງເດືອນ',
    edit: 'ແກ້ໄຂ',
    pause: 'ຢຸດໄວ້',
    resume: 'ເຮັດຕໍ່',
    end: 'ຈົບຕາຕະລາງນີ້',
    endYes: 'ແມ່ນ, ຈົບ',
    ended: 'ຈົບແລ້ວ',
    everyMonth: 'ທຸກເດືອນ ວັນທີ 31 ເວລາ 09:00',
    exposed: '3: ສູງ, ຖ້ວມກ່ອນໝູ່',
  },
  en: {
    add: 'New schedule',
    save: 'Save the schedule',
    problem: 'There is a problem',
    name: 'Name of the schedule',
    flood: 'River flood',
    whole: 'All of Songkhone',
    monthly: 'Every month',
    day: 'Day of the month',
    edit: 'Edit',
    pause: 'Pause',
    resume: 'Resume',
    end: 'End this schedule',
    endYes: 'Yes, end it',
    ended: 'Ended',
    everyMonth: 'Every month on day 31 at 09:00',
    exposed: '3: high, flooded first',
  },
} as const

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

/** A schedule of 1308 that was written over the API. */
const scheduleOf = async (name: string): Promise<string> => {
  const call = await apiOf(officer)
  const { scheduleId } = await call(alertRoutes.createSchedule, {
    body: {
      name,
      hazard: 'river-flood',
      mode: 'exercise',
      areas: ['1308'],
      texts: { lo: 'ກຽມຮັບນ້ຳຖ້ວມ', en: 'PREPARE FOR FLOODS: test the loudspeaker.' },
      recurrence: { type: 'yearly', month: 4, day: 1, time: '09:00' },
    },
  })
  return scheduleId
}

afterAll(endBrowser)

describe('a schedule', () => {
  it.each(everyLook)(
    'is written, edited, paused, resumed and ended, in $language on a $screen',
    { timeout: 180_000 },
    async ({ language, screen }) => {
      const words = said[language]
      const name = `Rains ${language} ${screen}`
      const visitor = await openConsole({ as: officer, language, screen })
      const { page } = visitor
      await visitor.open('/schedules')
      await visitor.checkScreen()
      await page.getByRole('link', { name: words.add, exact: true }).click()
      await press(page, words.save)
      await page.getByRole('heading', { name: words.problem, exact: true }).waitFor()
      await visitor.checkScreen()
      await page.getByLabel(words.name, { exact: true }).fill(name)
      await page.getByRole('radio', { name: words.flood, exact: true }).check()
      await press(page, words.whole)
      await page.getByRole('radio', { name: words.monthly, exact: true }).check()
      await page.getByLabel(words.day, { exact: true }).fill('31')
      await page.getByRole('checkbox', { name: words.exposed, exact: true }).check()
      await page.locator('blockquote[lang=en]').waitFor()
      await visitor.checkScreen()
      await visitor.picture(`schedule-form-${language}-${screen}`)

      await press(page, words.save)

      await page.getByRole('heading', { name, exact: true }).waitFor()
      await page.getByText(words.everyMonth, { exact: true }).waitFor()
      await page.locator('ol > li').first().waitFor()
      await expect.poll(() => page.locator('ol > li').count()).toBe(5)
      await visitor.checkScreen()
      await visitor.picture(`schedule-${language}-${screen}`)
      await page.getByRole('link', { name: words.edit, exact: true }).click()
      await page.getByLabel(words.name, { exact: true }).fill(`${name} 2`)
      await expect
        .poll(() => page.getByRole('checkbox', { name: words.exposed, exact: true }).isChecked())
        .toBe(true)
      await page.locator('blockquote[lang=en]').waitFor()
      await press(page, words.save)
      await page.getByRole('heading', { name: `${name} 2`, exact: true }).waitFor()
      await press(page, words.pause)
      await press(page, words.resume)
      await page.getByRole('button', { name: words.pause, exact: true }).waitFor()
      await page.getByText(words.end, { exact: true }).click()
      await press(page, words.endYes)
      await page.getByText(words.ended, { exact: true }).first().waitFor()
      await expect.poll(() => page.getByRole('link', { name: words.edit, exact: true }).count()).toBe(0)
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it.each(['lo', 'en'] as const)(
    'asks each season, and says why runs sent nothing, in %s',
    async (language) => {
      const scheduleId = await scheduleOf(`Season ${language}`)
      const visitor = await openConsole({ as: officer, language, screen: 'phone' })
      const { page } = visitor
      const path = `**/v1/schedules/${scheduleId}`
      // A season comes once a year, and nothing fails on demand: what the API would answer then.
      await page.route(path, async (route) => {
        const response = await route.fetch()
        const schedule: unknown = await response.json()
        const asks = { awaitsReconfirmation: true, reconfirmFromIso: '2026-03-02T09:00:00+07:00' }
        await route.fulfill({ response, json: Object.assign({}, schedule, asks) })
      })
      const runs = scheduleRuns.parse({
        mode: 'exercise',
        past: [
          {
            runAtIso: '2026-04-01T09:00:00+07:00',
            state: 'skipped',
            reason: 'not-reconfirmed',
            words: describeSkip('not-reconfirmed'),
            alertId: null,
            villagesLeftOut: [],
            villagesGone: ['1308901'],
            recordedAtIso: '2026-04-01T09:00:10+07:00',
          },
        ],
        villagesGone: ['1308901', '1308902'],
        next: [
          {
            runAtIso: '2027-04-01T21:00:00+07:00',
            smsFromIso: '2027-04-02T07:00:00+07:00',
            confirmed: false,
          },
        ],
      })
      await page.route(`${path}/runs*`, (route) => route.fulfill({ json: runs }))

      await visitor.open(`/schedules/${scheduleId}`)

      await page.getByText(describeSkip('not-reconfirmed')[language], { exact: true }).waitFor()
      await page
        .getByText(
          language === 'lo' ? /SMS ທຳອິດ 02\/04\/2027 07:00/ : /first SMS 02\/04\/2027 07:00: quiet hours/,
        )
        .waitFor()
      await page
        .getByText(language === 'lo' ? /^ບໍ່ໄດ້ສົ່ງ, ຍ້ອນບ້ານຖືກລວມ/ : /^Left out, as they were merged or taken off/)
        .waitFor()
      await page
        .getByText(
          language === 'lo' ? /ຈະບໍ່ໄດ້ຮັບຫຍັງ: .*, .*ແກ້ໄຂຕາຕະລາງ/ : /nobody there gets anything: .*, .*\. Edit/,
        )
        .waitFor()
      await visitor.checkScreen()
      const confirmed = page.waitForResponse((response) => response.url().endsWith('/reconfirm'))
      await press(page, language === 'lo' ? 'ຢືນຢັນຄັ້ງຕໍ່ໄປ' : 'Confirm the next run')
      expect((await confirmed).status()).toBe(200)
      await visitor.end()
    },
  )

  it('that somebody else has changed meanwhile is not overwritten', async () => {
    const scheduleId = await scheduleOf('Two at once')
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page } = visitor
    await visitor.open(`/schedules/${scheduleId}/edit`)
    await page.getByLabel('Name of the schedule', { exact: true }).fill('Mine')
    const other = await apiOf('officer2.songkhone')
    await other(alertRoutes.pauseSchedule, { params: { scheduleId } })

    await press(page, 'Save the schedule')

    await page.getByText(/^Somebody has changed this schedule meanwhile\./).waitFor()
    await expect
      .poll(() => page.getByLabel('Name of the schedule', { exact: true }).inputValue())
      .toBe('Mine')
    await visitor.checkScreen()
    await press(page, 'Load theirs (what you typed is lost)')
    const name = page.getByLabel('Name of the schedule', { exact: true })
    await expect.poll(() => name.inputValue(), { timeout: 15_000 }).toBe('Two at once')
    await visitor.end()
  })

  it('may be looked at, not changed, by who covers less than all of it, and written by officers alone', async () => {
    const call = await apiOf('officer.savannakhet')
    const { scheduleId } = await call(alertRoutes.createSchedule, {
      body: {
        name: 'Both districts',
        hazard: 'river-flood',
        mode: 'exercise',
        areas: ['1308', '1309'],
        texts: { lo: 'ກຽມຮັບນ້ຳຖ້ວມ', en: 'PREPARE FOR FLOODS: test the loudspeaker.' },
        recurrence: { type: 'once', date: '2027-03-01', time: '09:00' },
      },
    })
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    await visitor.open(`/schedules/${scheduleId}`)
    await visitor.page.getByText(/^It concerns villages outside your areas/).waitFor()
    await expect.poll(() => visitor.page.locator('main button').count()).toBe(0)
    const admin = await openConsole({ as: 'admin', screen: 'phone' })
    await admin.open('/schedules/new')

    await admin.page.getByText('You may not see this page.', { exact: true }).waitFor()

    await admin.checkScreen()
    await visitor.checkScreen()
    await visitor.open('/schedules/0123456789abcdef0123456789abcdef')
    await visitor.page
      .getByText(/^There is no such schedule/)
      .first()
      .waitFor()
    await visitor.end()
    await admin.end()
  })

  it('that was not saved is kept on the device, and saved or thrown away from there', async () => {
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page } = visitor
    const name = page.getByLabel('Name of the schedule', { exact: true })
    await visitor.open('/schedules/new')
    await name.fill('Half written')
    await page.getByRole('checkbox', { name: '3: high, flooded first', exact: true }).check()
    await page.reload()

    await page.getByText('You go on with what you wrote on this device.').waitFor()
    await expect.poll(() => name.inputValue()).toBe('Half written')
    await expect
      .poll(() => page.getByRole('checkbox', { name: '3: high, flooded first', exact: true }).isChecked())
      .toBe(true)
    await visitor.checkScreen()
    await visitor.open('/settings')
    await page.getByRole('link', { name: /^Go on: A schedule, \d\d/ }).waitFor()
    await visitor.checkScreen()
    await visitor.open('/schedules/new')
    await press(page, 'Discard it')
    await expect.poll(() => name.inputValue()).toBe('')
    await page.reload()
    await name.waitFor()
    await expect.poll(() => page.getByText('You go on with what you wrote on this device.').count()).toBe(0)
    await visitor.end()
  })

  it('is found again without a connection, and so are the templates, with the time that they are of', async () => {
    await scheduleOf('Read at night')
    const visitor = await openConsole({ as: officer, screen: 'phone', serviceWorkers: 'allow' })
    const { page, context } = visitor
    await visitor.open('/')
    // The worker takes pages from the first visit after it was installed.
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await visitor.open('/templates')
    await page.getByRole('link', { name: 'Flood warning', exact: true }).waitFor()
    await visitor.open('/schedules')
    await page.getByRole('link', { name: 'Read at night', exact: true }).first().waitFor()

    await context.setOffline(true)
    await page.reload()

    await page.getByRole('link', { name: 'Read at night', exact: true }).first().waitFor()
    await page.getByText(/^As of \d\d\/\d\d \d\d:\d\d$/).waitFor()
    await visitor.checkScreen()
    await visitor.open('/templates')
    await page.getByRole('link', { name: 'Flood warning', exact: true }).waitFor()
    await page.getByText(/^As of \d\d\/\d\d \d\d:\d\d$/).waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })

  it('that was written without a connection was not saved, and says so', async () => {
    const scheduleId = await scheduleOf('No network')
    const visitor = await openConsole({ as: officer, screen: 'phone' })
    const { page } = visitor
    await visitor.open(`/schedules/${scheduleId}`)
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor()
    await visitor.context.setOffline(true)

    await press(page, 'Pause')

    await page
      .getByRole('alert')
      .filter({ hasText: /^Not sent: no connection/ })
      .waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })
})
