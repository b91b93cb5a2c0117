import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import {
  alertBody,
  alertUsers,
  issueAlert,
  newKey,
  phoneOf,
  readBoard,
  readVillage,
  villageWith,
} from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { startTables, type TestTables } from '../../support/dynalite.ts'
import { httpEvent, lambdaContext } from '../../support/http-event.ts'
import { buildHandler } from '../../../functions/alerts-api/build-handler.ts'

let tables: TestTables
let world: AlertWorld
/** One alert to a district, one to both, one to two villages. */
let ids: { district: string; both: string; villages: string }

beforeAll(async () => {
  tables = await startTables()
  world = createAlertWorld(tables)
  await world.seedUsers(alertUsers)
  await world.seedVillages([
    villageWith('1308001', 2),
    villageWith('1308002', 1),
    villageWith('1308003', 1),
    villageWith('1309001', 1),
  ])
  ids = {
    district: await issueAlert(world, { areas: ['1308'] }, 'officer'),
    both: await issueAlert(world, { areas: ['13'] }),
    villages: await issueAlert(world, { areas: ['1308002', '1308003'] }, 'officer'),
  }
  await world.drain()
})
afterAll(() => tables.stop())

const create = (user: string, areas: readonly string[] = ['1308']) =>
  world.api.refused(alertRoutes.createAlert, { user, body: { ...alertBody, areas }, headers: newKey() })
const villagesOn = async (alertId: string, user: string) =>
  (await readBoard(world, alertId, user)).villages.map(([code]) => code).toSorted()
const listed = async (user: string) =>
  (await world.api.ok(alertRoutes.listAlerts, { user })).body.alerts.map(({ alertId }) => alertId)

describe('who may issue', () => {
  it.each(['viewer', 'admin'])('not a %s', async (user) => {
    const refusals = await Promise.all([
      create(user),
      world.api.refused(alertRoutes.submitAlert, {
        user,
        params: { alertId: ids.district },
        headers: newKey(),
      }),
      world.api.refused(alertRoutes.previewAlert, { user, body: alertBody }),
    ])

    expect(refusals.map(({ status, code }) => `${status} ${code}`)).toEqual(Array(3).fill('403 not-allowed'))
  })

  it('not an officer of one area for both', async () => {
    const draft = await world.api.ok(alertRoutes.createAlert, {
      user: 'province',
      body: { ...alertBody, areas: ['1308', '1309'] },
      headers: newKey(),
    })

    const problem = await world.api.refused(alertRoutes.submitAlert, {
      user: 'officer',
      params: { alertId: draft.body.alertId },
      headers: newKey(),
    })

    expect(problem.status).toBe(404)
  })

  it('an officer of one village for it alone', async () => {
    expect((await create('village-officer', ['1308'])).errors[0]?.path).toBe('body.areas[0]')
    expect((await create('village-officer', ['1308001', '1308002'])).errors).toHaveLength(1)
    await expect(issueAlert(world, { areas: ['1308001'] }, 'village-officer')).resolves.toBeDefined()
    await world.drain()
  })
})

/** How a user is refused who wants to stop, resume and resend an alert. */
const control = (user: string, alertId = ids.both) => {
  const request = { user, params: { alertId }, headers: newKey() }
  return Promise.all([
    world.api.refused(alertRoutes.stopAlert, { ...request, body: { reason: 'Made up' } }),
    world.api.refused(alertRoutes.resumeAlert, request),
    world.api.refused(alertRoutes.resendFailed, { ...request, body: {} }),
  ])
}

describe('who may stop, resume and resend', () => {
  it.each(['viewer', 'admin'])('not a %s', async (user) => {
    expect((await control(user)).map(({ code }) => code)).toEqual(Array(3).fill('not-allowed'))
  })

  it.each(['officer', 'neighbour', 'village-officer'])(
    'not %s, who covers a part of the alert alone: 404 as for what does not exist',
    async (user) => {
      const refusals = [...(await control(user)), ...(await control('province', 'no-such-alert'))]

      expect(refusals.map(({ status }) => status)).toEqual(Array(6).fill(404))
      const versions = await world.alerts.listVersions(ids.both)
      expect(versions.map(({ state }) => state)).toEqual(['completed'])
    },
  )

  it('the officer of all its areas, who need not be the one who issued it: told that it is completed', async () => {
    const problem = await world.api.refused(alertRoutes.stopAlert, {
      user: 'province',
      params: { alertId: ids.district },
      body: { reason: 'Made up' },
      headers: newKey(),
    })

    expect(problem.code).toBe('wrong-state')
  })
})

