import type { ComponentChildren } from 'preact'
import { useErrorBoundary, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { forgetLists } from '../stored.ts'
import { NoScreen } from './no-screen.tsx'

/** Says in words that a screen broke, where else half of it would stay; the others are there as before. */
export const Guarded = ({ children }: { children: ComponentChildren }) => {
  const { url } = useLocation()
  const [broken, setBroken] = useState<{ url: string } | undefined>(undefined)
  useErrorBoundary((thrown) => {
    // oxlint-disable-next-line no-console -- for whoever looks for the fault: nothing of it is sent anywhere
    console.error(thrown)
    setBroken({ url })
  })
  const tryAgain = (): void => {
    // A copy that was kept and breaks the screen would break it for ever.
    forgetLists()
    setBroken(undefined)
  }
  return broken?.url === url ? <NoScreen retry={tryAgain} /> : <>{children}</>
}
