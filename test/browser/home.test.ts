import type { Request } from 'playwright-core'
import type * as z from 'zod'
import { afterAll, describe, expect, it } from 'vitest'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { endBrowser, everyLook, openConsole, type Visitor } from './support/open-console.ts'

afterAll(endBrowser)

type List = z.input<typeof alertRoutes.listAlerts.response>
type Listed = List['alerts'][number]

const nothingOpen: List = {
  alerts: [],
  nextCursor: null,
  accountStopped: false,
  accountStoppedSinceIso: null,
}

/** An actual warning whose time is over, and nobody said that the danger is. No test of the runner may make one. */
const unended = (number: number, changes: Partial<Listed> = {}): Listed => ({
  alertId: `live-${number}`,
  number,
  kind: 'flood',
  hazard: 'river-flood',
  mode: 'actual',
  reaches: 'phones',
  level: 'warning',
  state: 'completed',
  areas: ['1309901', '1309902', '1309903', '1309904'],
  version: 1,
  createdAtIso: '2026-07-01T06:00:00+07:00',
  createdBy: 'officer',
  scheduleId: null,
  waitsForApprovalSinceIso: null,
  lastIssued: { version: 1, level: 'warning', state: 'completed', expiresAtIso: '2026-07-01T18:00:00+07:00' },
  notEnded: true,
  remaining: { areas: ['1309901', '1309902', '1309903', '1309904'], cleared: [] },
  reviewOverdue: false,
  villages: { coverage: { 'needs-help': 3, 'handed-over': 1 }, needHelp: ['1309902', '1309901'] },
  ...changes,
})

/** Home with what the API would answer: other tests have alerts out in the same run. */
const openWith = async (
  wish: Parameters<typeof openConsole>[0],
  list: List,
): Promise<Visitor & { asked: string[] }> => {
  const visitor = await openConsole({ ...wish, serviceWorkers: 'block' })
  await visitor.context.route('**/v1/alerts?*', (route) => route.fulfill({ json: list }))
  const asked: string[] = []
  visitor.page.on('request', (request: Request) => {
    const { pathname, search } = new URL(request.url())
    if (pathname.startsWith('/v1/')) asked.push(pathname + search)
  })
  await visitor.open('/')
  return { ...visitor, asked }
}

const openWithoutAlerts = async (as: string, screen: 'phone' | 'office') => {
  const visitor = await openWith({ as, screen }, nothingOpen)
  await visitor.page.getByText('No alert in your areas.').waitFor()
  return visitor
}

