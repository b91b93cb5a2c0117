import { logIn } from '../../../local/log-in.ts'
import { type LocalOptions, type LocalRun, startLocal } from '../../../local/run.ts'
import { newFolder } from './new-folder.ts'
import { bundleSample, writeAssembly } from './sample-assembly.ts'

/** A running sample stack and what its words were. */
export type Sample = {
  run: LocalRun
  dataFolder: string
  words: string[]
  /** Calls the API as a seeded user. */
  call: (path: string, init?: RequestInit) => Promise<Response>
  /** Puts a message on a queue of the sample: through the API, as its function does. */
  send: (message: object) => Promise<void>
  /** Stops the run. */
  end: () => Promise<void>
}

/** Starts the sample stack on a new data folder. `change` edits its template first. */
export async function startSample(
  options: Partial<LocalOptions> = {},
  change?: Parameters<typeof writeAssembly>[1],
): Promise<Sample> {
  const words: string[] = []
  const dataFolder = options.dataFolder ?? newFolder('data')
  const run = await startLocal({
    assemblyFolder: writeAssembly(bundleSample(), change),
    schedules: false,
    log: (source, text) => words.push(`${source}: ${text}`),
    ...options,
    dataFolder,
  })
  const { accessToken } = await logIn(run.issuerOrigin, 'admin')
  const call: Sample['call'] = (path, init) =>
    fetch(`${run.origin}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${accessToken}` },
    })
  return {
    run,
    dataFolder,
    words,
    call,
    send: async (message) => {
      const response = await call('/work', { method: 'POST', body: JSON.stringify(message) })
      if (response.status !== 202) throw new Error(`not sent: HTTP ${response.status}`)
    },
    end: run.stop,
  }
}
