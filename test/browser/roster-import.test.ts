import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Page } from 'playwright-core'
import writeExcelFile from 'write-excel-file/node'
import { afterAll, describe, expect, it } from 'vitest'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'
import { rosterCells, rosterCsv } from './support/roster-file.ts'

afterAll(endBrowser)

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const words = {
  choose: { lo: 'ເລືອກໄຟລ໌', en: 'Choose the file' },
  upload: { lo: 'ສົ່ງໄຟລ໌ ແລະ ກວດ', en: 'Upload and check' },
  faulty: { lo: 'ໄຟລ໌ນີ້ມີບັນຫາ', en: 'There is a problem with this file' },
  difference: { lo: 'ສິ່ງທີ່ຈະປ່ຽນ', en: 'What would change' },
  applied: { lo: 'ນຳເຂົ້າແລ້ວ', en: 'The roster is imported' },
  undo: { lo: 'ເອົາການນຳເຂົ້ານີ້ຄືນ', en: 'Undo this import' },
  undoYes: { lo: 'ແມ່ນ, ເອົາຄືນ', en: 'Yes, undo it' },
  undone: { lo: 'ເອົາຄືນແລ້ວ', en: 'The import is undone' },
} as const
type Language = 'lo' | 'en'

const isUpload = (url: URL): boolean => url.pathname.endsWith('/upload')

const upload = async (
  page: Page,
  language: Language,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: words.choose[language], exact: true }).click(),
  ])
  await chooser.setFiles(file)
  await page.getByRole('button', { name: words.upload[language], exact: true }).click()
  await page.waitForURL(/\/villages\/import\/.+/)
}

const applyAndUndo = async (page: Page, language: Language, check: () => Promise<void>): Promise<void> => {
  await page.getByRole('button', { name: /^Put this on the roster|^ບັນທຶກເຂົ້າບັນຊີ/ }).click()
  await page.getByRole('heading', { name: words.applied[language], exact: true }).waitFor({ timeout: 60_000 })
  await check()
  await page.getByRole('button', { name: words.undo[language], exact: true }).click()
  await page.getByRole('button', { name: words.undoYes[language], exact: true }).click()
  await page.getByRole('heading', { name: words.undone[language], exact: true }).waitFor({ timeout: 60_000 })
}

const workbook = async (cells: readonly (readonly string[])[]): Promise<Buffer> =>
  await writeExcelFile(cells.map((row) => row.map((value) => ({ value, type: String })))).toBuffer()

/** A file of one village. */
const oneVillage = (membersEach: number) => ({
  name: `of-${membersEach}.csv`,
  mimeType: 'text/csv',
  buffer: rosterCsv({ district: '1313', villages: 1, membersEach }),
})

