import type * as z from 'zod'
import type { exportView } from '../../../shared/contracts/roster-files.ts'
import { exportKeyOf } from '../../../shared/domain/import-files.ts'
import type { Bucket } from '../../../shared/store/bucket.ts'
import type { ExportRecord } from '../../../shared/store/import-record.ts'

/** Writing an export takes seconds; one that is not there after this long never will be. */
const patienceSeconds = 30 * 60

/** The areas of a few stand in the file's name; the 18 provinces of the country would fill it. */
const mostNamed = 3
const placesOf = (areas: readonly string[]): string =>
  areas.length > mostNamed ? `${areas.length}-areas` : areas.join('-')

/** An export as shown, with a URL that works for 15 minutes where the file is there. */
export const toExportView = async (
  { id, state, kind, areas, villages, isCompressed, createdAtEpochSeconds }: ExportRecord,
  bucket: Pick<Bucket, 'signDownload'>,
  nowEpochSeconds: number,
): Promise<z.input<typeof exportView>> => ({
  id,
  state: state === 'working' && nowEpochSeconds - createdAtEpochSeconds > patienceSeconds ? 'failed' : state,
  kind,
  areas,
  villages,
  downloadUrl:
    state === 'ready'
      ? await bucket.signDownload(
          exportKeyOf(id),
          `${kind}-${placesOf(areas)}.csv${isCompressed ? '.gz' : ''}`,
        )
      : null,
})
