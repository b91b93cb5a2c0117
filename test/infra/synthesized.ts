import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { afterAll } from 'vitest'
import { z } from 'zod'
import { buildApp } from '../../infra/build-app.ts'

/** A template as far as every test needs it; each test parses the properties that it looks at. */
const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      DeletionPolicy: z.string().optional(),
      DependsOn: z.array(z.string()).optional(),
    }),
  ),
  Outputs: z.record(z.string(), z.unknown()),
})
export type SynthesizedTemplate = z.infer<typeof templateSchema>

const unbundled = { 'aws:cdk:bundling-stacks': [] }

const outputs: string[] = []
afterAll(() => {
  for (const folder of outputs) rmSync(folder, { recursive: true, force: true })
})

/** No invariant of the template is about the console's files: a page stands for all of them. */
const unbuiltConsole = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'siang-console-'))
  outputs.push(folder)
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'main.js'), '')
  return folder
}

/** The app of a stage without its bundles, which no invariant of the template is about. */
export const buildUnbundled = (stageName: string, { validates = false } = {}) => {
  const built = buildApp(stageName, { context: unbundled, validates, consoleFolder: unbuiltConsole() })
  outputs.push(built.app.outdir)
  return built
}

export const synthesize = (stageName: string): SynthesizedTemplate =>
  templateSchema.parse(Template.fromStack(buildUnbundled(stageName).stack).toJSON())

/** Resources of a type with the properties that the schema picks, each with its logical id. */
export const resourcesOf = <Output extends object>(
  template: SynthesizedTemplate,
  type: string,
  properties: z.ZodType<Output>,
): (Output & { logicalId: string })[] =>
  Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([logicalId, resource]) => ({ ...properties.parse(resource.Properties), logicalId }))

/** `{ Ref: … }` and `{ 'Fn::GetAtt': [ …, attribute ] }` as the logical id that they point to. */
export const reference = z.union([
  z.strictObject({ Ref: z.string() }).transform(({ Ref }) => Ref),
  z
    .strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
    .transform((intrinsic) => intrinsic['Fn::GetAtt'][0]),
])

const functionProperties = z.object({
  Description: z.string().transform((text) => text.slice(0, text.indexOf(':'))),
  Handler: z.string(),
  Runtime: z.string(),
  Architectures: z.array(z.string()),
  MemorySize: z.number(),
  Timeout: z.number(),
  RecursiveLoop: z.string(),
  ReservedConcurrentExecutions: z.number().optional(),
  Role: reference,
  LoggingConfig: z.object({ LogFormat: z.string(), LogGroup: reference }),
  Environment: z.object({ Variables: z.record(z.string(), z.union([z.string(), reference])) }),
})

const isOurs = (resource: SynthesizedTemplate['Resources'][string]): boolean =>
  resource.Properties['Description'] !== undefined

/** The functions by name, as their description begins. The CDK's own, which runs at deployments only, has none. */
export const functionsOf = (template: SynthesizedTemplate) => {
  const ours = Object.fromEntries(
    Object.entries(template.Resources).filter(
      ([, resource]) => resource.Type !== 'AWS::Lambda::Function' || isOurs(resource),
    ),
  )
  return new Map(
    resourcesOf({ ...template, Resources: ours }, 'AWS::Lambda::Function', functionProperties).map(
      (definition) => [definition.Description, definition],
    ),
  )
}

const queueProperties = z.object({
  VisibilityTimeout: z.number().optional(),
  MessageRetentionPeriod: z.number(),
  SqsManagedSseEnabled: z.literal(true),
  RedrivePolicy: z.object({ deadLetterTargetArn: reference, maxReceiveCount: z.number() }).optional(),
})

/** Queues of work, which have a dead-letter queue, and the others. */
export const queuesOf = (template: SynthesizedTemplate) => {
  const all = resourcesOf(template, 'AWS::SQS::Queue', queueProperties)
  return {
    work: all.flatMap((queue) =>
      queue.RedrivePolicy === undefined ? [] : [{ ...queue, redrive: queue.RedrivePolicy }],
    ),
    dead: all.filter((queue) => queue.RedrivePolicy === undefined),
  }
}

/** What lets a function work off a queue. */
export const mappingsOf = (template: SynthesizedTemplate) =>
  resourcesOf(
    template,
    'AWS::Lambda::EventSourceMapping',
    z.object({
      EventSourceArn: reference,
      FunctionName: reference,
      BatchSize: z.number(),
      MaximumBatchingWindowInSeconds: z.undefined().optional(),
      FunctionResponseTypes: z.array(z.string()),
      ScalingConfig: z.object({ MaximumConcurrency: z.number() }),
    }),
  )
