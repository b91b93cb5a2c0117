import { join } from 'node:path'
import { Duration } from 'aws-cdk-lib'
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, LoggingFormat, RecursiveLoop, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Charset, LogLevel, NodejsFunction, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs'
import { Construct } from 'constructs'
import type { FunctionName } from '../names.ts'
import { projectRoot } from '../project.ts'
import type { StageSettings } from '../stage-settings.ts'
import { standIns } from '../stand-ins.ts'
import { allow } from './permissions.ts'
import { addServiceLog } from './service-log.ts'

type ServiceFunctionProps = {
  readonly name: FunctionName
  readonly stage: StageSettings
  /** One sentence, shown in the AWS console. */
  readonly purpose: string
  readonly environment: Readonly<Record<string, string>>
  readonly permissions: readonly PolicyStatement[]
  /**
   * Lambda ends a chain of some 16 calls through SQS as a runaway loop. True for functions that put what has to
   * wait on a queue again: their loops end by `expires`, by the end of the file, or by being served.
   */
  readonly requeues: boolean
  /** Commands that make files beside the bundle, in the folder that they are given. */
  readonly filesBeside?: (folder: string) => string[]
}

const bundling = {
  format: OutputFormat.ESM,
  target: 'node24',
  mainFields: ['module', 'main'],
  bundleAwsSDK: true,
  minify: true,
  // A Lao letter takes 3 bytes so, and 6 as an escape.
  charset: Charset.UTF8,
  sourceMap: true,
  // Beside the bundle, for who logs an error: a bundle that names its map has Node read it at every cold start.
  sourceMapMode: SourceMapMode.EXTERNAL,
  sourcesContent: false,
  logLevel: LogLevel.WARNING,
  esbuildArgs: Object.fromEntries(Object.entries(standIns).map(([name, path]) => [`--alias:${name}`, path])),
}

const makeBeside = (filesBeside: (folder: string) => string[]) => ({
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (_sources: string, folder: string) => filesBeside(folder),
})

/** A function from its folder: Node 24, one file with everything in it, its own log group and role. */
export class ServiceFunction extends Construct {
  readonly lambda: NodejsFunction

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id)
    const logGroup = addServiceLog(this, 'Logs', props.stage)
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    role.addToPolicy(allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]))
    for (const statement of props.permissions) role.addToPolicy(statement)
    const { memoryMb, timeoutSeconds } = props.stage.functions[props.name]
    this.lambda = new NodejsFunction(this, 'Function', {
      description: `${props.name}: ${props.purpose}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMb,
      timeout: Duration.seconds(timeoutSeconds),
      entry: join(projectRoot, 'functions', props.name, 'handler.ts'),
      handler: 'handler',
      projectRoot,
      depsLockFilePath: join(projectRoot, 'package-lock.json'),
      bundling:
        props.filesBeside === undefined
          ? bundling
          : { ...bundling, commandHooks: makeBeside(props.filesBeside) },
      awsSdkConnectionReuse: false,
      environment: props.environment,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      recursiveLoop: props.requeues ? RecursiveLoop.ALLOW : RecursiveLoop.TERMINATE,
    })
  }
}
