import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { foldLaoDigits } from '../../../shared/domain/lao-text.ts'
import { findDistrict } from '../../../shared/domain/laos-areas.ts'
import { parsePhoneNumber } from '../../../shared/domain/phone-number.ts'
import { invalidRequest, notFound } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { SummaryStore } from '../../../shared/store/summary-store.ts'
import { toDistrictView } from './area-view.ts'

type Deps = { summaries: Pick<SummaryStore, 'find' | 'setDeskPhone'> }

/** Numbers of 3 or 4 digits that one operator or all serve, as of hotlines. */
const shortNumber = /^1\d{2,3}$/

const readDesk = (written: string): string => {
  const short = foldLaoDigits(written).trim()
  if (shortNumber.test(short)) return short
  const reading = parsePhoneNumber(written)
  if (reading.outcome === 'ok') return reading.display
  throw invalidRequest([
    {
      path: 'body.phone',
      message: {
        en: 'Give a number in Laos, like 041 212 345, or a short one, like 1195.',
        lo: 'ໃສ່ເບີໃນລາວ ເຊັ່ນ 041 212 345, ຫຼື ເບີສັ້ນ ເຊັ່ນ 1195.',
      },
    },
  ])
}

/** `PUT /v1/areas/{district}/desk`. */
export const setDeskPhone = ({ summaries }: Deps) =>
  bindRoute(rosterRoutes.setDeskPhone, async ({ params, body }) => {
    const district = findDistrict(params.district)
    if (district === undefined) throw notFound('district')
    await summaries.setDeskPhone(district.code, readDesk(body.phone))
    return { body: toDistrictView(district, await summaries.find(district.code)) }
  })
