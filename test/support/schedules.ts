import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { newKey } from './alert-samples.ts'
import type { AlertWorld } from './alert-world.ts'

/** A body that is fine for one district; tests change what they are about. The tests begin on 2026-07-23 at noon. */
export const scheduleBody = {
  name: 'Test the loudspeaker',
  hazard: 'river-flood',
  mode: 'actual',
  areas: ['1308'],
  texts: { lo: 'ທົດສອບໂທລະໂຄ່ງ', en: 'Test the loudspeaker' },
  recurrence: { type: 'monthly', day: 1, time: '09:00' },
  missed: { policy: 'fire-once', windowHours: 24 },
  validHours: 168,
} as const

export const localMs = (local: string): number => Date.parse(`${local}:00+07:00`)

/** Writes a schedule; answers with its id. */
export const createSchedule = async (
  world: AlertWorld,
  over: Partial<Record<keyof typeof scheduleBody | 'audience' | 'template', unknown>> = {},
  user = 'officer',
): Promise<string> => {
  const body = { ...scheduleBody, ...over }
  const answer = await world.api.ok(alertRoutes.createSchedule, { user, body, headers: newKey() })
  return answer.body.scheduleId
}

export const readSchedule = async (world: AlertWorld, scheduleId: string, user = 'officer') =>
  (await world.api.ok(alertRoutes.getSchedule, { user, params: { scheduleId } })).body

export const readRuns = async (world: AlertWorld, scheduleId: string, user = 'officer') =>
  (await world.api.ok(alertRoutes.listScheduleRuns, { user, params: { scheduleId } })).body

/** Moves the clock to a time in Laos and lets the minute's tick look. */
export const tickAt = async (world: AlertWorld, local: string): Promise<void> => {
  world.time.nowMs = localMs(local)
  await world.runTick()
}

/** The alerts that are there, as the province's officer sees them. */
export const listAlerts = async (world: AlertWorld) =>
  (await world.api.ok(alertRoutes.listAlerts, { user: 'province' })).body.alerts
