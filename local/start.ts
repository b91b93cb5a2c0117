import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildConsole } from './console/build-console.ts'
import { putSeedUsers } from './put-seed-users.ts'
import { type LocalRun, startLocal } from './run.ts'
import { putSample } from './sample/put-sample.ts'
import { seedUsers } from './seed-users.ts'
import { stopOnSignals } from './stop-on-signals.ts'
import { dropOthersBeside, synthesize } from './synthesize.ts'

const usage = `Usage: npm start -- [--sample] [--port 4100] [--issuer-port 4101] [--data .data]
  --sample  puts the project's made-up roster in, to try things with`

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const greeting = (run: LocalRun, dataFolder: string): string => `
Siang runs on this machine. No SMS leaves it.

  Console   ${run.origin}    open it in a browser, sign in as one of the people below
  API       ${run.origin}/v1
  Phones    ${run.origin}/phones    every SMS that was handed over
  CAP feed  ${run.origin}/cap/feed.atom    public alerts, of a made-up authority
  Sign-in   ${run.issuerOrigin}    OpenID Connect; a token for the command line:
            npm run --silent token -- officer.songkhone ${run.issuerOrigin}

People to sign in as (made up, no password; the sign-in page names them in Lao too):
${seedUsers.map(({ username, description }) => `  ${username.padEnd(21)}${description.en}`).join('\n')}

This is not AWS. Not checked here: permissions, quotas, throttling, delivery by carriers, opt-outs, TLS, alarms,
cold starts, eventual consistency, TTL, duplicates and reordering of queues; what is anchored of the audit has no
lock here, and there are no quiet hours. Checked: the template, the bundles, the calls to AWS as they go over the wire,
retries, dead-letter queues, who may do what. Speed here says nothing about speed on AWS.

Data and logs are in ${dataFolder}. Stop with Ctrl-C.`

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4100' },
      'issuer-port': { type: 'string', default: '4101' },
      data: { type: 'string', default: '.data' },
      sample: { type: 'boolean', default: false },
    },
  })
  const dataFolder = resolve(values.data)
  const [assemblyFolder, consoleFolder] = await Promise.all([
    synthesize('local', resolve(dataFolder, 'assemblies')),
    buildConsole(resolve(dataFolder, 'console')),
  ])
  const run = await startLocal({
    assemblyFolder,
    consoleFolder,
    dataFolder,
    port: Number(values.port),
    issuerPort: Number(values['issuer-port']),
  })
  stopOnSignals(run, say)
  dropOthersBeside(assemblyFolder)
  dropOthersBeside(consoleFolder)
  await putSeedUsers(run, { withPhones: true })
  if (values.sample) await putSample(run)
  say(greeting(run, dataFolder))
}

try {
  await main()
} catch (error) {
  const isMisuse =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n${isMisuse ? `${usage}\n` : ''}`,
  )
  process.exit(1)
}
