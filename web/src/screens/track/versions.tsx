import { versionStateLabels } from '../../../../shared/domain/state-labels.ts'
import type { Alert, Version } from '../../api/alert.ts'
import { levelWords } from '../../words/alert-words.ts'
import { followUpWords } from '../../words/follow-up-words.ts'
import { useWords } from '../../words/language.ts'

type Props = { alert: Alert; shown: Version | undefined; live: Version }

/** The version that phones were told last. */
export const lastIssued = ({ versions }: Alert): Version | undefined =>
  versions.filter(({ issuedAtIso }) => issuedAtIso !== null).pop()

/** Every version that went out leads to its board; what was not sent yet is named beside them. */
export const Versions = ({ alert, shown, live }: Props) => {
  const say = useWords()
  if (alert.versions.length < 2) return null
  return (
    <nav aria-label={say(followUpWords.versions)}>
      <ul class="chips">
        {alert.versions.map((version) => {
          const text = `${version.version}. ${say(levelWords[version.level])}: ${say(versionStateLabels[version.state])}`
          return (
            <li key={version.version}>
              {version.issuedAtIso === null ? (
                <span class="tap">{text}</span>
              ) : (
                <a
                  class="tap"
                  href={
                    version.version === live.version
                      ? `/alerts/${alert.alertId}`
                      : `/alerts/${alert.alertId}?version=${version.version}`
                  }
                  aria-current={version.version === shown?.version ? 'page' : undefined}
                >
                  {text}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
