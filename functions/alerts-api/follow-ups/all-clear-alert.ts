import type * as z from 'zod'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { allClearBody } from '../../../shared/contracts/follow-up.ts'
import { remainingOf } from '../../../shared/domain/alert-ending.ts'
import { areaLevel, covers, districtOf, normaliseAreas } from '../../../shared/domain/area.ts'
import { groupByDistrict } from '../../../shared/domain/group-by-district.ts'
import { userCovers, type User } from '../../../shared/domain/user.ts'
import { invalidRequest, RequestError, type FieldError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { readAlertView } from '../alert-view.ts'
import { refuseWhileSent } from '../approval/find-clashes.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { checkDesks, expiryOf, findWishFaults } from '../drafts/check-wish.ts'
import { checkReviewed } from '../texts/check-reviewed.ts'
import { writeTexts } from '../texts/write-texts.ts'
import { findDistrictsOver } from './find-districts-over.ts'
import { readDesks } from './resolve-update.ts'
import { writeFollowUp, type FollowUp, type Series } from './write-follow-up.ts'

type Body = z.output<typeof allClearBody>

/** What of a named area was told of the danger: the area, or the parts of it that were. */
const toldWithin = (area: string, told: readonly string[]): string[] =>
  told.some((one) => covers(one, area)) ? [area] : told.filter((one) => covers(area, one))

/** The same answer for what is unknown, foreign, or was never told: nobody learns which. */
const findUntold = async (
  deps: AlertsApiDeps,
  user: User,
  named: readonly string[],
  told: readonly string[],
): Promise<FieldError[]> => {
  const villages = named.filter((area) => areaLevel(area) === 'village' && userCovers(user, area))
  const districts = [...new Set(villages.map(districtOf))]
  const rostered = (
    await Promise.all(districts.map((district) => deps.villages.listDistrict(district)))
  ).flat()
  const known = new Set(rostered.map(({ code }) => code))
  return named.flatMap((area, index) =>
    userCovers(user, area) &&
    toldWithin(area, told).length > 0 &&
    (areaLevel(area) !== 'village' || known.has(area))
      ? []
      : [
          {
            path: `body.areas[${index}]`,
            message: {
              en: 'No area of yours with this code was told of this danger.',
              lo: 'ບໍ່ມີເຂດຂອງທ່ານທີ່ມີລະຫັດນີ້ ແລະ ໄດ້ຮັບຄຳເຕືອນນີ້.',
            },
          },
        ],
  )
}

const checkCanEnd = ({ alert, versions }: Series): string[] => {
  if (alert.kind === 'preparedness') {
    throw new RequestError('wrong-state', {
      en: 'A preparedness message told of no danger that could be over.',
      lo: 'ຂໍ້ຄວາມກຽມພ້ອມບໍ່ໄດ້ບອກອັນຕະລາຍ ຈຶ່ງບໍ່ມີຫຍັງພົ້ນ.',
    })
  }
  const { areas } = remainingOf(versions)
  if (areas.length === 0)
    throw new RequestError('wrong-state', {
      en: 'This alert has ended everywhere already.',
      lo: 'ຄຳເຕືອນນີ້ຈົບທຸກບ່ອນແລ້ວ.',
    })
  return areas
}

/** What an all-clear says, to those who may have read of the danger where it is over. */
const decideAllClear = async (
  deps: AlertsApiDeps,
  user: User,
  series: Series,
  body: Body,
): Promise<FollowUp> => {
  const { alert, told } = series
  const remaining = checkCanEnd(series)
  const nowMs = deps.clock.nowMs()
  const use = { kind: alert.kind, hazard: alert.hazard, mode: alert.mode, level: 'all-clear' as const }
  const { written, faults } = writeTexts({ ...use, ...body }, alert.number, nowMs)
  const { texts } = written
  const areas =
    body.areas === undefined
      ? remaining
      : normaliseAreas(body.areas.flatMap((area) => toldWithin(area, told)))
  const wish = { ...use, areas, texts, expiresAtIso: body.expiresAtIso }
  const untold = body.areas === undefined ? [] : await findUntold(deps, user, body.areas, told)
  const all = [...faults, ...findWishFaults(wish, nowMs), ...untold]
  if (all.length > 0) {
    throw invalidRequest(all)
  }
  const districts = groupByDistrict(areas)
  checkDesks(deps, wish, { districts, desks: await readDesks(deps) })
  checkReviewed(deps, alert.mode, written.template)
  refuseWhileSent(series.versions, areas)
  const expiresAtMs = expiryOf(deps, wish)
  const districtsOver = await findDistrictsOver(deps, series.versions, areas)
  const marks = districtsOver.length === 0 ? {} : { districtsOver }
  return { level: use.level, areas, districts, texts, template: body.template, expiresAtMs, marks }
}

/** `POST /v1/alerts/{alertId}/all-clear`: the danger is over, everywhere or in the areas named; a draft. */
export const allClearAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.allClearAlert, async ({ user, params, body, idempotencyKey }) => {
    const request = { user, alertId: params.alertId, idempotencyKey, body }
    const { alert } = await writeFollowUp(deps, 'all-clear', request, {
      mustCover: (told, versions) => {
        if (body.areas !== undefined) return []
        const { areas } = remainingOf(versions)
        return areas.length > 0 ? areas : told
      },
      decide: (series) => decideAllClear(deps, user, series, body),
    })
    const answer = await readAlertView(deps, alert)
    return { body: answer, etag: answer.etag }
  })
