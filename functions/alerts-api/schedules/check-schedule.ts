import type { ScheduleRecord } from '../../../shared/contracts/schedule-record.ts'
import { nextRunAfter, rainsBeginIn } from '../../../shared/domain/schedule/recurrence.ts'
import { resolveSlots } from '../../../shared/domain/schedule/schedule-texts.ts'
import { findTemplate } from '../../../shared/domain/templates/catalogue.ts'
import type { User } from '../../../shared/domain/user.ts'
import { invalidRequest, RequestError, type FieldError } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { checkMode } from '../drafts/check-mode.ts'
import { checkWish } from '../drafts/check-wish.ts'
import { checkReviewed } from '../texts/check-reviewed.ts'
import { widestStamp } from '../texts/check-texts.ts'
import { writeTexts } from '../texts/write-texts.ts'

type ScheduleWish = Pick<
  ScheduleRecord,
  'hazard' | 'mode' | 'areas' | 'audience' | 'texts' | 'template' | 'recurrence'
>

/** The first run after this moment. Throws where none follows. */
export const firstRunOf = (
  deps: Pick<AlertsApiDeps, 'clock' | 'rainsBegin'>,
  { recurrence, areas }: Pick<ScheduleWish, 'recurrence' | 'areas'>,
): number => {
  const runAtMs = nextRunAfter(recurrence, deps.clock.nowMs(), rainsBeginIn(areas, deps.rainsBegin))
  if (runAtMs !== undefined) return runAtMs
  throw invalidRequest([
    {
      path: 'body.recurrence',
      message: {
        en: 'Lies in the past: the schedule would never run.',
        lo: 'ເວລານີ້ຜ່ານໄປແລ້ວ: ຕາຕະລາງຈະບໍ່ສົ່ງຈັກເທື່ອ.',
      },
    },
  ])
}

/** What ended is neither edited nor steered. */
export const scheduleEnded = (): RequestError =>
  new RequestError('wrong-state', {
    en: 'This schedule has ended: write a new one.',
    lo: 'ຕາຕະລາງນີ້ຈົບແລ້ວ: ໃຫ້ຂຽນອັນໃໝ່.',
  })

/** A time that stands still is over at the second run. */
const findFixedTimes = ({ template, recurrence }: ScheduleWish): FieldError[] => {
  const found = template === undefined ? undefined : findTemplate(template.id)
  if (template === undefined || found === undefined || recurrence.type === 'once') return []
  return Object.entries(template.slots)
    .filter(([slot, input]) => found.slots[slot] === 'time' && typeof input !== 'object')
    .map(([slot]) => ({
      path: `body.template.slots.${slot}`,
      message: {
        en: 'Give it as { daysAfter, time }: it has to move with the run.',
        lo: 'ໃສ່ແບບ { daysAfter, time }: ເວລາຕ້ອງເລື່ອນຕາມແຕ່ລະຄັ້ງ.',
      },
    }))
}

/** Throws with everything that would keep the first run of the schedule from being sent; answers with its time. */
export const checkSchedule = async (
  deps: AlertsApiDeps,
  user: User,
  wish: ScheduleWish,
): Promise<{ areas: string[]; firstRunAtMs: number }> => {
  const firstRunAtMs = firstRunOf(deps, wish)
  const { hazard, mode, areas, audience, template } = wish
  const use = { kind: 'preparedness', level: 'prepare', hazard, mode } as const
  const { written, faults } = writeTexts(
    {
      ...use,
      texts: wish.texts,
      ...(template === undefined ? {} : { template: resolveSlots(template, firstRunAtMs) }),
    },
    widestStamp(firstRunAtMs).number,
    firstRunAtMs,
  )
  const checked = await checkWish(deps, user, { ...use, areas, audience, texts: written.texts }, [
    ...faults,
    ...findFixedTimes(wish),
  ])
  checkMode(deps, mode)
  checkReviewed(deps, mode, written.template)
  return { areas: checked.areas, firstRunAtMs }
}
