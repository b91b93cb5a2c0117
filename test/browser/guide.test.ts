import { afterAll, describe, expect, it } from 'vitest'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'

afterAll(endBrowser)

const words = {
  lo: { guide: 'ຄູ່ມືສຳລັບເຈົ້າໜ້າທີ່', alone: 'ກາງຄືນ, ຢູ່ຄົນດຽວ', unreviewed: 'ຍັງບໍ່ທັນກວດແກ້.' },
  en: { guide: 'Guide for officers', alone: 'At night, alone', unreviewed: undefined },
} as const

describe('the guide', () => {
  it.each(everyLook)(
    'is found under More, in the language of the device and part by part, in $language on a $screen',
    async ({ language, screen }) => {
      const said = words[language]
      const visitor = await openConsole({ as: 'officer.champhone', language, screen })
      const { page } = visitor
      await visitor.open('/more')

      await page.getByRole('link', { name: said.guide, exact: true }).click()

      await page.getByRole('heading', { level: 1, name: said.guide, exact: true }).waitFor()
      if (said.unreviewed !== undefined) await page.getByText(said.unreviewed, { exact: true }).waitFor()
      await page.getByRole('link', { name: said.alone, exact: true }).click()
      await expect.poll(() => page.evaluate('location.hash')).toMatch(/^#part-\d+$/)
      await page.getByRole('heading', { level: 2, name: said.alone, exact: true }).waitFor()
      await expect.poll(() => page.getByRole('term').count()).toBe(12)
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it('can be read without a network once it was opened', async () => {
    const visitor = await openConsole({
      as: 'officer.champhone',
      screen: 'phone',
      serviceWorkers: 'allow',
    })
    const { page, context } = visitor
    await visitor.open('/')
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await visitor.open('/guide')
    await page.getByRole('heading', { level: 2, name: 'At night, alone', exact: true }).waitFor()
    await context.setOffline(true)

    await page.reload()

    await page.getByRole('heading', { level: 2, name: 'At night, alone', exact: true }).waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })
})
