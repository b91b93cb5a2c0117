import { join, relative } from 'node:path'
import { buildApp } from './build-app.ts'
import { projectRoot } from './project.ts'
import { stageNames } from './stages.ts'

// npm run synth [-- stage…]
const chosen = process.argv.slice(2)
for (const stageName of chosen.length === 0 ? stageNames : chosen) {
  const outdir = join(projectRoot, 'cdk.out', stageName)
  buildApp(stageName, { outdir }).app.synth()
  process.stdout.write(`${stageName}: ${relative(process.cwd(), outdir)}/siang-${stageName}.template.json\n`)
}
