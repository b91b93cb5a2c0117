import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { covers, normaliseAreas } from '../../../shared/domain/area.ts'
import { isLower } from '../../../shared/domain/follow-up.ts'
import type { User } from '../../../shared/domain/user.ts'
import { invalidRequest, type FieldError } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { checkDesks, findWishFaults, type AlertWish } from '../drafts/check-wish.ts'
import { resolveAudience } from '../drafts/resolve-audience.ts'
import { joinDistricts, toldAreas, toldDistricts, toldLevel } from '../told-so-far.ts'

/** The districts' own numbers, where they have one. */
export const readDesks = async (
  deps: Pick<AlertsApiDeps, 'summaries'>,
): Promise<Record<string, string | undefined>> =>
  Object.fromEntries((await deps.summaries.list('')).map(({ district, deskPhone }) => [district, deskPhone]))

const findLowered = (told: readonly VersionRecord[], { level }: AlertWish): FieldError[] => {
  const least = toldLevel(told)
  return isLower(level, least)
    ? [
        {
          path: 'body.level',
          message: {
            en: `An update never says less: ${least} or more. An all-clear says that it is over.`,
            lo: `ການແຈ້ງເພີ່ມຫຼຸດລະດັບບໍ່ໄດ້: ${least} ຫຼື ສູງກວ່າ. ຖ້າໝົດໄພແລ້ວ ໃຫ້ບອກວ່າພົ້ນອັນຕະລາຍ.`,
          },
        },
      ]
    : []
}

const findDropped = (told: readonly string[], { areas }: AlertWish): FieldError[] => {
  const dropped = told.filter((area) => !areas.some((kept) => covers(kept, area)))
  const named = dropped.slice(0, 10).join(', ')
  return dropped.length === 0
    ? []
    : [
        {
          path: 'body.areas',
          message: {
            en: `An update drops no area that was told before: ${named}${dropped.length > 10 ? ' and others' : ''} must stay. An all-clear says where it is over.`,
            lo: `ການແຈ້ງເພີ່ມຕັດເຂດທີ່ເຄີຍເຕືອນອອກບໍ່ໄດ້: ${named}${dropped.length > 10 ? ' ແລະ ເຂດອື່ນ' : ''} ຕ້ອງຢູ່. ບ່ອນທີ່ໝົດໄພແລ້ວ ໃຫ້ບອກວ່າພົ້ນອັນຕະລາຍ.`,
          },
        },
      ]
}

/**
 * Names every fault of an update at once. Areas that were told before are taken as they are, since people there have
 * the warning; those that are added must be known, the officer's, and hold somebody.
 */
export const resolveUpdate = async (
  deps: AlertsApiDeps,
  user: User,
  versions: readonly VersionRecord[],
  wish: AlertWish,
  foundBefore: readonly FieldError[],
): Promise<{ areas: string[]; districts: VersionRecord['districts'] }> => {
  const told = toldAreas(versions)
  const faults = [
    ...foundBefore,
    ...findWishFaults(wish, deps.clock.nowMs()),
    ...findLowered(versions, wish),
    ...findDropped(told, wish),
  ]
  const isTold = (area: string): boolean => told.some((one) => covers(one, area))
  const added = wish.areas.filter((area) => !isTold(area))
  if (added.length === 0 && faults.length > 0) {
    throw invalidRequest(faults)
  }
  const more =
    added.length === 0 ? [] : [(await resolveAudience(deps, user, added, faults, wish.audience)).districts]
  const areas = normaliseAreas(wish.areas)
  const districts = joinDistricts([toldDistricts(versions), ...more])
  checkDesks(deps, wish, { districts, desks: await readDesks(deps) })
  return { areas, districts }
}
