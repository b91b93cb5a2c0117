import { join } from 'node:path'
import { projectRoot } from './project.ts'

/** What esbuild puts in the place of a package in every bundle: each file says why. */
export const standIns: Readonly<Record<string, string>> = {
  '@aws-sdk/credential-provider-node': join(projectRoot, 'shared/store/function-credentials.ts'),
  '@aws-sdk/middleware-endpoint-discovery': join(projectRoot, 'shared/store/no-endpoint-discovery.ts'),
  '@smithy/core/event-streams': join(projectRoot, 'shared/store/no-event-streams.ts'),
  'node:http': join(projectRoot, 'shared/middleware/node-http.ts'),
}
