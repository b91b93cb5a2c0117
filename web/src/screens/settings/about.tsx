import { asSent } from '../../as-sent.ts'
import type { CallResult } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useWords } from '../../words/language.ts'
import { settingsWords, stageWords } from '../../words/settings-words.ts'

type Health = { version: string; stage: string }

/** `GET /health` asks for no login, and is therefore none of the routes that `callApi` knows. */
const askHealth = async (): Promise<CallResult<Health>> => {
  try {
    const response = await fetch('/health')
    if (!response.ok) return { ok: false, failure: { kind: 'failed', status: response.status } }
    return { ok: true, body: asSent<Health>(await response.json()), etag: undefined }
  } catch {
    return { ok: false, failure: { kind: 'offline' } }
  }
}

/** Which Siang this is, and where to read more. The API answers these addresses, not a screen. */
export const About = () => {
  const say = useWords()
  const health = useLoaded('health', askHealth)
  const unknown = say(settingsWords.unknown)
  const stage = health.body?.stage
  const purpose = stage === undefined ? undefined : stageWords[stage]
  return (
    <section>
      <h2>{say(settingsWords.about)}</h2>
      <dl class="facts">
        <div>
          <dt>{say(settingsWords.stage)}</dt>
          <dd>
            {stage === undefined
              ? health.loading
                ? '…'
                : unknown
              : `${stage}${purpose === undefined ? '' : `: ${say(purpose)}`}`}
          </dd>
        </div>
        <div>
          <dt>{say(settingsWords.version)}</dt>
          <dd>{health.body?.version ?? (health.loading ? '…' : unknown)}</dd>
        </div>
      </dl>
      <h3>{say(settingsWords.docs)}</h3>
      <ul class="plain-list">
        <li>
          <a class="tap" href="/openapi.json" target="_top">
            {say(settingsWords.api)}
          </a>
        </li>
        <li>
          <a class="tap" href="/cap/feed.atom" target="_top">
            {say(settingsWords.feed)}
          </a>
        </li>
      </ul>
      <p class="hint">{say(settingsWords.unreviewed)}</p>
    </section>
  )
}
