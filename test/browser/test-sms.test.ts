import { afterAll, describe, expect, inject, it } from 'vitest'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'

afterAll(endBrowser)

const words = {
  send: { lo: 'ສົ່ງ SMS ທົດລອງ', en: 'Send a test SMS' },
  boxes: { lo: 'ເຫັນແຕ່ກ່ອງ ຫຼື ເຄື່ອງໝາຍ', en: 'Saw boxes or signs' },
  keep: { lo: 'ບັນທຶກຄຳຕອບ', en: 'Keep the answer' },
  kept: { lo: 'ບັນທຶກຄຳຕອບແລ້ວ.', en: 'The answer is kept.' },
  note: { lo: 'ບັນທຶກວ່າບໍ່ສະແດງຕົວໜັງສືລາວ', en: 'Note that it shows no Lao letters' },
} as const

/** People of one village of the sample, with their numbers as the wall of phones finds them. */
const people = [
  { name: 'ນາຍບ້ານ ໂພນຄຳ', number: '55000305' },
  { name: 'ຮອງນາຍບ້ານ ໂພນຄຳ', number: '55000306' },
  { name: 'ຜູ້ແຈ້ງເຕືອນ ໂພນຄຳ', number: '55000307' },
  { name: 'ສະຫະພັນແມ່ຍິງ ໂພນຄຳ', number: '55000308' },
] as const
const village = '/villages/1310/1310908'

describe('a test SMS', () => {
  it.each(everyLook.map((look, place) => ({ ...look, person: people[place] ?? people[0] })))(
    'goes out once, is followed, and what was said of it is kept, in $language on a $screen',
    async ({ language, screen, person: { name, number } }) => {
      const visitor = await openConsole({ as: 'admin', language, screen })
      const { page } = visitor
      await visitor.open(village)
      const card = page.locator('li.card', { has: page.getByText(name, { exact: true }) })
      await card.locator('summary').click()
      await card.getByRole('button', { name: words.send[language], exact: true }).waitFor()
      await visitor.checkScreen()

      await card.getByRole('button', { name: words.send[language], exact: true }).dblclick()
      await card.getByRole('radio', { name: words.boxes[language], exact: true }).check()
      await card.getByRole('button', { name: words.keep[language], exact: true }).click()
      await card.getByText(words.kept[language], { exact: true }).waitFor()
      await visitor.checkScreen()
      await card.getByRole('button', { name: words.note[language], exact: true }).click()
      await card
        .getByRole('button', { name: words.note[language], exact: true })
        .waitFor({ state: 'detached' })

      const wall = await page.request.get(`${inject('console').origin}/phones/cards?search=${number}`)
      expect(await wall.json()).toMatchObject({
        cards: [{ count: 1, messages: [{ text: expect.stringMatching(/^ທົດລອງ: .* ທົດລອງ$/) }] }],
      })
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it('is seen by officers with its answer, who cannot send one', async () => {
    const visitor = await openConsole({ as: 'officer.savannakhet', screen: 'phone' })
    await visitor.open(village)

    const card = visitor.page.locator('li.card').first()
    await card.getByText(words.boxes.en, { exact: true }).waitFor()

    await card.getByText(/^Test SMS \d\d\/\d\d/).waitFor()
    await expect.poll(() => card.locator('summary').count()).toBe(0)
    await visitor.checkScreen()
    await visitor.end()
  })
})
