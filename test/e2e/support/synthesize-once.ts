import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { synthesize } from '../../../local/synthesize.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface adds to another's
  export interface ProvidedContext {
    assemblyFolder: string
  }
}

/** Synthesizes the test stage with its real bundles, once for all end-to-end tests. */
export const setup = async (project: TestProject): Promise<void> => {
  const parent = join(import.meta.dirname, '../../../.data/assemblies')
  project.provide('assemblyFolder', await synthesize('test', parent))
}
