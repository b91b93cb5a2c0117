import { join } from 'node:path'
import { buildApp } from './build-app.ts'
import { projectRoot } from './project.ts'

// The CDK's CLI says through CDK_OUTDIR where it wants the result; so may whoever runs this file without it.
const stageName = process.env['SIANG_STAGE'] ?? 'local'
buildApp(stageName, {
  outdir: process.env['CDK_OUTDIR'] ?? join(projectRoot, 'cdk.out', stageName),
}).app.synth()
