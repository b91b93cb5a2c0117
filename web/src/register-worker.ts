import { asSent } from './as-sent.ts'
import { newerConsole } from './newer-console.ts'

const scriptUrl = '/sw.js'

type TrustedTypes = {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => {
    createScriptURL: (url: string) => string
  }
}

/** `register` is a Trusted Types sink: this policy lets one script through and nothing else. */
const trustedUrl = (): string => {
  const { trustedTypes } = asSent<{ trustedTypes?: TrustedTypes }>(window)
  if (trustedTypes === undefined) return scriptUrl
  const policy = trustedTypes.createPolicy('console', {
    createScriptURL: (url) => {
      if (url === scriptUrl) return url
      throw new TypeError('The console has one worker.')
    },
  })
  return policy.createScriptURL(scriptUrl)
}

const offerTo = (waiting: ServiceWorker): void => {
  newerConsole.set({
    take: () => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's takes none
      waiting.postMessage({ type: 'SKIP_WAITING' })
    },
  })
}

const offerIfNewer = (worker: ServiceWorker | null): void => {
  if (worker?.state === 'installed' && navigator.serviceWorker.controller !== null) offerTo(worker)
}

const watchWorker = async (): Promise<void> => {
  const registration = await navigator.serviceWorker.register(trustedUrl())
  offerIfNewer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => offerIfNewer(installing))
  })
}

/** Registers the worker that keeps the shell for times without a network. Rejects where the browser refuses. */
export const registerWorker = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  let reloading = false
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (reloading || newerConsole.get() === undefined) return
    reloading = true
    location.reload()
  })
  await watchWorker()
}