describe('who is no user', () => {
  it.each(['stranger', 'gone'])('%s gets nothing', async (user) => {
    const problem = await world.api.refused(alertRoutes.listAlerts, { user })

    expect(problem).toMatchObject({ status: 403, code: 'not-a-user' })
  })

  it.each([{ token_use: 'id' }, { token_use: 'access', sub: 7 }, {}])(
    'an authorizer with the claims %o is not signed in',
    async (claims) => {
      const event = httpEvent({ route: 'GET /v1/alerts', user: 'officer' })
      const { authorizer } = event.requestContext
      const forged = {
        ...event,
        requestContext: {
          ...event.requestContext,
          authorizer: { ...authorizer, jwt: { claims, scopes: [] } },
        },
      }

      const answer = await buildHandler(world.deps)(forged, lambdaContext())

      expect(answer.statusCode).toBe(401)
      expect(answer.body).toContain('not-signed-in')
    },
  )
})

describe('who sees an alert', () => {
  it.each(['neighbour', 'village-officer'])('not %s, who has no part in it: 404 everywhere', async (user) => {
    const params = { alertId: ids.villages }
    const refusals = await Promise.all([
      world.api.refused(alertRoutes.getAlert, { user, params }),
      world.api.refused(alertRoutes.getBoard, { user, params }),
      world.api.refused(alertRoutes.getBoardVillage, { user, params: { ...params, code: '1308002' } }),
      world.api.refused(alertRoutes.getAlert, { user, params: { alertId: 'no-such-alert' } }),
    ])

    expect(refusals.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(refusals[0]?.detail).toBe(refusals[3]?.detail)
  })

  it('an officer sees of an alert to two districts the villages of their own', async () => {
    expect(await villagesOn(ids.both, 'officer')).toEqual(['1308001', '1308002', '1308003'])
    expect(await villagesOn(ids.both, 'neighbour')).toEqual(['1309001'])
    expect(await villagesOn(ids.both, 'village-officer')).toEqual(['1308001'])
    expect(await villagesOn(ids.both, 'admin')).toHaveLength(4)

    const board = await readBoard(world, ids.both, 'neighbour')
    expect(board.districts.map(({ district }) => district)).toEqual(['1309'])
    expect(board.totals.accepted).toBe(1)
  })

  it('a province officer sees the alerts of its districts', async () => {
    expect(await villagesOn(ids.district, 'province')).toHaveLength(3)
    expect(await readVillage(world, ids.district, '1308001', 'province')).toMatchObject({
      coverage: 'handed-over',
    })
  })

  it('the list shows each only what touches their areas', async () => {
    expect(await listed('neighbour')).not.toContain(ids.district)
    expect(await listed('neighbour')).toContain(ids.both)
    expect(await listed('village-officer')).toContain(ids.district)
    expect(await listed('village-officer')).not.toContain(ids.villages)
    expect(await listed('viewer')).toEqual(expect.arrayContaining(Object.values(ids)))
  })

  it('taking an area away works at once', async () => {
    const moved = { id: 'moved', name: 'Moved', roles: ['officer' as const], status: 'active' as const }
    await world.seedUsers([{ ...moved, areas: ['1308'] }])
    expect(await listed('moved')).toContain(ids.district)

    await world.seedUsers([{ ...moved, areas: ['1309'] }])

    expect(await listed('moved')).not.toContain(ids.district)
  })

  it('an alert to villages reaches these and shows these', async () => {
    expect(await villagesOn(ids.villages, 'officer')).toEqual(['1308002', '1308003'])
    const sent = world.phones.outbox.filter(({ text }) => text.includes('#3.1'))
    expect(sent.map(({ phone }) => phone).toSorted()).toEqual([phoneOf('1308002', 0), phoneOf('1308003', 0)])
  })

  it('phones are masked, and a village that the alert does not mean is not there', async () => {
    const village = await readVillage(world, ids.district, '1308001')

    expect(village.recipients.map(({ phone }) => phone)).toEqual(['+856********00', '+856********01'])
    const problem = await world.api.refused(alertRoutes.getBoardVillage, {
      user: 'officer',
      params: { alertId: ids.villages, code: '1308001' },
    })
    expect(problem.status).toBe(404)
  })
})
