import type { Page } from 'playwright-core'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { apiOf } from './submit-drill.ts'

/** What the officer reads, in the language of the screen. */
export const said = {
  en: {
    newAlert: 'New alert',
    flood: 'River flood',
    warning: /^Warning/,
    exercise: /^Exercise/,
    find: 'Find a village',
    save: 'Save these areas for next time',
    name: 'Name',
    keep: 'Save',
    river: 'River',
    place: 'Place',
    metres: 'Water level in metres',
    check: 'Check it',
    checkTitle: 'Check before you send',
    submit: /^Submit for \d+ people$/,
    send: /^Send to \d+ people$/,
    discard: 'Discard it',
    problem: 'There is a problem',
  },
  lo: {
    newAlert: 'ອອກຄຳເຕືອນໃໝ່',
    flood: 'ນ້ຳຖ້ວມ',
    warning: /^ເຕືອນໄພ/,
    exercise: /^ຝຶກຊ້ອມ/,
    find: 'ຄົ້ນຫາບ້ານ',
    save: 'ບັນທຶກເຂດນີ້ໄວ້ໃຊ້ອີກ',
    name: 'ຊື່',
    keep: 'ບັນທຶກ',
    river: 'ແມ່ນ້ຳ',
    place: 'ສະຖານທີ່',
    metres: 'ລະດັບນ້ຳ, ແມັດ',
    check: 'ກວດຄືນ',
    checkTitle: 'ກວດຄືນກ່ອນສົ່ງ',
    submit: /^ສະເໜີ: \d+ ຄົນ$/,
    send: /^ສົ່ງຫາ \d+ ຄົນ$/,
    discard: 'ຖິ້ມຮ່າງ',
    problem: 'ມີບັນຫາ',
  },
} as const
type Said = (typeof said)[keyof typeof said]

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click()

export const choose = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('radio', typeof name === 'string' ? { name, exact: true } : { name }).click()

export const chooseVillage = async (page: Page, words: Said, code: string): Promise<void> => {
  await page.getByLabel(words.find, { exact: true }).fill(code)
  await page.getByRole('checkbox').first().check()
}

/** A flood warning, as a drill, with everything that its template needs. */
export const fillDrill = async (page: Page, words: Said, code: string): Promise<void> => {
  await choose(page, words.flood)
  await choose(page, words.warning)
  await choose(page, words.exercise)
  await chooseVillage(page, words, code)
  await page.getByLabel(words.river, { exact: true }).selectOption('xe-banghiang')
  await page.getByLabel(words.place, { exact: true }).selectOption('kengkok')
  await page.getByLabel(words.metres, { exact: true }).fill('12,4')
}

/** `last`: what the last button says, by whether somebody else has to approve. */
export const goToCheck = async (page: Page, words: Said, last: RegExp = words.submit): Promise<void> => {
  await press(page, words.check)
  await page.getByRole('heading', { name: words.checkTitle, exact: true }).waitFor()
  await page.getByRole('button', { name: last }).waitFor()
}

export const submitted = (page: Page): Promise<void> => page.waitForURL(/\/alerts\/[0-9a-f]{32}$/)

/** Alerts that mean exactly this village. */
export const alertsOf = async (code: string) => {
  const call = await apiOf('officer.national')
  const { alerts } = await call(alertRoutes.listAlerts, { query: { limit: '100' } })
  return alerts.filter(({ areas }) => areas.join(',') === code)
}
