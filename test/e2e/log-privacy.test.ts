import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { issueWarning } from '../../local/demo/warn-areas.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { toIso } from '../../shared/clock.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { operationsRoutes } from '../../shared/contracts/operations-routes.ts'
import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import { createFinder, readNumbers } from './support/roster-numbers.ts'
import { completedBoard, startSiang, until, type Siang } from './support/siang.ts'

let siang: Siang
beforeAll(async () => {
  siang = await startSiang({ roster: sampleRoster, sms: { receipts: [] } })
})
afterAll(() => siang.end())

const tomorrow = () => toIso(Date.now() + 24 * 3_600_000)

/** What an admin and an officer do in a day, and what goes wrong in it. */
const workADay = async (): Promise<void> => {
  const [admin, officer] = await Promise.all([siang.signIn('admin'), siang.signIn('officer.songkhone')])
  const [first] = await readNumbers(sampleRoster)
  const phone = first?.e164 ?? ''
  await siang.setSmsFaults({
    faults: [
      { phonePrefix: phone, status: 400, code: 'InvalidParameter' },
      { phonePrefix: '+8562055000003', status: 503, code: 'ServiceUnavailable', times: 1 },
    ],
  })
  const alertId = await issueWarning(officer, ['1308'], tomorrow())
  await officer(alertRoutes.stopAlert, { params: { alertId }, body: { reason: `call ${phone}` } })
  await officer(alertRoutes.resumeAlert, { params: { alertId } })
  await completedBoard(officer, alertId)
  await siang.setSmsFaults({ faults: [] })
  await officer(alertRoutes.resendFailed, { params: { alertId }, body: {} })
  await admin(rosterRoutes.getVillage, { params: { code: '1308901' } })
  const { id: exportId } = await admin(rosterRoutes.createExport, { body: { areas: ['1308'] } })
  await until(
    () => admin(rosterRoutes.getExport, { params: { exportId } }),
    ({ state }) => state === 'ready',
    30,
  )
  const refused = [
    officer(alertRoutes.getAlert, { params: { alertId: phone.slice(1) } }),
    officer(rosterRoutes.getVillage, { params: { code: phone.slice(1) } }),
    admin(rosterRoutes.addMember, { params: { code: '1308901' }, body: { name: phone, phone } }),
  ]
  await Promise.allSettled(refused)
  await siang.fire('tick')
  await admin(operationsRoutes.listAudit, { query: { alertId } })
}

it('a whole day leaves no phone number of the roster in any line of any log, however it is written', async () => {
  await workADay()
  await sleep(1_500)

  const logs = await siang.logs()
  const numbers = await readNumbers(sampleRoster)

  expect(numbers.length).toBeGreaterThan(300)
  expect(logs).toContain('HTTP_REQUEST_REFUSED')
  const isLogged = createFinder(`${logs}\n020-55 999 123, 85620 5599 9124`)
  expect(isLogged({ written: '020 55999123', e164: '+8562055999123' })).toBe(true)
  expect(isLogged({ written: '020 55999124', e164: '+8562055999124' })).toBe(true)
  const found = numbers.filter(isLogged)
  expect(found.map(({ e164 }) => e164)).toEqual([])
}, 180_000)

it('and its audit is whole: alert, day, export and reveal are in it', async () => {
  const admin = await siang.signIn('admin')
  const day = toIso(Date.now()).slice(0, 10)

  const { rows } = await admin(operationsRoutes.listAudit, { query: { day, limit: '500' } })
  const verified = await admin(operationsRoutes.verifyAudit, { query: { chain: `day#${day}` } })

  expect(verified.faults).toEqual([])
  expect(rows.map(({ phase, action }) => `${phase} ${action}`)).toEqual(
    expect.arrayContaining([
      'outcome POST /v1/roster-imports/{importId}/apply',
      'outcome POST /v1/roster-exports',
      'reveal GET /v1/roster-exports/{exportId}',
      'reveal GET /v1/villages/{code}',
    ]),
  )
})
