import { isDanger } from '../../../../shared/domain/level.ts'
import type { Alert } from '../../api/alert.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import { nowMs } from '../../clock.ts'
import { mayIssue, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { followUpWords } from '../../words/follow-up-words.ts'
import { useWords } from '../../words/language.ts'
import { liveWords } from '../../words/live-words.ts'

const mostNames = 8

/** Where an all-clear was said since the danger was told last. */
const clearedSince = ({ versions }: Alert): string[] => {
  const issued = versions.filter(({ issuedAtIso }) => issuedAtIso !== null)
  const danger = issued.filter(({ level }) => isDanger(level)).pop()
  const since = issued.filter(
    ({ version, level }) => version > (danger?.version ?? 0) && level === 'all-clear',
  )
  return [...new Set(since.flatMap(({ areas }) => areas))]
}

/** Where the danger was told and not ended: people wait for the word that they may go home. */
export const Ending = ({ alert }: { alert: Alert }) => {
  const say = useWords()
  const person = useSignal(me)
  const { remaining, notEnded, lastIssued } = alert
  const cleared = clearedSince(alert)
  const nameAreas = useAreaNames([...remaining.areas, ...cleared])
  if (remaining.areas.length === 0) return null
  const areas = nameAreas(remaining.areas, mostNames)
  const isOver = lastIssued !== null && Date.parse(lastIssued.expiresAtIso) <= nowMs()
  const isAsked = notEnded && (isOver || cleared.length > 0)
  if (!isAsked && cleared.length === 0) return null
  return (
    <div class={isAsked ? 'card error' : 'card'}>
      <p>
        {isAsked ? <b>{say(liveWords.notEnded)}. </b> : null}
        {say(isAsked ? followUpWords.notEndedWhy : followUpWords.remains, { areas })}
      </p>
      {cleared.length === 0 ? null : (
        <p>{say(followUpWords.cleared, { areas: nameAreas(cleared, mostNames) })}</p>
      )}
      {mayIssue(person) ? (
        <p>
          <a class="button primary" href={`/alerts/${alert.alertId}/all-clear`}>
            {say(liveWords.allClear)}
          </a>
        </p>
      ) : null}
    </div>
  )
}
