import type { ComponentChildren } from 'preact'
import { versionStateLabels } from '../../../shared/domain/state-labels.ts'
import type { AnswerOf } from '../api/routes.ts'
import { useAreaNames } from '../api/use-area-names.ts'
import { hazardWords, levelWords } from '../words/alert-words.ts'
import { homeWords } from '../words/home-words.ts'
import { useWords } from '../words/language.ts'
import { ModeBanner } from './mode-banner.tsx'

export type AlertSummary = AnswerOf<'GET /v1/alerts'>['alerts'][number]

type Props = {
  alert: AlertSummary
  /** What its name is among the headings of the screen. */
  level?: 2 | 3
  children?: ComponentChildren
}

/** An alert as one card of a list: what phones were told last, where, what waits beside it, and what is added about it. */
export const AlertLine = ({ alert, level = 3, children }: Props) => {
  const Heading = level === 2 ? 'h2' : 'h3'
  const say = useWords()
  const nameAreas = useAreaNames(alert.areas)
  return (
    <li class="card">
      <ModeBanner mode={alert.mode} />
      <Heading>
        <a href={`/alerts/${alert.alertId}`}>
          {say(levelWords[alert.lastIssued?.level ?? alert.level])}: {say(hazardWords[alert.hazard])},{' '}
          {nameAreas(alert.areas, 3)}
        </a>
      </Heading>
      <p>
        #{alert.number}.{alert.lastIssued?.version ?? alert.version}
        {alert.lastIssued === null || alert.lastIssued.version === alert.version
          ? null
          : `. ${say(homeWords.later, {
              version: alert.version,
              level: say(levelWords[alert.level]),
              state: say(versionStateLabels[alert.state]),
            })}`}
      </p>
      {children}
    </li>
  )
}
