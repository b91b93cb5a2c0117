import { areaLevel } from '../../../shared/domain/area.ts'
import { isKnownArea } from '../../../shared/domain/laos-areas.ts'
import { userCovers, wholeCountry, type User } from '../../../shared/domain/user.ts'
import type { FieldError } from '../../../shared/errors.ts'
import type { UserDeps } from './user-deps.ts'

/** One fault for each area that is unknown or that the admin does not cover: nobody can tell the two apart. */
export const findAreaFaults = async (
  { villages }: Pick<UserDeps, 'villages'>,
  admin: User,
  areas: readonly string[],
): Promise<FieldError[]> => {
  const isKnown = async (area: string): Promise<boolean> => {
    if (area === wholeCountry) return true
    return areaLevel(area) === 'village' ? (await villages.find(area)) !== undefined : isKnownArea(area)
  }
  const given = await Promise.all(areas.map(async (area) => userCovers(admin, area) && (await isKnown(area))))
  return given.flatMap((isGiven, index) =>
    isGiven
      ? []
      : [
          {
            path: `body.areas[${index}]`,
            message: { en: 'No area of this code is known in your areas.', lo: 'ບໍ່ມີເຂດລະຫັດນີ້ໃນເຂດຂອງທ່ານ.' },
          },
        ],
  )
}
