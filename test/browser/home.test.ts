import { afterAll, describe, expect, it } from 'vitest'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'

afterAll(endBrowser)

/** Other tests have alerts out in the same run: here there is none. */
const openWithoutAlerts = async (as: string, screen: 'phone' | 'office') => {
  const visitor = await openConsole({ as, screen, serviceWorkers: 'block' })
  await visitor.context.route('**/v1/alerts?*', (route) =>
    route.fulfill({ json: { alerts: [], nextCursor: null } }),
  )
  await visitor.open('/')
  await visitor.page.getByText('No alert in your areas.').waitFor()
  return visitor
}

describe('home', () => {
  it.each(everyLook)(
    'offers the officer a new alert first, in $language on a $screen',
    async ({ language, screen }) => {
      const visitor = await openConsole({ as: 'officer.champhone', language, screen })

      await visitor.open('/')

      const button = visitor.page.getByRole('link', {
        name: language === 'lo' ? 'ອອກຄຳເຕືອນໃໝ່' : 'New alert',
        exact: true,
      })
      expect(await button.getAttribute('href')).toBe('/alerts/new')
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it('offers an admin no new alert, who may issue none', async () => {
    const visitor = await openWithoutAlerts('admin', 'office')

    expect(await visitor.page.getByRole('link', { name: 'New alert' }).count()).toBe(0)
    await visitor.checkScreen()
    await visitor.end()
  })

  it('says in words that there is no connection, and shows what was last seen', async () => {
    const visitor = await openWithoutAlerts('officer.champhone', 'phone')

    await visitor.context.setOffline(true)

    await visitor.page.getByText('No connection. Nothing is sent until it is back.').first().waitFor()
    expect(await visitor.page.getByText('No alert in your areas.').isVisible()).toBe(true)
    await visitor.checkScreen()
    await visitor.end()
  })
})
