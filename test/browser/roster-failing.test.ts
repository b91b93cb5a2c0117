import { afterAll, describe, expect, it } from 'vitest'
import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'
import { apiOf } from './support/submit-drill.ts'

afterAll(endBrowser)

const words = {
  lo: {
    list: /^ເບີທີ່ໃຊ້ບໍ່ໄດ້ \(\d+\)$/,
    byHand: 'ມີຄົນໝາຍວ່າເບີນີ້ໃຊ້ບໍ່ໄດ້',
    useAgain: (name: string) => `ເອົາເບີຂອງ ${name} ກັບມາໃຊ້`,
    inUse: (name: string) => `${name} ໄດ້ຮັບ SMS ຄືຄົນອື່ນອີກ.`,
  },
  en: {
    list: /^Failing numbers \(\d+\)$/,
    byHand: 'Somebody wrote that this number fails',
    useAgain: (name: string) => `Put ${name}’s number back into use`,
    inUse: (name: string) => `${name} gets SMS like everybody else again.`,
  },
} as const

/** Puts the first of a committee into quarantine, as an admin does who knows that the number is dead. */
const quarantine = async (code: string) => {
  const admin = await apiOf('admin')
  const village = await admin(rosterRoutes.getVillage, { params: { code } })
  const [member] = village.members
  if (member === undefined) throw new Error(`nobody is in ${code}`)
  await admin(rosterRoutes.editMember, {
    params: { code, memberId: member.id },
    body: { status: 'quarantined' },
    ifMatch: '*',
  })
  return member
}

describe('numbers in quarantine', () => {
  it.each(everyLook.map((look, at) => ({ ...look, code: `131091${at + 6}` })))(
    'are listed for a district in one request, and put back into use, in $language on a $screen',
    async ({ language, screen, code }) => {
      const said = words[language]
      const { name } = await quarantine(code)
      const visitor = await openConsole({ as: 'admin', language, screen })
      const { page } = visitor
      await visitor.open('/villages/1310')
      const asked: string[] = []
      page.on('request', (request) => {
        const { pathname, search } = new URL(request.url())
        // The screen before may still ask for its list.
        const ofList = search === '?district=1310'
        if (pathname.startsWith('/v1/villages') && !ofList) asked.push(pathname + search)
      })
      await page.getByRole('link', { name: said.list }).click()

      await page.getByText(name, { exact: true }).waitFor()
      await page.getByText(said.byHand, { exact: true }).first().waitFor()
      expect(asked).toEqual(['/v1/villages?district=1310&failing=true'])
      await visitor.checkScreen()
      await page.getByRole('button', { name: said.useAgain(name), exact: true }).click()

      await page.getByText(said.inUse(name), { exact: true }).waitFor()
      await page.getByText(name, { exact: true }).waitFor({ state: 'detached' })
      await visitor.checkScreen()
      await visitor.end()
    },
  )

  it('are read by an officer, who is told whom to ask', async () => {
    const { name } = await quarantine('1309918')
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })

    await visitor.open('/villages/1309/failing')

    await visitor.page.getByText(name, { exact: true }).waitFor()
    await visitor.page.getByText(/An admin of the roster does that: tell them\.$/).waitFor()
    await expect.poll(() => visitor.page.getByRole('button', { name: /back into use/ }).count()).toBe(0)
    await visitor.checkScreen()
    await visitor.end()
  })

  it('are told of where there is none', async () => {
    const visitor = await openConsole({ as: 'admin', screen: 'phone' })

    await visitor.open('/villages/1311/failing')

    await visitor.page.getByText('No number fails.', { exact: true }).waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })
})
