import pMap from 'p-map'
import type * as z from 'zod'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { followUps, headsView } from '../../../shared/contracts/follow-up.ts'
import type { AlertRecord, VersionRecord } from '../../../shared/contracts/version-record.ts'
import { remainingOf } from '../../../shared/domain/alert-ending.ts'
import { planPlaces, type PlannedDispatch } from '../../../shared/domain/committee.ts'
import { groupByDistrict } from '../../../shared/domain/group-by-district.ts'
import { findDistrict } from '../../../shared/domain/laos-areas.ts'
import { renderTexts, type Texts } from '../../../shared/domain/render-text.ts'
import { cancel } from '../../../shared/domain/templates/cancel.ts'
import { userCovers } from '../../../shared/domain/user.ts'
import { languages } from '../../../shared/domain/village.ts'
import { notFound, RequestError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { planDistrict, type DistrictPlan, type Planned } from '../../../shared/progress/plan-district.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findVisibleAlert } from '../find-alert.ts'
import { widestStamp } from '../texts/check-texts.ts'
import { addDispatches, emptyMeasures } from '../texts/measure-dispatches.ts'
import { writeTexts } from '../texts/write-texts.ts'
import { issuedOf, toldAreas, toldDistricts, toldLevel } from '../told-so-far.ts'
import { readDesks } from './resolve-update.ts'
import { openVersion } from './write-follow-up.ts'

type Wanted = Planned & { areas: string[]; texts: Texts | undefined }

/** What the version would be that nobody has written yet; without words, but for a cancel. */
const unwritten = (
  alert: AlertRecord,
  versions: readonly VersionRecord[],
  of: (typeof followUps)[number],
  nowMs: number,
): Wanted => {
  const issued = issuedOf(versions)
  const level = of === 'update' ? toldLevel(versions) : of
  const areas = of === 'all-clear' ? remainingOf(versions).areas : toldAreas(versions)
  const template = { id: cancel.id, version: cancel.version, slots: {} }
  const use = { kind: alert.kind, hazard: alert.hazard, mode: alert.mode, level, template }
  return {
    alertId: alert.alertId,
    version: (versions.at(-1)?.version ?? 0) + 1,
    level,
    lane: issued[0]?.lane ?? 'urgent',
    audience: issued[0]?.audience,
    areas,
    districts: of === 'all-clear' ? groupByDistrict(areas) : toldDistricts(versions),
    texts: of === 'cancel' ? writeTexts(use, alert.number, nowMs).written.texts : undefined,
  }
}

const findWanted = (
  alert: AlertRecord,
  versions: readonly VersionRecord[],
  of: (typeof followUps)[number] | undefined,
  nowMs: number,
): Wanted | undefined => {
  if (of === undefined) return openVersion(versions)
  return issuedOf(versions).length === 0 ? undefined : unwritten(alert, versions, of, nowMs)
}

type Planning = { code: string; plan: DistrictPlan; dispatches: PlannedDispatch[] }

const ownOf = ({ recipients }: PlannedDispatch) =>
  recipients.filter(({ sharedWith }) => sharedWith === undefined)

type Shown = Pick<z.input<typeof headsView>, 'parts' | 'texts'>

/** Each language's text as its longest reader gets it, and what all of them come to. */
const showTexts = async (
  deps: AlertsApiDeps,
  planned: readonly Planning[],
  rendered: Texts,
): Promise<Shown> => {
  const desks = await readDesks(deps)
  const measures = emptyMeasures()
  for (const { code, plan, dispatches } of planned) {
    const district = findDistrict(code)
    if (district === undefined) continue
    const desk = desks[code] ?? deps.fallbackDesk
    addDispatches(measures, rendered, dispatches, { district, villages: plan.villages, desk })
  }
  const texts = languages.flatMap((language) => {
    const { widest, safePlaceUnknown } = measures[language]
    if (widest === undefined) return []
    return [{ language, text: widest.text, village: widest.village, safePlaceUnknown }]
  })
  return { parts: measures.lo.partsTotal + measures.en.partsTotal, texts }
}

const count = async (
  deps: AlertsApiDeps,
  alert: AlertRecord,
  wanted: Wanted,
): Promise<z.input<typeof headsView>> => {
  const planned = await pMap(
    Object.keys(wanted.districts),
    async (code): Promise<Planning> => {
      const plan = await planDistrict(deps, wanted, code)
      return { code, plan, dispatches: planPlaces(plan.places) }
    },
    { concurrency: 16 },
  )
  const villages = planned
    .flatMap(({ dispatches }) => dispatches)
    .map((dispatch) => ({ village: dispatch.village, recipients: ownOf(dispatch).length }))
  const { alertId, version, level, areas, texts } = wanted
  const stamp = { ...widestStamp(deps.clock.nowMs()), number: alert.number, version }
  const shown =
    texts === undefined
      ? { parts: null, texts: [] }
      : await showTexts(deps, planned, renderTexts(texts, alert.mode, stamp))
  return {
    alertId,
    version,
    level,
    mode: alert.mode,
    reaches: alert.reaches,
    areas,
    needsSecondPerson: deps.secondPersonLevels.has(level),
    recipients: villages.reduce((sum, { recipients }) => sum + recipients, 0),
    ...shown,
    villages,
  }
}

/** `GET /v1/alerts/{alertId}/heads`: whom a version that was not sent would go to now. Writes nothing. */
export const getHeads = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.getHeads, async ({ user, params, query }) => {
    const alert = await findVisibleAlert(deps, user, params.alertId)
    const versions = await deps.alerts.listVersions(alert.alertId)
    const wanted = findWanted(alert, versions, query.of, deps.clock.nowMs())
    const areas = wanted?.areas ?? alert.areas
    if (!areas.every((area) => userCovers(user, area))) throw notFound('alert')
    if (wanted === undefined) {
      throw new RequestError(
        'wrong-state',
        query.of === undefined
          ? {
              en: 'No version of this alert waits to be sent: say of which one you ask.',
              lo: 'ບໍ່ມີສະບັບໃດລໍຖ້າສົ່ງ: ບອກວ່າຖາມເຖິງສະບັບໃດ.',
            }
          : {
              en: 'Nothing of this alert was sent: there is nothing to update or end.',
              lo: 'ຄຳເຕືອນນີ້ຍັງບໍ່ໄດ້ສົ່ງ: ບໍ່ມີຫຍັງໃຫ້ແຈ້ງເພີ່ມ ຫຼື ຈົບ.',
            },
      )
    }
    return { body: await count(deps, alert, wanted) }
  })
