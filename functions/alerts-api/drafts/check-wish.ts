import type * as z from 'zod'
import type { alertBody } from '../../../shared/contracts/alerts.ts'
import { laneOf } from '../../../shared/domain/alert.ts'
import { recipientsInLane, sumRecipients } from '../../../shared/domain/district-summary.ts'
import { findDistrict } from '../../../shared/domain/laos-areas.ts'
import { defaultExpiryHours, isDanger, type Level } from '../../../shared/domain/level.ts'
import { heldUntilMs } from '../../../shared/domain/quiet-hours.ts'
import type { Texts } from '../../../shared/domain/render-text.ts'
import type { User } from '../../../shared/domain/user.ts'
import { RequestError, type FieldError } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'
import {
  findDistrictsWithoutDesk,
  findSlotFaults,
  findTextFaults,
  widestStamp,
} from '../texts/check-texts.ts'
import { resolveAudience, type Audience } from './resolve-audience.ts'

/** What an officer wants to say, and to whom. */
export type AlertWish = Omit<z.output<typeof alertBody>, 'level' | 'texts'> & { level: Level; texts: Texts }

/** Longer than this nobody knows what the river does; a routine message may wait for its season. */
const longestLifeDays = { urgent: 7, routine: 30 } as const
const hourMs = 3600 * 1000

/** Until when the message holds, in epoch ms: its hours count from when quiet hours let it go out. */
export const expiryOf = (
  { clock, expiryHours, quietHours }: Pick<AlertsApiDeps, 'clock' | 'expiryHours' | 'quietHours'>,
  {
    expiresAtIso,
    kind,
    hazard,
    mode,
    level,
  }: Pick<AlertWish, 'expiresAtIso' | 'kind' | 'hazard' | 'mode' | 'level'>,
): number => {
  if (expiresAtIso !== undefined) return Date.parse(expiresAtIso)
  const nowMs = clock.nowMs()
  const fromMs = heldUntilMs({ lane: laneOf(kind), mode }, quietHours, nowMs) ?? nowMs
  return fromMs + defaultExpiryHours(expiryHours, hazard, level) * hourMs
}

const findExpiryFaults = ({ expiresAtIso, kind }: AlertWish, nowMs: number): FieldError[] => {
  if (expiresAtIso === undefined) return []
  const lifeMs = Date.parse(expiresAtIso) - nowMs
  const mostDays = longestLifeDays[laneOf(kind)]
  if (lifeMs <= 0)
    return [
      {
        path: 'body.expiresAtIso',
        message: {
          en: 'Lies in the past: say until when the message holds.',
          lo: 'ເວລານີ້ຜ່ານໄປແລ້ວ: ບອກວ່າຂໍ້ຄວາມມີຜົນຮອດເວລາໃດ.',
        },
      },
    ]
  return lifeMs > mostDays * 24 * hourMs
    ? [
        {
          path: 'body.expiresAtIso',
          message: {
            en: `Lies more than ${mostDays} days ahead: give an earlier time.`,
            lo: `ດົນເກີນ ${mostDays} ມື້: ໃສ່ເວລາທີ່ໄວກວ່າ.`,
          },
        },
      ]
    : []
}

const findLevelFaults = ({ kind, level }: AlertWish): FieldError[] =>
  kind === 'preparedness' && isDanger(level) && level !== 'prepare'
    ? [
        {
          path: 'body.level',
          message: {
            en: 'A preparedness message has the level prepare; choose another kind for a danger.',
            lo: 'ຂໍ້ຄວາມກຽມພ້ອມມີລະດັບກຽມພ້ອມ; ຖ້າມີອັນຕະລາຍ ໃຫ້ເລືອກປະເພດອື່ນ.',
          },
        },
      ]
    : []

const findAudienceFaults = ({ kind, audience }: AlertWish): FieldError[] =>
  audience !== undefined && kind !== 'preparedness'
    ? [
        {
          path: 'body.audience',
          message: {
            en: 'A danger is told to everybody: only a preparedness message may choose among people.',
            lo: 'ອັນຕະລາຍຕ້ອງບອກທຸກຄົນ: ສະເພາະຂໍ້ຄວາມກຽມພ້ອມທີ່ເລືອກຄົນໄດ້.',
          },
        },
      ]
    : []

/** Everything that can be said against the wish without reading the roster. */
export const findWishFaults = (wish: AlertWish, nowMs: number): FieldError[] => [
  ...findExpiryFaults(wish, nowMs),
  ...findLevelFaults(wish),
  ...findAudienceFaults(wish),
  ...findSlotFaults(wish.texts),
  ...findTextFaults(wish.texts, wish.mode, widestStamp(nowMs)),
]

/** A text that names the desk's number needs one in every district, or one of the stage for all of them. */
export const checkDesks = (
  { fallbackDesk }: Pick<AlertsApiDeps, 'fallbackDesk'>,
  wish: Pick<AlertWish, 'texts'>,
  audience: Pick<Audience, 'districts' | 'desks'>,
): void => {
  if (fallbackDesk !== undefined) return
  const without = findDistrictsWithoutDesk(wish.texts, audience)
  if (without.length === 0) return
  throw new RequestError(
    'invalid-request',
    {
      en: 'The text names the number of the district desk, and some districts have none. Nothing was changed.',
      lo: 'ຂໍ້ຄວາມບອກເບີຫ້ອງການເມືອງ, ແຕ່ບາງເມືອງຍັງບໍ່ມີເບີ. ບໍ່ມີຫຍັງປ່ຽນ.',
    },
    without.map((code) => {
      const district = findDistrict(code)
      return {
        path: 'body.areas',
        message: {
          en: `${district?.nameEn ?? 'A district'} has no desk number: an admin sets it.`,
          lo: `ເມືອງ${district?.nameLo ?? code} ບໍ່ມີເບີຫ້ອງການ: ຜູ້ດູແລຕ້ອງໃສ່ກ່ອນ.`,
        },
      }
    }),
  )
}

/** Names every fault of wish and areas at once, after those found before; answers with whom it reaches. */
export const checkWish = async (
  deps: AlertsApiDeps,
  user: User,
  wish: AlertWish,
  foundBefore: readonly FieldError[] = [],
): Promise<Audience> => {
  const faults = [...foundBefore, ...findWishFaults(wish, deps.clock.nowMs())]
  const audience = await resolveAudience(deps, user, wish.areas, faults, wish.audience)
  if (sumRecipients(recipientsInLane(audience.counts, laneOf(wish.kind))) === 0) {
    throw new RequestError(
      'no-recipients',
      { en: 'Nobody in these areas gets SMS. Nothing was changed.', lo: 'ບໍ່ມີໃຜໃນເຂດເຫຼົ່ານີ້ໄດ້ຮັບ SMS. ບໍ່ມີຫຍັງປ່ຽນ.' },
      [
        {
          path: 'body.areas',
          message: {
            en: 'No village here has a contact: add members to the roster first.',
            lo: 'ບໍ່ມີບ້ານໃດມີຜູ້ຕິດຕໍ່: ເພີ່ມສະມາຊິກເຂົ້າບັນຊີກ່ອນ.',
          },
        },
      ],
    )
  }
  checkDesks(deps, wish, audience)
  return audience
}
