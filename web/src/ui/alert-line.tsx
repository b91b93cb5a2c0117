import type { ComponentChildren } from 'preact'
import { versionStateLabels } from '../../../shared/domain/state-labels.ts'
import type { AnswerOf } from '../api/routes.ts'
import { useAlertName } from '../names/use-alert-name.ts'
import { levelWords } from '../words/alert-words.ts'
import { homeWords } from '../words/home-words.ts'
import { useWords } from '../words/language.ts'
import { ModeTag } from './mode-tag.tsx'

export type AlertSummary = AnswerOf<'GET /v1/alerts'>['alerts'][number]

type Props = {
  alert: AlertSummary
  /** What its name is among the headings of the screen. */
  heading?: 2 | 3
  children?: ComponentChildren
}

/** An alert as one card of a list: what phones were told last, where, what waits beside it, and what is added about it. */
export const AlertLine = ({ alert, heading = 3, children }: Props) => {
  const Heading = heading === 2 ? 'h2' : 'h3'
  const level = alert.lastIssued?.level ?? alert.level
  const say = useWords()
  const name = useAlertName({ ...alert, level })
  return (
    <li class={`card ${alert.mode === 'actual' ? level : 'drill-card'}`}>
      <p>
        <ModeTag mode={alert.mode} /> #{alert.number}.{alert.lastIssued?.version ?? alert.version}
        {alert.lastIssued === null || alert.lastIssued.version === alert.version
          ? null
          : `. ${say(homeWords.later, {
              version: alert.version,
              level: say(levelWords[alert.level]),
              state: say(versionStateLabels[alert.state]),
            })}`}
      </p>
      <Heading>
        <a href={`/alerts/${alert.alertId}`}>{name}</a>
      </Heading>
      {children}
    </li>
  )
}
