import { me } from './me.ts'
import { keepSession, session } from './session.ts'

/** Forgets the session and everything that was kept to be read offline, then ends it at the issuer. */
export const signOut = async (): Promise<void> => {
  const old = session.get()
  keepSession(undefined)
  me.set(undefined)
  try {
    const { endSession } = await import('./oauth.ts')
    location.assign(await endSession(old))
  } catch {
    location.assign('/')
  }
}
