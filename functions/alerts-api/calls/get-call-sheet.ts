import { toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { callOrder } from '../../../shared/domain/call-list.ts'
import { isAlerted } from '../../../shared/domain/committee.ts'
import { findDistrict } from '../../../shared/domain/laos-areas.ts'
import type { Village } from '../../../shared/domain/village.ts'
import { notFound } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { printStyle } from '../print-page.ts'
import { toCallSheetCsv } from './call-sheet-csv.ts'
import { toCallSheetPage } from './call-sheet-page.ts'
import { toCallContact, toCalledVillage } from './call-view.ts'

const mostExposedFirst = (a: Village, b: Village): number =>
  (b.exposure ?? 0) - (a.exposure ?? 0) || (a.code < b.code ? -1 : 1)

/** `GET /v1/districts/{district}/call-sheet`: committees with whole numbers, to print before power is out. */
export const getCallSheet = (deps: AlertsApiDeps) =>
  bindRoute(
    alertRoutes.getCallSheet,
    async ({ user, params: { district } }) => {
      const known = findDistrict(district)
      if (known === undefined) throw notFound('district')
      const villages = (await deps.villages.listDistrict(district)).filter(isAlerted)
      deps.logger.info('CALL_SHEET_READ', { district, userId: user.id, villages: villages.length })
      return {
        body: {
          district,
          nameLo: known.nameLo,
          nameEn: known.nameEn,
          asOfIso: toIso(deps.clock.nowMs()),
          villages: villages.toSorted(mostExposedFirst).map((village) => ({
            ...toCalledVillage(village.code, village),
            contacts: callOrder(village.members).map((member) => toCallContact(member, true)),
          })),
        },
      }
    },
    { csv: { render: toCallSheetCsv }, html: { render: toCallSheetPage, style: printStyle } },
  )
