import { useAreaNames } from '../../api/use-area-names.ts'
import { hazardWords, levelWords } from '../../words/alert-words.ts'
import { approveWords } from '../../words/approve-words.ts'
import { fullTime, wholeNumber } from '../../words/dates.ts'
import { useWords, type Words } from '../../words/language.ts'
import type { Alert, Version } from '../../api/alert.ts'

type Fact = { words: Words; text: string; lang?: 'lo' | 'en'; changed: boolean }

const factsOf = (
  alert: Alert,
  version: Version,
  before: Version | undefined,
  say: ReturnType<typeof useWords>,
  nameAreas: ReturnType<typeof useAreaNames>,
): Fact[] => {
  const differs = (pick: (one: Version) => unknown): boolean =>
    before !== undefined && JSON.stringify(pick(before)) !== JSON.stringify(pick(version))
  const texts = (['lo', 'en'] as const).flatMap((lang): Fact[] => {
    const text = version.texts[lang]
    if (text === undefined) return []
    const words = lang === 'lo' ? approveWords.textLo : approveWords.textEn
    return [{ words, text, lang, changed: differs((one) => one.texts[lang]) }]
  })
  return [
    { words: approveWords.level, text: say(levelWords[version.level]), changed: differs((one) => one.level) },
    { words: approveWords.hazard, text: say(hazardWords[alert.hazard]), changed: false },
    {
      words: approveWords.areas,
      text: nameAreas(version.areas),
      changed: differs((one) => one.areas),
    },
    {
      words: approveWords.people,
      text: version.submission === null ? '–' : wholeNumber(version.submission.headCount),
      changed: false,
    },
    { words: approveWords.holds, text: fullTime(version.expiresAtIso), changed: false },
    ...texts,
  ]
}

/** Everything that an approval is about, in words; what differs from the version before is marked. */
export const InWords = ({ alert, version }: { alert: Alert; version: Version }) => {
  const say = useWords()
  const nameAreas = useAreaNames(version.areas)
  const before = alert.versions.find((one) => one.version === version.version - 1)
  return (
    <>
      {version.freeText ? <p class="error">{say(approveWords.freeText)}</p> : null}
      <dl class="facts">
        {factsOf(alert, version, before, say, nameAreas).map(({ words, text, lang, changed }) => (
          <div key={words.en}>
            <dt>
              {say(words)}
              {changed ? <em> ({say(approveWords.changed)})</em> : null}
            </dt>
            <dd lang={lang}>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
