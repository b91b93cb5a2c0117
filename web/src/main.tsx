import { hydrate, prerender as renderShell } from 'preact-iso'
import { App } from './app.tsx'
// oxlint-disable-next-line import/no-unassigned-import -- how vite is told of it
import './style.css'

if (typeof window !== 'undefined') {
  hydrate(<App />, document.querySelector('#app') ?? undefined)
  // Once the page itself is there. Without the worker the console works as long as there is a network.
  window.addEventListener('load', () => {
    import('./register-worker.ts').then(({ registerWorker }) => registerWorker()).catch(() => undefined)
  })
}

/** The shell as the server of files holds it: what every visitor sees before anything else is loaded. */
export const prerender = async () => {
  const { html } = await renderShell(<App />)
  return { html }
}
