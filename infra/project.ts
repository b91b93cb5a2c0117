import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export const projectRoot = join(import.meta.dirname, '..')

/** The version that package.json gives the code. */
export const readCodeVersion = (): string => {
  const file: unknown = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(file).version
}

/** The CDK's settings in cdk.json, which only its CLI reads by itself. */
export const readCdkContext = (): Record<string, unknown> => {
  const file: unknown = JSON.parse(readFileSync(join(projectRoot, 'cdk.json'), 'utf8'))
  return z.object({ context: z.record(z.string(), z.unknown()) }).parse(file).context
}
