import type { z } from 'zod'
import type { exportView } from '../../shared/contracts/roster-files.ts'
import type { Bucket } from '../../shared/store/bucket.ts'
import type { ExportRecord } from '../../shared/store/import-record.ts'
import { exportKeyOf } from '../../shared/domain/import-files.ts'

/** An export as shown, with a URL that works for 15 minutes where the file is there. */
export const toExportView = async (
  { id, state, kind, areas, villages }: ExportRecord,
  bucket: Pick<Bucket, 'signDownload'>,
): Promise<z.input<typeof exportView>> => ({
  id,
  state,
  kind,
  areas,
  villages,
  downloadUrl:
    state === 'ready' ? await bucket.signDownload(exportKeyOf(id), `${kind}-${areas.join('-')}.csv`) : null,
})
