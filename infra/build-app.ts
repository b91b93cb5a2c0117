import { App } from 'aws-cdk-lib'
import { join } from 'node:path'
import { projectRoot, readCdkContext } from './project.ts'
import { SiangStack } from './stacks/siang-stack.ts'
import { readStage } from './stages.ts'

type BuildOptions = {
  readonly outdir?: string
  /** On top of what cdk.json says. */
  readonly context?: Readonly<Record<string, unknown>>
  /** Whether CloudFormation's own rules are tried at synthesis, which takes 2 s; for stages on AWS unless told. */
  readonly validates?: boolean
  /** Folder of the built console, for stages on AWS; `web/dist` unless told. */
  readonly consoleFolder?: string
}

/** Where `npm run build:console` puts it. */
const builtConsole = join(projectRoot, 'web/dist')

/** The CDK app of one stage, not synthesized yet. Throws where there is no such stage. */
export const buildApp = (
  stageName: string,
  { outdir, context = {}, validates, consoleFolder = builtConsole }: BuildOptions = {},
): { app: App; stack: SiangStack } => {
  const stage = readStage(stageName)
  const app = new App({
    analyticsReporting: false,
    builtinCloudFormationValidation: validates ?? stage.runsOn === 'AWS',
    context: { ...readCdkContext(), ...context },
    ...(outdir === undefined ? {} : { outdir }),
  })
  return { app, stack: new SiangStack(app, stage, consoleFolder) }
}