describe('importing a roster', () => {
  it('takes 5,000 rows: errors beside their rows, mended, imported, undone', {
    timeout: 180_000,
  }, async () => {
    const badPhones = Array.from({ length: 240 }, (_, index) => index * 20)
    const visitor = await openConsole({ as: 'admin' })
    const { page } = visitor
    await visitor.open('/villages/import')
    await visitor.checkScreen()
    const buffer = rosterCsv({ district: '1311', villages: 500, membersEach: 10, badPhones })
    await upload(page, 'en', { name: 'xaybouly.csv', mimeType: 'text/csv', buffer })

    await page.getByRole('heading', { name: words.faulty.en, exact: true }).waitFor({ timeout: 60_000 })
    await page.getByText('Errors: 240, in 5,000 rows that were read.').waitFor()
    const row22 = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: '22', exact: true }) })
    await row22.getByText('The cell says: 8.56E+12', { exact: true }).waitFor()
    await visitor.checkScreen()
    await visitor.picture('import-problems')

    const [bad] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: 'Download the bad rows with their errors (.csv)', exact: true })
        .click(),
    ])
    const badRows: string[][] = parse(await readFile(await bad.path(), 'utf8'), { bom: true })
    expect(badRows).toHaveLength(241)
    expect(badRows[0]?.at(-1)).toBe('Errors')
    expect(badRows[1]?.at(-1)).toMatch(/^phone: /)
    const [whole] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Download your file with the errors/ }).click(),
    ])
    const rows: string[][] = parse(await readFile(await whole.path(), 'utf8'), { bom: true })
    expect(rows).toHaveLength(5001)
    const mended = rows.map((cells, index) => {
      const isBad = index > 0 && cells.at(-1) !== ''
      return isBad ? cells.with(6, `020 57 ${String(100_000 + index)}`).with(cells.length - 1, '') : cells
    })

    await page.getByRole('link', { name: '← Choose another file', exact: true }).click()
    await upload(page, 'en', {
      name: 'mended.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(stringify(mended)),
    })
    await page.getByRole('heading', { name: words.difference.en, exact: true }).waitFor({ timeout: 60_000 })
    await page.getByRole('rowheader', { name: /^Trial 1 / }).waitFor()
    await visitor.checkScreen()
    await visitor.picture('import-difference')
    await visitor.open('/villages/import')
    await page.getByRole('link', { name: 'Go to mended.csv', exact: true }).click()
    await applyAndUndo(page, 'en', async () => {
      await visitor.checkScreen()
      await page.getByRole('link', { name: 'To the villages', exact: true }).click()
      await page.getByText('500 of 500 villages found', { exact: true }).waitFor()
      await page.goBack()
    })
    await visitor.checkScreen()
    await visitor.end()
  })

  it.each(everyLook)(
    'reads .xlsx, and says what is wrong in $language on a $screen',
    { timeout: 120_000 },
    async ({ language, screen }) => {
      const visitor = await openConsole({ as: 'admin', language, screen })
      const { page } = visitor
      const wish = { district: '1312', villages: 3, membersEach: 4 }
      await visitor.open('/villages/import')
      await upload(page, language, {
        name: 'vilabuly.xlsx',
        mimeType: xlsxType,
        buffer: await workbook(rosterCells({ ...wish, badPhones: [5] })),
      })
      await page.getByRole('heading', { name: words.faulty[language], exact: true }).waitFor()
      await page.getByRole('rowheader', { name: '7', exact: true }).waitFor()
      await page.getByText('8.56E+12').waitFor()
      await page
        .getByText(language === 'lo' ? 'ແຖວທີ່ມີບັນຫາ: 1' : 'Rows with a problem: 1', { exact: true })
        .waitFor()
      await visitor.checkScreen()

      await visitor.open('/villages/import')
      await upload(page, language, {
        name: 'vilabuly.xlsx',
        mimeType: xlsxType,
        buffer: await workbook(rosterCells(wish)),
      })

      await page.getByRole('heading', { name: words.difference[language], exact: true }).waitFor()
      await visitor.checkScreen()
      await visitor.picture(`import-difference-${language}-${screen}`)
      await applyAndUndo(page, language, visitor.checkScreen)
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it('refuses in words what is no roster, before and after it travelled', async () => {
    const visitor = await openConsole({ as: 'admin', language: 'lo', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/villages/import')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: words.choose.lo, exact: true }).click(),
    ])
    await chooser.setFiles({
      name: 'old.xls',
      mimeType: 'application/vnd.ms-excel',
      buffer: Buffer.from('x'),
    })
    await page.getByText('ໄຟລ໌ປະເພດນີ້ໃຊ້ບໍ່ໄດ້.').waitFor()
    await visitor.checkScreen()

    await visitor.open('/villages/import')
    await upload(page, 'lo', {
      name: 'notes.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('only,notes\n1,2\n'),
    })

    await page.getByRole('heading', { name: 'ໄຟລ໌ນີ້ອ່ານບໍ່ໄດ້', exact: true }).waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })

  it('says not sent where the network goes, and goes on with the same press when it is back', async () => {
    const visitor = await openConsole({ as: 'admin', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/villages/import')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: words.choose.en, exact: true }).click(),
    ])
    const buffer = rosterCsv({ district: '1312', villages: 1, membersEach: 2 })
    await chooser.setFiles({ name: 'one.csv', mimeType: 'text/csv', buffer })
    await visitor.context.setOffline(true)
    await page.getByRole('button', { name: words.upload.en, exact: true }).click()
    await page.getByText('Not sent: no connection.').waitFor()
    await visitor.checkScreen()

    await visitor.context.setOffline(false)
    await page.getByRole('button', { name: words.upload.en, exact: true }).click()

    await page.getByRole('heading', { name: words.difference.en, exact: true }).waitFor()
    await visitor.end()
  })

  it('takes a file that was mended under its own name, chosen once more', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'siang-roster-'))
    const path = join(folder, 'mended.csv')
    const visitor = await openConsole({ as: 'admin' })
    const { page } = visitor
    const choose = async (name: string, file: Buffer): Promise<void> => {
      await writeFile(path, file)
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name, exact: true }).click(),
      ])
      await chooser.setFiles(path)
    }
    await visitor.open('/villages/import')
    await choose(words.choose.en, rosterCsv({ district: '1312', villages: 1, membersEach: 2 }))
    await page.getByText(/^Chosen: mended\.csv/).waitFor()

    await choose('Choose another file', rosterCsv({ district: '1312', villages: 1, membersEach: 3 }))
    await page.getByRole('button', { name: words.upload.en, exact: true }).click()

    await page.getByRole('heading', { name: words.difference.en, exact: true }).waitFor()
    await visitor.end()
    await rm(folder, { recursive: true })
  })

  it('says who would leave before anything does, and how far an import is where one comes back to it', async () => {
    const visitor = await openConsole({ as: 'admin', screen: 'phone' })
    const { page } = visitor
    const putOnRoster = () => page.getByRole('button', { name: /^Put this on the roster/ })
    const applied = () => page.getByRole('heading', { name: words.applied.en, exact: true }).waitFor()
    await visitor.open('/villages/import')
    await upload(page, 'en', oneVillage(3))
    await putOnRoster().click()
    await applied()
    await visitor.open('/villages/import')
    await page.getByText('It is on the roster.', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Template with the villages in it', exact: true }).waitFor()

    await upload(page, 'en', oneVillage(2))
    await page.getByRole('checkbox', { name: /^Mark as left who is not in the file/ }).click()
    await page.getByText(/^People who are not in the file: 1\. They will get no more SMS/).waitFor()
    await page.getByText('Who leaves?', { exact: true }).click()
    await page.getByText('ສະມາຊິກ 3', { exact: true }).waitFor()
    await visitor.checkScreen()
    await visitor.open('/villages/import')
    await page
      .getByText('Checked, and not put on the roster yet: nothing has changed.', { exact: true })
      .waitFor()
    await visitor.checkScreen()
    await page.getByRole('link', { name: 'Go to of-2.csv', exact: true }).click()
    await putOnRoster().click()
    await applied()

    await visitor.open('/villages/1313/1313001')
    await page.getByText('Members who left (1)', { exact: true }).waitFor()
    await visitor.end()
  })

  it('says in words what grew old meanwhile: the address of the upload, and the plan', async () => {
    const visitor = await openConsole({ as: 'admin', language: 'lo', screen: 'phone' })
    const { page } = visitor
    await visitor.open('/villages/import')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: words.choose.lo, exact: true }).click(),
    ])
    const buffer = rosterCsv({ district: '1312', villages: 1, membersEach: 2 })
    await chooser.setFiles({ name: 'one.csv', mimeType: 'text/csv', buffer })
    await page.route(isUpload, (route) => route.fulfill({ status: 403, body: '' }))
    await page.getByRole('button', { name: words.upload.lo, exact: true }).click()
    await page.getByText('ການສົ່ງໝົດເວລາ (15 ນາທີ)').waitFor()
    await visitor.checkScreen()
    await page.unroute(isUpload)
    await page.getByRole('button', { name: words.upload.lo, exact: true }).click()
    await page.getByRole('heading', { name: words.difference.lo, exact: true }).waitFor()

    const problem = {
      type: 'about:blank',
      title: 'Wrong state',
      status: 409,
      detail: 'ແຜນເກົ່າເກີນ 7 ວັນ. ອ່ານໄຟລ໌ຄືນ.',
      code: 'wrong-state',
      correlationId: 'none',
      errors: [],
    }
    await page.route('**/apply', (route) =>
      route.fulfill({ status: 409, contentType: 'application/problem+json', json: problem }),
    )
    await page.getByRole('button', { name: /^ບັນທຶກເຂົ້າບັນຊີ/ }).click()
    await page.getByText('ແຜນເກົ່າເກີນ 7 ວັນ').waitFor()
    await visitor.checkScreen()
    await page.getByRole('button', { name: 'ອ່ານໄຟລ໌ຄືນ', exact: true }).click()

    await page.getByText('ແຜນເກົ່າເກີນ 7 ວັນ').waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: words.difference.lo, exact: true }).waitFor()
    await visitor.end()
  })

  it('keeps imports from officers', async () => {
    const visitor = await openConsole({ as: 'officer.songkhone' })

    await visitor.open('/villages/import')

    await visitor.page.getByText('You may not see this page.').waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })
})
