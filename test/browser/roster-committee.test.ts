import { afterAll, describe, expect, it } from 'vitest'
import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'
import { apiOf } from './support/submit-drill.ts'

afterAll(endBrowser)

const words = {
  add: { lo: 'ເພີ່ມສະມາຊິກ', en: 'Add a member' },
  name: { lo: 'ຊື່ ແລະ ນາມສະກຸນ', en: 'Name' },
  phone: { lo: 'ເບີໂທ', en: 'Phone' },
  save: { lo: 'ບັນທຶກ', en: 'Save' },
  tooShort: {
    lo: 'ຕົວເລກບໍ່ຄົບ. ເບີມືຖືມີ 8 ຕົວເລກຫຼັງ 020.',
    en: 'Digits are missing. A mobile number has 8 digits after 020.',
  },
  has: { lo: 'ອອກແລ້ວ ທ້າວ ທົດລອງ', en: 'Has left ທ້າວ ທົດລອງ' },
  yes: { lo: 'ແມ່ນ, ອອກແລ້ວ', en: 'Yes, they left' },
} as const

describe('a committee', () => {
  it.each(everyLook)(
    'is kept by an admin: added, masked until revealed, marked as left, in $language on a $screen',
    async ({ language, screen }) => {
      const visitor = await openConsole({ as: 'admin', language, screen })
      const { page } = visitor
      await visitor.open('/villages/1310/1310901')
      await page.getByRole('button', { name: words.add[language], exact: true }).click()
      await page.getByLabel(words.name[language], { exact: true }).fill('ທ້າວ ທົດລອງ')
      await page.getByLabel(words.phone[language], { exact: true }).fill('12')
      await page.getByRole('button', { name: words.save[language], exact: true }).click()
      await page.getByRole('alert').waitFor()
      // At the field and in the list: the API's own words, in the language of the device.
      await expect.poll(() => page.getByText(words.tooShort[language], { exact: true }).count()).toBe(2)
      await visitor.checkScreen()

      await page.getByLabel(words.phone[language], { exact: true }).fill('020 55 777 123')
      await page.getByRole('button', { name: words.save[language], exact: true }).click()
      await page.getByText('+856********23').waitFor()
      await page
        .getByRole('button', {
          name: language === 'lo' ? 'ສະແດງເບີ ທ້າວ ທົດລອງ' : 'Show the number ທ້າວ ທົດລອງ',
          exact: true,
        })
        .click()
      await page.getByRole('link', { name: '020 55 777 123', exact: true }).waitFor()
      await visitor.checkScreen()
      await visitor.picture(`committee-${language}-${screen}`)

      await page.getByRole('button', { name: words.has[language], exact: true }).click()
      await page.getByRole('button', { name: words.yes[language], exact: true }).click()
      await page.getByText('+856********23').waitFor({ state: 'detached' })
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it('is put in another order with the keyboard alone, the focus staying with who moves', async () => {
    const visitor = await openConsole({ as: 'admin' })
    const { page } = visitor
    await visitor.open('/villages/1310/1310902')
    const names = page.locator('ol > li b')
    await names.first().waitFor()
    const [first = '', second = ''] = await names.allInnerTexts()

    await page.getByRole('button', { name: `Move ${first} down`, exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(`${first} is now number 2.`, { exact: true }).waitFor()

    await expect.poll(async () => (await names.allInnerTexts()).slice(0, 2)).toEqual([second, first])
    const focused = page.locator(':focus')
    await expect.poll(() => focused.getAttribute('aria-label')).toBe(`Move ${first} down`)
    await page.getByRole('button', { name: `Move ${first} up`, exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(`${first} is now number 1.`, { exact: true }).waitFor()
    await expect.poll(() => focused.getAttribute('aria-label')).toBe(`Move ${first} down`)
    await visitor.checkScreen()
    await visitor.end()
  })

  it('keeps what was typed where somebody else was faster, and takes up what they changed', async () => {
    const visitor = await openConsole({ as: 'admin', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/villages/1310/1310903')
    await page.getByRole('button', { name: 'Edit the village', exact: true }).click()
    await page.getByLabel('Safe place, in English', { exact: true }).fill('The new school')
    const call = await apiOf('admin')
    const params = { code: '1310903' }
    const village = await call(rosterRoutes.getVillage, { params })
    await call(rosterRoutes.editMember, {
      params: { ...params, memberId: village.members[0]?.id ?? '' },
      body: { notes: 'edited meanwhile' },
      ifMatch: village.etag,
    })

    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Somebody else changed this village meanwhile.').waitFor()
    await visitor.checkScreen()
    await page.getByRole('button', { name: 'Load theirs, keep what I typed', exact: true }).click()
    await page.getByText('edited meanwhile', { exact: false }).waitFor()
    await expect
      .poll(() => page.getByLabel('Safe place, in English', { exact: true }).inputValue())
      .toBe('The new school')
    await page.getByRole('button', { name: 'Save', exact: true }).click()

    await page.getByText('The new school', { exact: true }).waitFor()
    await visitor.end()
  })

  it('says which numbers fail, and whose', async () => {
    const call = await apiOf('admin')
    const params = { code: '1310904' }
    const village = await call(rosterRoutes.getVillage, { params })
    const [member] = village.members
    await call(rosterRoutes.editMember, {
      params: { ...params, memberId: member?.id ?? '' },
      body: { status: 'quarantined' },
      ifMatch: village.etag,
    })
    const visitor = await openConsole({ as: 'officer.savannakhet', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/villages/1310')

    await page.getByRole('link', { name: /^Failing numbers/ }).click()

    await page.getByText(member?.name ?? '?', { exact: true }).waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })
})
