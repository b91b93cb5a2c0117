import { me } from './me.ts'
import { keepSession } from './session.ts'

/** Forgets the session and everything that was kept to be read offline, then ends it at the issuer. */
export const signOut = async (): Promise<void> => {
  keepSession(undefined)
  me.set(undefined)
  try {
    const { endSessionUrl } = await import('./oauth.ts')
    location.assign(await endSessionUrl())
  } catch {
    location.assign('/')
  }
}
