import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { newKey } from '../../support/alert-samples.ts'
import { createAlertWorld } from '../../support/alert-world.ts'
import { buildMember, buildUser, buildVillage } from '../../support/builders.ts'
import { createImportFlow, rosterCsv } from '../../support/import-flow.ts'
import { startRosterWorld, type RosterWorld } from '../../support/roster-world.ts'

const code = '1308001'
const memberId = 'm-head'
const phone = '+8562055900001'
const line = (safePlace: string, number = phone): string =>
  rosterCsv(`${code},Ban Thotlong,${safePlace},Made-up head,${number},head`)

let roster: RosterWorld
beforeEach(async () => {
  roster = await startRosterWorld()
  await roster.putUsers([buildUser({ id: 'admin', areas: ['LA'] })])
  const members = [buildMember({ id: memberId, name: 'Made-up head', phone })]
  await roster.putVillages([buildVillage({ code, nameEn: 'Ban Thotlong', members })])
})
afterEach(() => roster.stop())

/** Sends a test SMS and keeps that it could be read; answers with how to see what is kept. */
const readTest = async () => {
  const world = createAlertWorld(roster.tables)
  const params = { code, memberId }
  const { body } = await world.api.ok(alertRoutes.sendTestSms, { user: 'admin', params, headers: newKey() })
  await world.drain()
  await world.api.ok(alertRoutes.answerTestSms, {
    user: 'admin',
    params,
    body: { id: body.id, said: 'read' },
  })
  return async () =>
    (await world.api.ok(alertRoutes.listTestSms, { user: 'admin', params: { code } })).body.tests.map(
      ({ answer }) => answer?.said,
    )
}

describe('the answer to a test SMS', () => {
  it('outlives an import that was planned before it, and the undoing of that', async () => {
    const flow = createImportFlow(roster, 'admin')
    const { id } = await flow.planned(line('School'))
    const answers = await readTest()

    const { state } = await flow.apply(id)
    const afterImport = await answers()
    await flow.undo(id)

    expect(state).toBe('applied')
    expect((await roster.deps.villages.find(code))?.safePlaceEn).toBeUndefined()
    expect([afterImport, await answers()]).toEqual([['read'], ['read']])
  })

  it('is void where an import gives the member another number', async () => {
    const answers = await readTest()

    await createImportFlow(roster, 'admin').applied(line('School', '+8562055900002'))

    expect((await roster.deps.villages.find(code))?.members.map((one) => [one.id, one.phone])).toEqual([
      [memberId, '+8562055900002'],
    ])
    expect(await answers()).toEqual([])
  })
})
