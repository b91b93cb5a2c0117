import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { callApi } from '../api/call-api.ts'
import { useLoaded } from '../api/use-loaded.ts'
import { useSignal } from '../signal.ts'
import { LoadedState } from '../ui/loaded-state.tsx'
import { Loading } from '../ui/loading.tsx'
import { commonWords } from '../words/common-words.ts'
import { useWords } from '../words/language.ts'
import { SignIn } from './sign-in.tsx'
import { keepSession, session } from './session.ts'
import { me } from './me.ts'

const bringsCode = (): boolean =>
  typeof location !== 'undefined' &&
  /[?&](code|error)=/.test(location.search) &&
  /[?&]state=/.test(location.search)

const useReturn = (): 'none' | 'returning' | 'failed' => {
  const { route } = useLocation()
  const [state, setState] = useState<'none' | 'returning' | 'failed'>(bringsCode() ? 'returning' : 'none')
  useEffect(() => {
    if (state !== 'returning') return
    const finish = async (): Promise<void> => {
      const { finishSignIn } = await import('./oauth.ts')
      const finished = await finishSignIn(new URL(location.href))
      if (finished !== undefined) {
        // Whoever was here before, in another tab too, is gone with all that they saw.
        keepSession(undefined)
        keepSession(finished.session)
      }
      setState(finished === undefined ? 'failed' : 'none')
      route(finished?.returnTo ?? '/', true)
    }
    finish().catch(() => setState('failed'))
  }, [])
  return state
}

const leave = async (): Promise<void> => {
  const { signOut } = await import('./sign-out.ts')
  await signOut()
}

const Admitted = ({ children }: { children: ComponentChildren }) => {
  const say = useWords()
  const known = useSignal(me)
  const loaded = useLoaded('me', () => callApi('GET /v1/me'), { keepAs: 'me' })
  useEffect(() => {
    if (loaded.body !== undefined) me.set(loaded.body)
  }, [loaded.body])
  if (known !== undefined) return <>{children}</>
  return (
    <>
      <LoadedState loaded={loaded} />
      {loaded.failure === undefined ? null : (
        <button type="button" onClick={() => void leave()}>
          {say(commonWords.signOut)}
        </button>
      )}
    </>
  )
}

/** Shows the screens to whoever is signed in, and the way to sign in to everybody else. */
export const SignInGate = ({ children }: { children: ComponentChildren }) => {
  const now = useSignal(session)
  const returning = useReturn()
  // The prerendered shell belongs to nobody.
  const [painted, setPainted] = useState(false)
  useEffect(() => setPainted(true), [])
  if (!painted || returning === 'returning') return <Loading />
  if (now === undefined) return <SignIn failed={returning === 'failed'} />
  return <Admitted>{children}</Admitted>
}
