import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocal, type LocalOptions, type LocalRun } from '../../local/run.ts'
import type { SmsSettingsInput } from '../../local/sns/sms-faults.ts'
import { synthesize } from '../../local/synthesize.ts'
import { createBenchRoster, type BenchRoster } from './bench-roster.ts'
import { seedRoster } from './seed-roster.ts'
import { watchWorkers, type WorkerUsage } from './worker-usage.ts'

/** What all measures share: a temporary folder, the synthesized stage `local`, rosters that are made once. */
export type Bench = {
  folder: string
  assemblyFolder: string
  usage: WorkerUsage
  /** A roster and a data folder that holds it. */
  roster: (villages: number, membersEach: number) => Promise<{ roster: BenchRoster; dataFolder: string }>
  /** Starts the stack on a copy of a data folder; without one, on an empty one. */
  start: (dataFolder: string | undefined, options: StartOptions) => Promise<LocalRun>
  /** Stops a run and removes its data. */
  end: (run: LocalRun) => Promise<void>
  /** Stops whatever runs and removes everything. */
  close: () => Promise<void>
}

export type StartOptions = Pick<LocalOptions, 'environment' | 'schedules' | 'sms'>

/** Carriers that never say a word: what receipts cost is measured apart. */
const silentCarriers: SmsSettingsInput = { receipts: [{ phonePrefix: '+', outcome: 'none' }] }

/**
 * How long a barrier and forgotten work wait on AWS; the stage `local` is quicker, for people who look on. Nobody waits
 * for a second person.
 */
const asOnAws = {
  BARRIER_SECONDS: '300',
  RECOVERY_SECONDS: '120',
  SECOND_PERSON_LEVELS: '',
  // One officer issues all of it within minutes: more than anybody may in an hour.
  RECIPIENTS_PER_OFFICER_AND_HOUR: 'country=10000000,province=25000,district=5000',
}

/** Prepares a bench. Everything of it lies in one temporary folder. */
export const createBench = async (): Promise<Bench> => {
  const folder = await mkdtemp(join(tmpdir(), 'siang-bench-'))
  const usage = watchWorkers()
  const assemblyFolder = await synthesize('local', join(folder, 'assemblies'))
  const folders = new Map<LocalRun, string>()
  const rosters = new Map<string, ReturnType<Bench['roster']>>()
  let runs = 0

  const start: Bench['start'] = async (from, { environment, ...options }) => {
    const dataFolder = join(folder, `run-${(runs += 1)}`)
    await (from === undefined ? mkdir(dataFolder) : cp(from, dataFolder, { recursive: true }))
    const run = await startLocal({
      assemblyFolder,
      dataFolder,
      environment: { ...asOnAws, ...environment },
      sms: silentCarriers,
      ...options,
    })
    folders.set(run, dataFolder)
    return run
  }
  const stop = async (run: LocalRun): Promise<string | undefined> => {
    const dataFolder = folders.get(run)
    folders.delete(run)
    await run.stop()
    return dataFolder
  }
  const makeRoster = async (villages: number, membersEach: number) => {
    const roster = createBenchRoster(villages, membersEach)
    const run = await start(undefined, { schedules: false })
    await seedRoster(run, roster)
    const dataFolder = await stop(run)
    if (dataFolder === undefined) throw new Error('the run was stopped while its roster was made')
    return { roster, dataFolder }
  }
  return {
    folder,
    assemblyFolder,
    usage,
    start,
    roster: (villages, membersEach) => {
      const key = `${villages} ${membersEach}`
      const made = rosters.get(key) ?? makeRoster(villages, membersEach)
      rosters.set(key, made)
      return made
    },
    end: async (run) => {
      const dataFolder = await stop(run)
      if (dataFolder !== undefined) await rm(dataFolder, { recursive: true, force: true })
    },
    close: async () => {
      await Promise.allSettled([...folders.keys()].map(stop))
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
