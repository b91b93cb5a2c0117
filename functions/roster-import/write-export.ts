import { gzipSync } from 'node:zlib'
import pMap from 'p-map'
import { maxUploadBytes } from '../../shared/contracts/roster-files.ts'
import { areaLevel, covers, districtOf } from '../../shared/domain/area.ts'
import { exportKeyOf } from '../../shared/domain/import-files.ts'
import { districtsOf } from '../../shared/domain/laos-areas.ts'
import { exportRows, templateRows } from '../../shared/domain/roster/export-rows.ts'
import type { RosterImportDeps } from './deps.ts'
import { writeTable } from './write-table.ts'

const districtsAtATime = { concurrency: 8 }

const districtsIn = (areas: readonly string[]): string[] => {
  const districts = areas.flatMap((area) =>
    areaLevel(area) === 'province' ? districtsOf(area).map(({ code }) => code) : [districtOf(area)],
  )
  return [...new Set(districts)].toSorted()
}

/**
 * Writes the villages of the export's areas to the bucket as CSV, compressed where it would be too large to be
 * imported again as it is. A message that comes again writes it again.
 */
export const writeExport = async (deps: RosterImportDeps, exportId: string): Promise<void> => {
  const record = await deps.exports.find(exportId)
  if (record === undefined || record.state !== 'working') return
  const districts = districtsIn(record.areas)
  const listed = await pMap(districts, deps.villages.listDistrict, districtsAtATime)
  const villages = listed.flat().filter(({ code }) => record.areas.some((area) => covers(area, code)))
  const toFillIn = villages.filter(({ status }) => status !== 'merged')
  const isTemplate = record.kind === 'template'
  const bytes = writeTable(isTemplate ? templateRows(toFillIn) : exportRows(villages))
  const isCompressed = bytes.length > maxUploadBytes
  await (isCompressed
    ? deps.bucket.put(exportKeyOf(exportId), gzipSync(bytes), 'application/gzip')
    : deps.bucket.put(exportKeyOf(exportId), bytes, 'text/csv; charset=utf-8'))
  await deps.exports.markReady(exportId, {
    villages: isTemplate ? toFillIn.length : villages.length,
    isCompressed,
  })
}
