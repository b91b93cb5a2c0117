import { environmentVariables, readEnvironment } from '../../shared/environment.ts'

/** What this function reads of its environment. */
export const readPublicEnvironment = (source: Readonly<Record<string, string | undefined>>) =>
  readEnvironment(
    environmentVariables.pick({ STAGE: true, CODE_VERSION: true, CAP_AUTHORITY: true, CAP_TABLE: true }),
    source,
  )
