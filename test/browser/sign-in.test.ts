import { afterAll, describe, expect, it } from 'vitest'
import { endBrowser, openConsole } from './support/open-console.ts'

afterAll(endBrowser)

describe('signing in', () => {
  it.each(['lo', 'en'] as const)(
    'asks a stranger to sign in, in the language %s of the device',
    async (language) => {
      const visitor = await openConsole({ language, screen: 'phone' })

      await visitor.page.locator('h1').waitFor()

      expect(await visitor.page.locator('html').getAttribute('lang')).toBe(language)
      expect(await visitor.page.locator('h1').innerText()).toBe(language === 'lo' ? 'ເຂົ້າສູ່ລະບົບ' : 'Sign in')
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it('brings the officer back to the screen that they asked for, and remembers them on their phone', async () => {
    const visitor = await openConsole({ as: 'officer.songkhone' })
    await visitor.open('/alerts')

    const again = await visitor.context.newPage()
    await again.goto(visitor.page.url())
    await again.locator('nav').waitFor()

    expect(await again.locator('h1').innerText()).toBe('Alerts')
    await visitor.checkScreen()
    await visitor.end()
  })
})
