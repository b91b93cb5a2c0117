import { asSent } from '../as-sent.ts'

/** What this stage's console needs to know; laid beside the pages by whoever serves them. */
export type ConsoleSettings = {
  stage: string
  issuer: string
  clientId: string
  scopes: readonly string[]
  /** Cognito has no standard end of a session: its own page, where there is one. */
  logoutUrl?: string
  /** Whether a wall of phones is served beside the console: on one machine alone. */
  phones: boolean
}

let settings: Promise<ConsoleSettings> | undefined

const fetchSettings = async (): Promise<ConsoleSettings> => {
  const response = await fetch('/console.json')
  if (!response.ok) throw new Error(`console.json: HTTP ${response.status}`)
  return asSent<ConsoleSettings>(await response.json())
}

/** Reads the settings once; a failure is tried again by the next caller. */
export const consoleSettings = (): Promise<ConsoleSettings> => {
  settings ??= fetchSettings().catch((error: unknown) => {
    settings = undefined
    throw error
  })
  return settings
}
