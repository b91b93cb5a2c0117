import type { ComponentChildren } from 'preact'
import type { AnswerOf } from '../api/routes.ts'
import { useAreaNames } from '../api/use-area-names.ts'
import { hazardWords, levelWords } from '../words/alert-words.ts'
import { useWords } from '../words/language.ts'
import { ModeBanner } from './mode-banner.tsx'

export type AlertSummary = AnswerOf<'GET /v1/alerts'>['alerts'][number]

/** An alert as one card of a list: what it says, where, and what is added about it. */
export const AlertLine = ({ alert, children }: { alert: AlertSummary; children?: ComponentChildren }) => {
  const say = useWords()
  const nameAreas = useAreaNames(alert.areas)
  return (
    <li class="card">
      <ModeBanner mode={alert.mode} />
      <h3>
        <a href={`/alerts/${alert.alertId}`}>
          {say(levelWords[alert.level])}: {say(hazardWords[alert.hazard])}, {nameAreas(alert.areas, 3)}
        </a>
      </h3>
      <p>
        #{alert.number}.{alert.version}
      </p>
      {children}
    </li>
  )
}
