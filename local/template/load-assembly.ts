import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { unknownIntrinsics } from './resolve.ts'
import { treatmentOf } from './resource-types.ts'

/** One resource of the template, its intrinsics not resolved. */
export type TemplateResource = { logicalId: string; type: string; properties: Record<string, unknown> }

/** A synthesized stack as the runner needs it. */
export type Assembly = {
  stackName: string
  resources: TemplateResource[]
  /** Defaults of the template's parameters by name. */
  parameterDefaults: Map<string, unknown>
  /** Folder of the asset that a function's `Code.S3Key` names. */
  assetFolder: (s3Key: string) => string
}

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      Condition: z.string().optional(),
    }),
  ),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
})
type Template = z.infer<typeof templateSchema>

const assetsSchema = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string().optional() }) })),
})

const templateEnding = '.template.json'

/**
 * Reads the one stack of a synthesized assembly. Throws one error that names everything the runner cannot
 * stand in for: unknown resource types, conditions and intrinsics.
 */
export function loadAssembly(folder: string): Assembly {
  const stackName = findStack(folder)
  const template = templateSchema.parse(readJson(join(folder, `${stackName}${templateEnding}`)))
  const assets = assetsSchema.parse(readJson(join(folder, `${stackName}.assets.json`)))
  refuseUnknown(stackName, template)
  return {
    stackName,
    resources: Object.entries(template.Resources).map(([logicalId, resource]) => ({
      logicalId,
      type: resource.Type,
      properties: resource.Properties,
    })),
    parameterDefaults: new Map(
      Object.entries(template.Parameters).map(([name, parameter]) => [name, parameter.Default]),
    ),
    assetFolder: (s3Key) => {
      const path = assets.files[s3Key.replace(/\.zip$/, '')]?.source.path
      if (path === undefined) throw new Error(`the assembly has no asset ${s3Key}`)
      return join(folder, path)
    },
  }
}

function findStack(folder: string): string {
  const names = readdirSync(folder).filter((name) => name.endsWith(templateEnding))
  const [name] = names
  if (name === undefined) throw new Error(`no synthesized stack in ${folder}: run "npm run synth" first`)
  if (names.length > 1) throw new Error(`one stack expected in ${folder}, found ${names.join(', ')}`)
  return name.slice(0, -templateEnding.length)
}

function refuseUnknown(stackName: string, template: Template): void {
  const problems = Object.entries(template.Resources).flatMap(([logicalId, resource]) => {
    const treatment = treatmentOf(resource.Type)
    if (treatment === 'ignored') return []
    if (treatment === 'unknown') return [`${logicalId}: resource type ${resource.Type}`]
    return [
      ...(resource.Condition === undefined ? [] : [`${logicalId}: condition ${resource.Condition}`]),
      ...unknownIntrinsics(resource.Properties).map((name) => `${logicalId}: intrinsic ${name}`),
    ]
  })
  if (problems.length === 0) return
  throw new Error(
    `The local runner cannot stand in for parts of ${stackName}. Handle or ignore each in local/template:\n` +
      problems.map((problem) => `  ${problem}`).join('\n'),
  )
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
