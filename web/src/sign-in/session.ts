import { asSent } from '../as-sent.ts'
import { signal } from '../signal.ts'
import { forgetStored, readStored, writeStored } from '../stored.ts'

/** The tokens of whoever is signed in. */
export type Session = {
  accessToken: string
  endsAtMs: number
  refreshToken: string | undefined
  remembered: boolean
}

const storedName = 'session'
/** A token that ends so soon may have ended when it arrives. */
const marginMs = 30_000

const isSession = (value: unknown): value is Session =>
  typeof value === 'object' && value !== null && 'accessToken' in value && 'endsAtMs' in value

const readTab = (): unknown => {
  try {
    return JSON.parse(sessionStorage.getItem(storedName) ?? 'null')
  } catch {
    return undefined
  }
}

const recall = (): Session | undefined => {
  // Not of the page that is rendered ahead; a browser that forbids storage throws at its very name.
  if (typeof window === 'undefined') return undefined
  const found = [readTab(), readStored(storedName)].find(isSession)
  // The tab of whoever was not to be remembered may have been closed, and left what they saw.
  if (found === undefined) forgetStored('seen.')
  return found
}

/** Who is signed in on this device; undefined where nobody is. */
export const session = signal<Session | undefined>(recall())

const isShared = (): boolean => session.get()?.remembered === true

// Tabs have one session: a refresh token that another of them used is refused, and who signs out there is gone here.
if (typeof window !== 'undefined') {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== `siang.${storedName}` || !isShared()) return
    session.set(newValue === null ? undefined : asSent<Session>(JSON.parse(newValue)))
  })
}

/** Whether the session ended without the person's wish: said where they sign in again. */
export const wasEnded = signal(false)

/** Takes up a session, or ends it: then nothing of what the person saw stays on the device. */
export const keepSession = (next: Session | undefined): void => {
  const wasShared = isShared()
  session.set(next)
  const isKept = next?.remembered === true && writeStored(storedName, next)
  if (wasShared && !isKept) writeStored(storedName, undefined)
  try {
    if (next === undefined || isKept) sessionStorage.removeItem(storedName)
    else sessionStorage.setItem(storedName, JSON.stringify(next))
  } catch {
    // The session lasts as long as the page.
  }
  if (next === undefined) forgetStored('seen.')
}

let renewing: Promise<string | undefined> | undefined

const renew = async (old: Session): Promise<string | undefined> => {
  // Where what asks the issuer cannot even be fetched, there is no network.
  const outcome = await import('./oauth.ts').then(
    ({ renewSession }) => renewSession(old),
    () => 'unreachable' as const,
  )
  if (outcome === 'unreachable') return old.accessToken
  if (outcome === undefined) wasEnded.set(true)
  keepSession(outcome)
  return outcome?.accessToken
}

/**
 * A token that holds for a while, renewed if need be: also where the API `refused` the one at hand. Undefined where the
 * person must sign in.
 */
export const accessToken = async (refused?: string): Promise<string | undefined> => {
  const now = session.get()
  if (now === undefined) return undefined
  if (now.accessToken !== refused && now.endsAtMs - marginMs > Date.now()) return now.accessToken
  renewing ??= renew(now).finally(() => {
    renewing = undefined
  })
  return renewing
}