const said = {
  lo: {
    needHelp: 'ຕ້ອງການຄວາມຊ່ວຍເຫຼືອ',
    more: 'ແລະ ອີກ 1 ບ້ານ.',
    village: 'ຫາດໄຮ',
    notCounted: 'ບໍ່ໄດ້ນັບຢູ່ນີ້: ເປີດເບິ່ງ.',
    notEnded: 'ຍັງບໍ່ໄດ້ບອກວ່າພົ້ນອັນຕະລາຍ',
    allClear: 'ບອກວ່າພົ້ນອັນຕະລາຍ',
    stopped: /^SMS ທັງໝົດຖືກຢຸດໄວ້ ຕັ້ງແຕ່ .*\. ໂທຫາເຂົາ\.$/,
    older: 'ທີ່ນີ້ມີແຕ່ຄຳເຕືອນທີ່ອອກມາບໍ່ດົນ. ເບິ່ງທັງໝົດ',
  },
  en: {
    needHelp: 'Needs help now',
    more: 'And 1 more.',
    village: 'Hathai',
    notCounted: 'Not counted here: open it.',
    notEnded: 'Not ended',
    allClear: 'Say that it is over',
    stopped: /^Every SMS has been stopped since .*: nothing reaches the villages\. Call them\.$/,
    older: 'Only recent alerts stand here. See all',
  },
} as const

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
      await expect.poll(() => button.getAttribute('href')).toBe('/alerts/new')
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it.each(everyLook)(
    'shows who asks for help, what nobody ended and that SMS are stopped, in $language on a $screen',
    async ({ language, screen }) => {
      const words = said[language]
      const visitor = await openWith(
        { as: 'officer.champhone', language, screen },
        {
          alerts: [unended(2, { villages: null }), unended(1)],
          nextCursor: 'older',
          accountStopped: true,
          accountStoppedSinceIso: '2026-07-01T19:00:00+07:00',
        },
      )
      const { page } = visitor

      await page.getByRole('heading', { name: words.needHelp, exact: true }).waitFor()
      await page.getByText(words.more, { exact: true }).waitFor()
      const asking = page.getByRole('link', { name: words.village, exact: true })
      await expect.poll(() => asking.getAttribute('href')).toBe('/alerts/live-1/villages/1309901')
      await page.getByText(words.stopped).waitFor()
      await expect.poll(() => page.getByText(words.notEnded, { exact: true }).count()).toBe(2)
      await expect.poll(() => page.getByRole('link', { name: words.allClear, exact: true }).count()).toBe(2)
      await page.getByText(words.notCounted, { exact: true }).waitFor()
      await expect.poll(() => page.locator('.chips .tag').count()).toBe(2)
      const older = page.getByRole('link', { name: words.older, exact: true })
      await expect.poll(() => older.getAttribute('href')).toBe('/alerts')
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it('asks for all that is live once, for its villages’ names once, and for no board', async () => {
    const alerts = [3, 2, 1].map((number) => unended(number))
    const visitor = await openWith({ as: 'officer.champhone', screen: 'phone' }, { ...nothingOpen, alerts })
    await visitor.page.getByRole('link', { name: 'Hathai', exact: true }).first().waitFor()
    await visitor.page.waitForLoadState('networkidle')

    const about = visitor.asked.filter((path) => path.startsWith('/v1/alerts') || path.includes('village'))

    expect(about).toEqual([
      '/v1/alerts?open=true',
      expect.stringMatching(/^\/v1\/village-names\?codes=13099\d\d(%2C13099\d\d){2}$/),
    ])
    await visitor.end()
  })

  it('shows a danger before a drill that is newer, and says of the drill that it is one', async () => {
    const visitor = await openWith(
      { as: 'officer.champhone', screen: 'phone' },
      { ...nothingOpen, alerts: [unended(2, { mode: 'exercise' }), unended(1)] },
    )
    const cards = visitor.page.locator('main li.card')
    await cards.first().waitFor()

    const told = await cards.allInnerTexts()

    expect(told.map((text) => text.split('\n')[0]?.trim())).toEqual(['#1.1', 'Exercise #2.1'])
    await visitor.checkScreen()
    await visitor.end()
  })

  it('shows what was approved and did not go out yet', async () => {
    const stuck = unended(2, { state: 'approved', lastIssued: null, notEnded: false, villages: null })
    const visitor = await openWith(
      { as: 'officer.champhone', screen: 'phone' },
      { ...nothingOpen, alerts: [{ ...stuck, remaining: { areas: [], cleared: [] } }] },
    )

    await visitor.page.getByRole('heading', { name: 'Approved, not sent yet', exact: true }).waitFor()
    await visitor.page.getByText('#2.1', { exact: false }).first().waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })

  it('is read without a network as it was last seen, names of villages too', async () => {
    const visitor = await openWith(
      { as: 'officer.champhone', screen: 'phone' },
      { ...nothingOpen, alerts: [unended(1)] },
    )
    const { page, context } = visitor
    await page.getByRole('link', { name: 'Hathai', exact: true }).waitFor()
    await context.route('**/v1/**', (route) => route.abort())

    await page.reload()

    await page.getByRole('link', { name: 'Hathai', exact: true }).waitFor()
    await page.getByText('Not ended', { exact: true }).waitFor()
    await page.getByText(/^As of /).waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })

  it('offers an admin no new alert, who may issue none', async () => {
    const visitor = await openWithoutAlerts('admin', 'office')

    await expect.poll(() => visitor.page.getByRole('link', { name: 'New alert' }).count()).toBe(0)
    await visitor.checkScreen()
    await visitor.end()
  })

  it('says in words that there is no connection, and shows what was last seen', async () => {
    const visitor = await openWithoutAlerts('officer.champhone', 'phone')

    await visitor.context.setOffline(true)

    await visitor.page.getByText('No connection. Nothing is sent until it is back.').first().waitFor()
    await expect.poll(() => visitor.page.getByText('No alert in your areas.').isVisible()).toBe(true)
    await visitor.checkScreen()
    await visitor.end()
  })
})
