import { parseArgs } from 'node:util'
import { runFuzz } from './run-fuzz.ts'

// npm run fuzz [-- --cases 10000 --seed 1]
const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } } })
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const cases = Number(values.cases ?? 10_000)
process.stdout.write(`${cases} requests, seed ${seed}\n`)
const { statuses } = await runFuzz({ seed, cases })
for (const [status, count] of Object.entries(statuses)) process.stdout.write(`${status}: ${count}\n`)
process.stdout.write('No 5xx, nothing undocumented, and no refusal left anything behind.\n')
