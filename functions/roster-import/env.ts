import { environmentVariables, readEnvironment } from '../../shared/environment.ts'

/** What this function reads of its environment. */
export const readRosterImportEnvironment = (source: Readonly<Record<string, string | undefined>>) =>
  readEnvironment(
    environmentVariables.pick({
      ROSTER_TABLE: true,
      UPLOADS_BUCKET: true,
      IMPORTS_QUEUE_URL: true,
      S3_FORCE_PATH_STYLE: true,
    }),
    source,
  )
