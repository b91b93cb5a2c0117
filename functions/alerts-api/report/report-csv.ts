import type * as z from 'zod'
import type { reportView } from '../../../shared/contracts/report.ts'
import { deliveryStates } from '../../../shared/domain/delivery.ts'
import { printTime } from '../print-page.ts'
import { writeCsv } from '../write-csv.ts'

type Report = z.output<typeof reportView>

const columns = [
  'mode',
  'reaches',
  'alert',
  'level',
  'issued',
  'village_code',
  'village_name_lo',
  'village_name_en',
  'coverage',
  ...deliveryStates.map((state) => state.replaceAll('-', '_')),
  'first_handed_over',
  'first_delivered',
  'first_acknowledged',
  'calls',
] as const

const timeCell = (iso: string | null | undefined): string =>
  iso === null || iso === undefined ? '' : printTime(iso)

/** The report as a table: a row for each village and version. Times are of the whole alert, in Laos. */
export const toReportCsv = (report: Report): string => {
  const versionOf = new Map(report.versions.map((version) => [version.version, version]))
  const rows = report.villages.flatMap((village) =>
    village.versions.map(({ version, coverage, states }) => [
      report.mode,
      report.reaches,
      `${report.number}.${version}`,
      versionOf.get(version)?.level ?? '',
      timeCell(versionOf.get(version)?.issuedAtIso),
      village.village,
      village.nameLo,
      village.nameEn,
      coverage,
      ...deliveryStates.map((state) => String(states[state] ?? 0)),
      timeCell(village.firstHandedOverAtIso),
      timeCell(village.firstDeliveredAtIso),
      timeCell(village.firstAcknowledgedAtIso),
      String(village.calls),
    ]),
  )
  return writeCsv(columns, rows)
}
