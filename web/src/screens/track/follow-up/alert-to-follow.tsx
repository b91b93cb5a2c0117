import type { ComponentChildren } from 'preact'
import { useRoute } from 'preact-iso'
import type { Alert, Version } from '../../../api/alert.ts'
import { callApi } from '../../../api/call-api.ts'
import { useLoaded } from '../../../api/use-loaded.ts'
import { mayIssue, me } from '../../../sign-in/me.ts'
import { useSignal } from '../../../signal.ts'
import { LoadedState } from '../../../ui/loaded-state.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { ModeBanner } from '../../../ui/mode-banner.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { useAlertName } from '../../../names/use-alert-name.ts'
import { commonWords } from '../../../words/common-words.ts'
import { followUpWords } from '../../../words/follow-up-words.ts'
import { useWords, type Words } from '../../../words/language.ts'
import { lastIssued } from '../versions.tsx'

type Props = {
  title: Words
  why: Words
  /** `open`: the version that waits, where there is one. */
  children: (alert: Alert, open: Version | undefined) => ComponentChildren
}

/** What stands around the form of a later version: whether there may be one at all. */
export const AlertToFollow = ({ title, why, children }: Props) => {
  const say = useWords()
  const person = useSignal(me)
  const { alertId = '' } = useRoute().params
  const loaded = useLoaded(
    `follow ${alertId}`,
    () => callApi('GET /v1/alerts/{alertId}', { params: { alertId } }),
    { keepAs: `alert.${alertId}` },
  )
  // What this device kept is taken where there is no network alone: another officer may have written since.
  const alert = loaded.loading ? undefined : loaded.body
  const latest = alert?.versions[alert.versions.length - 1]
  const live = alert && lastIssued(alert)
  const name = useAlertName(alert && { ...alert, ...live })
  const open = latest?.state === 'draft' || latest?.state === 'submitted' ? latest : undefined
  return (
    <Screen title={say(title, { number: alert?.number ?? '…' })}>
      <p>
        <a class="tap" href={`/alerts/${alertId}`}>
          ← {say(followUpWords.seeAlert)}
        </a>
      </p>
      {mayIssue(person) ? (
        <>
          {loaded.loading ? <Loading /> : <LoadedState loaded={loaded} />}
          {alert === undefined ? null : (
            <>
              <ModeBanner mode={alert.mode} />
              <p>
                <b>{name}</b>
              </p>
              <p>{say(why)}</p>
              {live === undefined ? (
                <p class="error">{say(followUpWords.nothingYet)}</p>
              ) : (
                children(alert, open)
              )}
            </>
          )}
        </>
      ) : (
        <p class="error">{say(commonWords.noPermission)}</p>
      )}
    </Screen>
  )
}
