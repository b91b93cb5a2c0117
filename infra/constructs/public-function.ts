import { join } from 'node:path'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { projectRoot, readCodeVersion } from '../project.ts'
import type { StageSettings } from '../stage-settings.ts'
import { readPartitions } from './permissions.ts'
import type { ServiceFunction } from './service-function.ts'

type Resources = { readonly stage: StageSettings; readonly alertsTable: TableV2 }

/** Who has agreed that alerts are published; nothing where nobody has. */
export const capVariables = ({ stage: { capAuthority } }: Resources): Record<string, string> =>
  capAuthority === undefined ? {} : { CAP_AUTHORITY: JSON.stringify(capAuthority) }

/** What `public` works with. A stage that publishes nothing gives it no right to read what it would publish. */
export const publicFunction = (
  resources: Resources,
): Omit<ConstructorParameters<typeof ServiceFunction>[2], 'name' | 'stage'> => {
  const { stage, alertsTable } = resources
  const publishes = stage.capAuthority !== undefined
  return {
    purpose: 'answers who has no login: public alerts, the API document, whether functions start',
    environment: {
      STAGE: stage.name,
      CODE_VERSION: readCodeVersion(),
      ...capVariables(resources),
      ...(publishes ? { CAP_TABLE: alertsTable.tableName } : {}),
    },
    permissions: publishes ? [readPartitions(alertsTable, ['CAP#*', 'CAP-FEED'])] : [],
    requeues: false,
    filesBeside: (folder) => [
      `"${process.execPath}" "${join(projectRoot, 'scripts/write-openapi.ts')}" "${join(folder, 'openapi.json')}"`,
    ],
  }
}
