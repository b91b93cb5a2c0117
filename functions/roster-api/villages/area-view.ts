import type * as z from 'zod'
import type { areaView, DistrictSummary } from '../../../shared/contracts/roster.ts'
import { pCode } from '../../../shared/domain/area.ts'
import { addCounts, sumRecipients, type VillageCounts } from '../../../shared/domain/district-summary.ts'
import type { District } from '../../../shared/domain/laos-districts.ts'
import type { Province } from '../../../shared/domain/laos-provinces.ts'

type AreaView = z.input<typeof areaView>

const toView = (
  area: { code: string; nameLo: string; nameEn: string },
  level: AreaView['level'],
  counts: VillageCounts,
  villagesExpected: number | null,
  deskPhone: string | null,
): AreaView => ({
  code: area.code,
  pCode: pCode(area.code),
  level,
  nameLo: area.nameLo,
  nameEn: area.nameEn,
  villages: counts.villages,
  villagesExpected,
  deskPhone,
  villagesWithoutContact: counts.villagesWithoutContact,
  villagesWithoutSafePlace: counts.villagesWithoutSafePlace,
  members: counts.members,
  women: counts.women,
  recipients: sumRecipients(counts.recipientsByLanguage),
})

/** What an admin has set goes before what is built in. */
const expectedOf = (district: District, summary: DistrictSummary | undefined): number | null =>
  summary?.villagesExpected ?? district.villagesExpected ?? null

/** A district; one without a summary has nothing on the roster. */
export const toDistrictView = (district: District, summary: DistrictSummary | undefined): AreaView =>
  toView(
    district,
    'district',
    summary ?? addCounts([]),
    expectedOf(district, summary),
    summary?.deskPhone ?? null,
  )

/** A province as the sum of the districts given, which are those that the caller may see. */
export const toProvinceView = (
  province: Province,
  districts: readonly { district: District; summary: DistrictSummary | undefined }[],
): AreaView => {
  const expected = districts.map(({ district, summary }) => expectedOf(district, summary))
  const total = expected.reduce((sum, next) => (sum === null || next === null ? null : sum + next), 0)
  const counts = addCounts(districts.map(({ summary }) => summary ?? addCounts([])))
  return toView(province, 'province', counts, total, null)
}
