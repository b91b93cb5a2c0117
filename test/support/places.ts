import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import { roles, type Role } from '../../shared/domain/user.ts'
import { issueAlert, newKey, villageWith } from './alert-samples.ts'
import type { AllApis } from './all-apis.ts'
import { buildUser } from './builders.ts'
import { createImportFlow, rosterCsv } from './import-flow.ts'
import { createSchedule } from './schedules.ts'

/** Where callers stand to what a request is about, which is the district 1308 or a village of it. */
const areasOf = {
  own: ['1308'],
  parent: ['13'],
  child: ['1308001'],
  foreign: ['1309'],
} as const
export type Place = keyof typeof areasOf
export const places: readonly Place[] = ['own', 'parent', 'child', 'foreign']

export const userAt = (role: Role, place: Place): string => `${role}-${place}`

/** Whether the areas of a place take in a code, or, to touch it, lie in it. Told apart from the code under test. */
export const admits = (place: Place, code: string, enough: 'covers' | 'touches'): boolean =>
  areasOf[place].some((area) => code.startsWith(area) || (enough === 'touches' && area.startsWith(code)))

/** Things of the district 1308 that requests are about, by the name that a path has for them. */
export type Things = Readonly<Record<string, string>>

const users = [
  ...roles.flatMap((role) =>
    places.map((place) => buildUser({ id: userAt(role, place), roles: [role], areas: [...areasOf[place]] })),
  ),
  buildUser({ id: 'of-1308', roles: ['officer'], areas: ['1308'] }),
  buildUser({ id: 'maker', roles: [...roles], areas: ['LA'] }),
  buildUser({ id: 'disabled', roles: [...roles], areas: ['LA'], status: 'disabled' }),
]

const villages = ['1308001', '1308002', '1309001'].map((code) => villageWith(code, 3))

/**
 * Puts users of every role and place, two districts, and one of each thing of 1308: an alert that was sent, an import
 * that is planned, an export. All are made by `maker`, who covers the country.
 */
export const seedPlaces = async (apis: AllApis): Promise<Things> => {
  await apis.seedUsers(users)
  await apis.seedVillages(villages)
  const flow = createImportFlow(apis.roster, 'maker')
  const [planned, exported, alertId, scheduleId] = await Promise.all([
    flow.planned(rosterCsv('1308001,Ban Thotlong,School,Made-up head,+8562055900001,head')),
    apis.roster.api.ok(rosterRoutes.createExport, {
      user: 'maker',
      headers: newKey(),
      body: { areas: ['1308'] },
    }),
    issueAlert(apis.alerts, {}, 'maker'),
    createSchedule(apis.alerts, {}, 'maker'),
  ])
  await apis.alerts.drain()
  return {
    alertId,
    scheduleId,
    importId: planned.id,
    exportId: exported.body.id,
    memberId: 'm-1308001-0',
    userId: 'of-1308',
    templateId: 'flood-watch',
    district: '1308',
    area: '1308',
    lane: 'routine',
    code: '1308001',
  }
}
