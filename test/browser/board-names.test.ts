import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { districts } from '../../shared/domain/laos-districts.ts'
import { madeVillages, nationalBoard } from './support/made-district.ts'
import { endBrowser, openConsole } from './support/open-console.ts'
import { apiOf, submitDrill } from './support/submit-drill.ts'

const writer = 'officer.champhone'
let alertId: string

beforeAll(async () => {
  alertId = await submitDrill(writer, ['1309905'])
  const call = await apiOf('officer.savannakhet')
  const { versions } = await call(alertRoutes.getAlert, { params: { alertId } })
  const digest = versions.at(-1)?.submission?.digest
  await call(alertRoutes.approveAlert, { params: { alertId }, body: { digest } })
})
afterAll(endBrowser)

describe('the board of the whole country', { timeout: 120_000 }, () => {
  it('asks for the names of the rows that are shown, and for all villages with the map alone', async () => {
    const call = await apiOf('officer.national')
    const board = await call(alertRoutes.getBoard, { params: { alertId } })
    const visitor = await openConsole({ as: 'officer.national', screen: 'phone', serviceWorkers: 'block' })
    const { page } = visitor
    const [first] = board.districts
    if (first === undefined) throw new Error('a board without a district')
    await page.route(`**/v1/alerts/${alertId}/villages?*`, (route) =>
      route.fulfill({
        json: {
          ...board,
          districts: districts.map(({ code }) => ({ ...first, district: code })),
          villages: nationalBoard(board.states.length),
        },
      }),
    )
    const asked: string[] = []
    await page.route('**/v1/village-names?*', (route) => {
      const codes = new URL(route.request().url()).searchParams.get('codes')?.split(',') ?? []
      asked.push(`${codes.length} names`)
      return route.fulfill({
        json: { villages: codes.map((code) => ({ code, nameLo: '', nameEn: `Village ${code}` })) },
      })
    })
    await page.route('**/v1/villages?*', (route) => {
      const district = new URL(route.request().url()).searchParams.get('district') ?? ''
      asked.push(district)
      return route.fulfill({ json: madeVillages(district, 2) })
    })

    await visitor.open(`/alerts/${alertId}`)
    await page.getByRole('rowheader', { name: /^Village 0101001/ }).waitFor()
    await page.getByRole('button', { name: 'Show 50 more', exact: true }).click()
    await expect.poll(() => page.getByRole('rowheader', { name: /^Village / }).count()).toBe(100)

    // The alert’s own village, then the rows, with those of them that ask for help.
    expect(asked).toEqual(['1 names', '50 names', '50 names'])
    await expect.poll(() => page.getByRole('img', { name: /^Map: / }).count()).toBe(0)
    await visitor.checkScreen()
    await page
      .getByRole('button', { name: 'Show the map (148 districts, takes a while)', exact: true })
      .click()
    await page.getByRole('img', { name: /^Map: / }).waitFor()
    await expect
      .poll(() => asked.slice(3).toSorted(), { timeout: 60_000 })
      .toEqual(districts.map(({ code }) => code).toSorted())
    await visitor.checkScreen()
    await visitor.end()
  })
})
