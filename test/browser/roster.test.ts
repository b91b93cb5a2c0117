import { afterAll, describe, expect, it } from 'vitest'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'

afterAll(endBrowser)

describe('the roster', () => {
  it.each(everyLook)(
    'lands an officer in their district, and finds a village by its name, in $language on a $screen',
    async ({ language, screen }) => {
      const visitor = await openConsole({ as: 'officer.songkhone', language, screen })
      const { page } = visitor
      const inLao = language === 'lo'
      await visitor.open('/villages')
      await page.waitForURL(/\/villages\/1308$/)
      await page.getByRole('rowheader').first().waitFor()
      await visitor.checkScreen()
      await visitor.picture(`roster-${language}-${screen}`)

      await page
        .getByLabel(inLao ? 'ຊອກຊື່ບ້ານ ຫຼື ລະຫັດ' : 'Search by name or code', { exact: true })
        .fill('ໂພນ ແດງ')

      await page.getByText(inLao ? 'ພົບ 1 ຈາກ 22 ບ້ານ' : '1 of 22 villages found', { exact: true }).waitFor()
      await page.getByRole('link', { name: inLao ? 'ໂພນແດງ' : 'Phondeng', exact: true }).click()
      await page.getByText('Head of Phondeng').waitFor()
      await expect.poll(() => page.getByText('+856********01').count()).toBe(1)
      await expect
        .poll(() => page.getByRole('button', { name: inLao ? 'ເພີ່ມສະມາຊິກ' : 'Add a member' }).count())
        .toBe(0)
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it('shows an admin provinces, districts, villages without contact, and where they lie', async () => {
    const visitor = await openConsole({ as: 'admin', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/villages')
    await page.getByRole('link', { name: 'Savannakhet', exact: true }).waitFor()
    await visitor.checkScreen()

    await page.getByRole('link', { name: 'Savannakhet', exact: true }).click()
    await page.getByRole('link', { name: 'Songkhone', exact: true }).click()
    await page.getByRole('rowheader').first().waitFor()
    await page.getByText('Map of the villages', { exact: true }).click()

    await page.getByRole('img', { name: /^Map: / }).waitFor()
    await page.getByRole('button', { name: /^\d+ Without contact$/ }).click()
    await page.getByText(/^\d of 22 villages found$/).waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })

  it('shows what was last seen of the district where there is no network', async () => {
    const visitor = await openConsole({ as: 'officer.songkhone', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/villages/1308')
    await page.getByRole('rowheader').first().waitFor()
    await page.getByRole('link', { name: 'Nongsoung', exact: true }).click()
    await page.getByRole('heading', { name: 'Committee', exact: true }).waitFor()
    await visitor.context.setOffline(true)

    await page.getByRole('link', { name: '← Songkhone', exact: true }).click()

    await page.getByText('22 of 22 villages found', { exact: true }).waitFor()
    await page.getByText(/^As of /).waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })

  it('answers an area that does not exist, and one of others, in words', async () => {
    const visitor = await openConsole({ as: 'officer.champhone', language: 'lo', screen: 'phone' })

    await visitor.open('/villages/1308/1308901')

    await visitor.page.getByText('ບໍ່ມີບ້ານນີ້, ຫຼື ຢູ່ນອກເຂດຂອງທ່ານ.').waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })

  it('prints a call sheet of the district with whole numbers', async () => {
    const visitor = await openConsole({ as: 'officer.songkhone', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/villages/1308')

    await page.getByRole('link', { name: 'Call sheet to print', exact: true }).click()

    await page.getByRole('heading', { name: /^Phondeng/ }).waitFor()
    await page.getByRole('link', { name: '020 55 000 001', exact: true }).waitFor()
    await page
      .getByText(/^Exposure: high · Safe place: School on the hill/)
      .first()
      .waitFor()
    await visitor.checkScreen()
    // Two villages side by side take half the paper.
    const lefts = (): Promise<number> =>
      page.evaluate(`new Set([...document.querySelectorAll('.sheet')].map((one) => one.offsetLeft)).size`)
    expect(await lefts()).toBe(1)
    await page.setViewportSize({ width: 700, height: 1000 })
    await page.emulateMedia({ media: 'print' })
    await expect.poll(lefts).toBe(2)
    await visitor.end()
  })

  it('exports the roster of a district', async () => {
    const visitor = await openConsole({ as: 'admin' })
    const { page } = visitor
    await visitor.open('/villages/1309')
    await page.getByText('Files and settings', { exact: true }).click()
    await page.getByRole('button', { name: 'Export the roster', exact: true }).click()
    const link = page.getByRole('link', { name: 'Download (20 villages)', exact: true })
    await link.waitFor()
    await visitor.checkScreen()

    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])

    expect(download.suggestedFilename()).toBe('roster-1309.csv')
    await visitor.end()
  })

  it('takes what an admin says of a district', async () => {
    const visitor = await openConsole({ as: 'admin', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/villages/1311')
    await page.getByText('Files and settings', { exact: true }).click()
    await page.getByLabel('Desk phone of the district', { exact: true }).fill('020 55 999 001')

    await page.getByRole('button', { name: 'Save: Desk phone of the district', exact: true }).click()

    await page.getByText(/Desk phone of the district: .*999/).waitFor()
    await page.getByLabel('Desk phone of the district', { exact: true }).fill('nobody knows')
    await page.getByRole('button', { name: 'Save: Desk phone of the district', exact: true }).click()
    await page.getByRole('alert').waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })
})
