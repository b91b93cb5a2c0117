import { afterAll, describe, expect, it } from 'vitest'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'

afterAll(endBrowser)

const words = {
  lo: {
    title: 'ປ່ຽນຊື່, ລວມບ້ານ, ລະຫັດຊົ່ວຄາວ',
    merged: 'ລວມເຂົ້າບ້ານອື່ນແລ້ວ',
    active: 'ບ້ານປົກກະຕິ',
    into: 'ລວມເຂົ້າບ້ານໃດ?',
    missing: 'ເລືອກບ້ານ.',
    warning: /^ຈາກນີ້ໄປ \d+ ຄົນໃນຄະນະກຳມະການນີ້ ຈະບໍ່ໄດ້ຮັບ SMS/,
    save: 'ບັນທຶກສະຖານະຂອງບ້ານ',
    isIn: /ຄົນຢູ່ລຸ່ມນີ້ບໍ່ໄດ້ຮັບ SMS\. ຄຳເຕືອນໄປຫາຄະນະກຳມະການຂອງ/,
  },
  en: {
    title: 'Renamed, merged, provisional code',
    merged: 'It was merged into another village',
    active: 'A village with its own code',
    into: 'Into which village?',
    missing: 'Choose the village.',
    warning: /^From now on the \d+ people of this committee get no SMS at all\./,
    save: 'Save how it stands',
    isIn: /Nobody below gets an SMS\. Alerts go to the committee of/,
  },
} as const

describe('a village that was merged into another', () => {
  it.each(
    everyLook.map((look, at) => ({ ...look, code: ['1310905', '1310906', '1310907', '1310909'][at] ?? '' })),
  )(
    'is said to be so with what that does to its committee, and taken back, in $language on a $screen',
    async ({ language, screen, code }) => {
      const said = words[language]
      const visitor = await openConsole({ as: 'admin', language, screen })
      const { page } = visitor
      const press = () => page.getByRole('button', { name: said.save, exact: true }).click()
      await visitor.open(`/villages/1310/${code}`)
      await page.getByText(said.title, { exact: true }).click()
      await page.getByRole('radio', { name: said.merged, exact: true }).click()
      await page.getByText(said.warning).waitFor()
      await press()
      await page.getByText(said.missing, { exact: true }).waitFor()
      await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('merged-into')
      await visitor.checkScreen()

      await page.getByLabel(said.into, { exact: true }).selectOption('1310901')
      await press()

      const told = page.getByText(said.isIn)
      await told.waitFor()
      await expect.poll(() => told.getByRole('link').getAttribute('href')).toBe('/villages/1310/1310901')
      await visitor.checkScreen()
      await page.getByText(said.title, { exact: true }).click()
      await page.getByRole('radio', { name: said.active, exact: true }).click()
      await press()
      await told.waitFor({ state: 'detached' })
      await visitor.end()
    },
  )
})
