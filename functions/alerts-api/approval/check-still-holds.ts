import { toIso } from '../../../shared/clock.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { heldUntilMs } from '../../../shared/domain/quiet-hours.ts'
import { localTime } from '../../../shared/domain/render-text.ts'
import { findTemplate } from '../../../shared/domain/templates/catalogue.ts'
import { RequestError, type FieldError } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'

/** Slots of the version's template whose time has passed since an officer filled them in. */
const findPassedTimes = ({ template: choice }: VersionRecord, nowMs: number): FieldError[] => {
  const slots = choice === undefined ? undefined : findTemplate(choice.id)?.slots
  return Object.entries(choice?.slots ?? {}).flatMap(([slot, given]) =>
    slots?.[slot] === 'time' && typeof given === 'string' && Date.parse(given) <= nowMs
      ? [
          {
            path: `template.slots.${slot}`,
            message: { en: 'Lies in the past by now.', lo: 'ເວລານີ້ຜ່ານໄປແລ້ວ.' },
          },
        ]
      : [],
  )
}

/**
 * Throws where the time until which the version holds, or one that its text names, has passed before it was issued, or
 * will be over before quiet hours let it go out.
 */
export const checkStillHolds = (
  { clock, quietHours }: Pick<AlertsApiDeps, 'clock' | 'quietHours'>,
  version: VersionRecord,
): void => {
  const nowMs = clock.nowMs()
  const passed = findPassedTimes(version, nowMs)
  if (passed.length > 0) {
    throw new RequestError(
      'wrong-state',
      {
        en: 'A time that the text names has passed. Edit the draft, so that it says by when.',
        lo: 'ເວລາທີ່ຂໍ້ຄວາມບອກຜ່ານໄປແລ້ວ. ແກ້ຮ່າງ ເພື່ອບອກເວລາໃໝ່.',
      },
      passed,
    )
  }
  const endsAtMs = version.expiresAtEpochSeconds * 1000
  const heldMs = heldUntilMs(version, quietHours, nowMs)
  if (heldMs !== undefined && endsAtMs > nowMs && endsAtMs <= heldMs) {
    throw new RequestError(
      'wrong-state',
      {
        en: `Quiet hours hold this message until ${toIso(heldMs)}, and its time is over by then: nobody would get it. Edit the draft.`,
        lo: `ຊົ່ວໂມງງຽບກັ້ນຂໍ້ຄວາມນີ້ໄວ້ຮອດ ${localTime(heldMs)}, ແລະ ຮອດນັ້ນມັນໝົດອາຍຸ: ຈະບໍ່ມີໃຜໄດ້ຮັບ. ໃຫ້ແກ້ຮ່າງ.`,
      },
      [
        {
          path: 'expiresAtIso',
          message: { en: 'Lies before the end of the quiet hours.', lo: 'ຢູ່ກ່ອນຊົ່ວໂມງງຽບຈະໝົດ.' },
        },
      ],
    )
  }
  if (endsAtMs > nowMs) return
  throw new RequestError(
    'wrong-state',
    {
      en: 'The time until which this alert holds has passed. Edit the draft, or write a new one.',
      lo: 'ຄຳເຕືອນນີ້ໝົດອາຍຸແລ້ວ. ແກ້ຮ່າງ, ຫຼື ຂຽນອັນໃໝ່.',
    },
    [{ path: 'expiresAtIso', message: { en: 'Lies in the past by now.', lo: 'ເວລານີ້ຜ່ານໄປແລ້ວ.' } }],
  )
}
