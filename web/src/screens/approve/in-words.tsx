import { useState } from 'preact/hooks'
import type { Alert, Version } from '../../api/alert.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import { Failure } from '../../ui/failure.tsx'
import { ShowMore } from '../../ui/show-more.tsx'
import { useRows } from '../../ui/use-rows.ts'
import { approveWords } from '../../words/approve-words.ts'
import { wholeNumber } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { factsOfVersion } from './facts-of-version.ts'
import type { Heads } from './use-heads.ts'

const Names = ({ villages }: { villages: readonly string[] }) => {
  const { rows, more, showMore } = useRows(villages, villages.join(','))
  const nameAreas = useAreaNames(rows)
  return (
    <>
      <p>{nameAreas(rows)}</p>
      <ShowMore more={more} showMore={showMore} />
    </>
  )
}

/** The villages one by one; their names are asked for by who wants to read them. */
const Villages = ({ villages }: { villages: readonly string[] }) => {
  const say = useWords()
  const [opened, setOpened] = useState(false)
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{say(approveWords.whichVillages)}</summary>
      {opened ? <Names villages={villages} /> : null}
    </details>
  )
}

type ReadProps = {
  version: Version
  lang: 'lo' | 'en'
  /** The texts as the API fills them in. */
  texts: NonNullable<Heads['body']>['texts']
}

/** A text with words of each village’s own, as one village reads it; without the time of issue, which is not yet. */
const AsRead = ({ version, lang, texts }: ReadProps) => {
  const say = useWords()
  const isFilled = /\{\w+\}/.test(version.texts[lang] ?? '')
  const read = isFilled ? texts.find(({ language }) => language === lang) : undefined
  const nameAreas = useAreaNames(read === undefined ? [] : [read.village])
  if (read === undefined) return null
  return (
    <>
      <p>{say(approveWords.ownWords, { name: nameAreas([read.village]) })}</p>
      <blockquote lang={lang}>{read.text.replace(/(#\d+\.\d+) \d\d\/\d\d \d\d:\d\d/, '$1 …')}</blockquote>
      {read.safePlaceUnknown === 0 ? null : (
        <p class="error">{say(approveWords.noSafePlace, { n: wholeNumber(read.safePlaceUnknown) })}</p>
      )}
    </>
  )
}

/** Everything that an approval is about, in words; what differs from the version before is marked. */
export const InWords = ({ alert, version, heads }: { alert: Alert; version: Version; heads: Heads }) => {
  const say = useWords()
  const nameAreas = useAreaNames(version.areas)
  const { scheduleId } = alert
  const villages = heads.body?.villages.map(({ village }) => village)
  const before = alert.versions.find((one) => one.version === version.version - 1)
  // Who covers a part of the areas alone may read it, and is not told of the other villages.
  const isForeign = heads.failure?.kind === 'problem' && heads.failure.status === 404
  return (
    <>
      {version.freeText ? <p class="error">{say(approveWords.freeText)}</p> : null}
      {scheduleId === null ? null : (
        <p>
          <a class="tap" href={`/schedules/${scheduleId}`}>
            {say(approveWords.ofSchedule)}
          </a>
        </p>
      )}
      <dl class="facts">
        {factsOfVersion({ alert, version, before, villages }, say, nameAreas).map(
          ({ words, text, villages: named, lang, changed }) => (
            <div key={words.en}>
              <dt>
                {say(words)}
                {changed ? <em> ({say(approveWords.changed)})</em> : null}
              </dt>
              <dd>
                {lang === undefined ? (
                  text
                ) : (
                  <>
                    <blockquote lang={lang}>{text}</blockquote>
                    <AsRead version={version} lang={lang} texts={heads.body?.texts ?? []} />
                  </>
                )}
                {named === undefined ? null : <Villages villages={named} />}
              </dd>
            </div>
          ),
        )}
      </dl>
      {heads.failure === undefined || isForeign ? null : (
        <Failure failure={heads.failure} retry={heads.reload} />
      )}
    </>
  )
}
