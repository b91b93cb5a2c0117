import { toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { ScheduleRecord } from '../../../shared/contracts/schedule-record.ts'
import { localTime } from '../../../shared/domain/render-text.ts'
import { scheduleTransitions } from '../../../shared/domain/schedule/schedule.ts'
import { transitionOf } from '../../../shared/domain/transition.ts'
import type { User } from '../../../shared/domain/user.ts'
import { RequestError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { firstRunOf, scheduleEnded } from './check-schedule.ts'
import { answerSchedule, confirmFromMs, findOwnSchedule } from './schedule-view.ts'

type Change = Partial<Pick<ScheduleRecord, 'responsible' | 'nextRunAtMs' | 'confirmedRunAtMs' | 'state'>>

/** Somebody, or `tick`, may come in between now and then. */
const tries = 5

/** Reads the schedule and writes what `decide` makes of it, again where somebody came in between. */
const steer = async (
  deps: AlertsApiDeps,
  user: User,
  { scheduleId, action }: { scheduleId: string; action: string },
  decide: (schedule: ScheduleRecord) => Change | 'done',
) => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- again only where somebody came in between
    const schedule = await findOwnSchedule(deps, user, scheduleId)
    const change = decide(schedule)
    if (change === 'done') return answerSchedule(deps, schedule)
    const entry = { action, by: user.id, atIso: toIso(deps.clock.nowMs()) }
    // oxlint-disable-next-line no-await-in-loop -- as above
    const written = await deps.schedules.replace(schedule, {
      ...schedule,
      ...change,
      edition: schedule.edition + 1,
      history: [...schedule.history, entry],
    })
    if (written !== undefined) return answerSchedule(deps, written)
  }
  throw new Error('a schedule changes too fast to be steered')
}

const laoStates: Readonly<Record<ScheduleRecord['state'], string>> = {
  active: 'ເຮັດວຽກຢູ່',
  paused: 'ຢຸດໄວ້',
  ended: 'ຈົບແລ້ວ',
}

/** To the state that the action leads to; nothing is to do where it is in it. Throws where it cannot be. */
const step = (
  schedule: ScheduleRecord,
  action: 'pause' | 'resume' | 'end',
  change: () => Change,
): Change | 'done' => {
  const { from, to } = transitionOf(scheduleTransitions, action)
  if (schedule.state === to) return 'done'
  if (!from.includes(schedule.state))
    throw new RequestError('wrong-state', {
      en: `This schedule is ${schedule.state}. Nothing was changed.`,
      lo: `ຕາຕະລາງນີ້${laoStates[schedule.state]}. ບໍ່ມີຫຍັງປ່ຽນ.`,
    })
  return { ...change(), state: to }
}

/** `POST …/pause`. */
export const pauseSchedule = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.pauseSchedule, ({ user, params }) =>
    steer(deps, user, { ...params, action: 'pause' }, (schedule) => step(schedule, 'pause', () => ({}))),
  )

/** `POST …/resume`: from now on; who resumes it answers for it. */
export const resumeSchedule = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.resumeSchedule, ({ user, params }) =>
    steer(deps, user, { ...params, action: 'resume' }, (schedule) =>
      step(schedule, 'resume', () => ({ responsible: user.id, nextRunAtMs: firstRunOf(deps, schedule) })),
    ),
  )

/** `POST …/reconfirm`: the next run is wanted, and this officer answers for it. */
export const reconfirmSchedule = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.reconfirmSchedule, ({ user, params }) =>
    steer(deps, user, { ...params, action: 'reconfirm' }, (schedule) => {
      const fromMs = confirmFromMs(deps, schedule)
      if (fromMs === undefined) {
        if (schedule.state !== 'ended') return 'done'
        throw scheduleEnded()
      }
      if (fromMs > deps.clock.nowMs()) {
        throw new RequestError('wrong-state', {
          en: `It is too early to say so: confirm it from ${toIso(fromMs)} on.`,
          lo: `ຍັງໄວເກີນໄປ: ຢືນຢັນໄດ້ຕັ້ງແຕ່ ${localTime(fromMs)}.`,
        })
      }
      return { responsible: user.id, confirmedRunAtMs: schedule.nextRunAtMs }
    }),
  )

/** `DELETE /v1/schedules/{scheduleId}`: no run follows; what was is kept. */
export const endSchedule = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.endSchedule, ({ user, params }) =>
    steer(deps, user, { ...params, action: 'end' }, (schedule) =>
      step(schedule, 'end', () => ({ nextRunAtMs: undefined })),
    ),
  )
