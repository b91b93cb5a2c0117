import { useAreaNames } from '../../names/use-area-names.ts'
import { areaName } from '../../names/area-name.ts'
import { ownWords, type Draft, type Wording } from '../../drafts/draft.ts'
import { useSignal } from '../../signal.ts'
import { failureText } from '../../ui/failure.tsx'
import { checkWords, partWords } from '../../words/compose-check-words.ts'
import { composeWords } from '../../words/compose-words.ts'
import { wholeNumber } from '../../words/dates.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { refusalWords } from '../../words/refusal-words.ts'
import { localText } from './local-text.ts'
import type { Figures, FiguresView } from './use-figures.ts'

const widestNumber = '#9999.99'

type Composed = FiguresView['texts'][number]

/** `12.30`: dollars and cents. */
const dollars = (value: number): string => {
  const [whole = '0', cents = '00'] = value.toFixed(2).split('.')
  return `${wholeNumber(Number(whole))}.${cents}`
}

/** How fresh the figures are, in words. */
export const FiguresState = ({ figures }: { figures: Figures }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { view, fresh, failure } = figures
  if (failure?.kind === 'problem' && failure.problem.errors.length > 0) {
    return (
      <div class="error">
        <p>{refusalWords[failure.problem.code]?.[language] ?? failure.problem.detail}</p>
        <ul>
          {failure.problem.errors.map(({ path, message }) => (
            <li key={path + message}>{message}</li>
          ))}
        </ul>
      </div>
    )
  }
  if (failure !== undefined) {
    const words = failure.kind === 'offline' ? say(checkWords.missing) : failureText(say, failure)
    return (
      <p class="error">
        {words} {view === undefined ? null : say(checkWords.oldFailed)}
      </p>
    )
  }
  if (fresh) return null
  return <p class="hint">{say(view === undefined ? checkWords.counting : checkWords.old)}</p>
}

/** Whom it reaches and what it costs; whom it does not reach stands beside it. */
export const Reach = ({ view }: { view: FiguresView }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { villages, villagesExpected, villagesWithoutContact, villagesWithoutSafePlace, minutes } = view
  const over = view.villagesOverMonthlyLimit.map(({ nameLo, nameEn }) =>
    language === 'lo' ? nameLo : nameEn,
  )
  return (
    <>
      {view.reaches === 'nobody' ? <p class="drill">{say(checkWords.rehearsal)}</p> : null}
      <p>
        <b>
          {say(checkWords.reach, {
            people: wholeNumber(view.recipients),
            villages: wholeNumber(villages),
            parts: wholeNumber(view.parts),
            usd: dollars(view.costUsd),
          })}
        </b>
        {minutes === null ? null : `. ${say(checkWords.minutes, { n: Math.max(1, Math.ceil(minutes)) })}`}
      </p>
      <ul>
        {villagesExpected === null || villagesExpected <= villages ? null : (
          <li>{say(checkWords.roster, { n: wholeNumber(villages), all: wholeNumber(villagesExpected) })}</li>
        )}
        {villagesWithoutContact === 0 ? null : (
          <li>{say(checkWords.withoutPhone, { n: wholeNumber(villagesWithoutContact) })}</li>
        )}
        {villagesWithoutSafePlace === 0 ? null : (
          <li>{say(checkWords.withoutSafePlace, { n: wholeNumber(villagesWithoutSafePlace) })}</li>
        )}
        {over.length === 0 ? null : <li>{say(checkWords.overMonth, { names: over.join(', ') })}</li>}
        {view.budgets.map(({ area, lane, warning }) =>
          warning === null ? null : <li key={area + lane}>{warning[language]}</li>,
        )}
      </ul>
      {(view.fallbackDesk === null ? view.districtsWithoutDesk : []).map((district) => (
        <p key={district} class="error">
          {say(checkWords.noDesk, { name: areaName(district, language) })}
        </p>
      ))}
    </>
  )
}

type TextProps = { composed: Composed; onTake: ((text: string) => void) | undefined }

/** Spellings that make it shorter, each taken by one tap; nothing is changed unasked. */
const Offers = ({ composed: { text, spelling }, onTake }: TextProps) => {
  const say = useWords()
  if (onTake === undefined || spelling.offers.length === 0) return null
  return (
    <ul class="chips">
      {spelling.offers.map(({ from, to, unitsSaved }) => (
        <li key={from}>
          <button type="button" onClick={() => onTake(text.replaceAll(from, to))}>
            {say(checkWords.spell, { from, to, n: unitsSaved })}
          </button>
        </li>
      ))}
      {spelling.offers.length > 1 ? (
        <li>
          <button type="button" onClick={() => onTake(spelling.text)}>
            {say(checkWords.spellAll, { n: spelling.partsSaved })}
          </button>
        </li>
      ) : null}
    </ul>
  )
}

const Remarks = ({ composed, onTake }: TextProps) => {
  const say = useWords()
  const { content, language, parts, units, saveAPart, script } = composed
  return (
    <>
      <p>
        {say(checkWords.parts, { parts, units })}
        {saveAPart === null || onTake === undefined
          ? null
          : `. ${say(checkWords.save, { n: saveAPart.units, parts: saveAPart.parts })}`}
      </p>
      {content.missing.length === 0 ? (
        <p>{say(checkWords.complete)}</p>
      ) : (
        <p class="error">
          {say(checkWords.lacks, { what: content.missing.map((part) => say(partWords[part])).join(', ') })}
        </p>
      )}
      <Offers composed={composed} onTake={onTake} />
      <details>
        <summary>{say(checkWords.script)}</summary>
        <blockquote lang={language}>{script}</blockquote>
      </details>
    </>
  )
}

/** The text of a language as a village gets it; as far as this device can write it where the figures are old. */
export const TextAsSent = ({
  draft,
  wording,
  language,
  figures,
}: {
  draft: Draft
  wording: Wording
  language: 'lo' | 'en'
  figures: Figures
}) => {
  const say = useWords()
  const composed = figures.fresh ? figures.view?.texts.find((one) => one.language === language) : undefined
  const widest = composed?.widestVillage ?? null
  const nameAreas = useAreaNames(widest === null ? [] : [widest])
  // The number is not given yet: the API counts with the widest there is.
  const text = composed?.rendered.replace(widestNumber, '#…') ?? localText(draft, wording, language)
  if (text === '') return null
  return (
    <>
      <p>
        <b>
          {say(language === 'lo' ? composeWords.textLo : composeWords.textEn)}
          {widest === null ? null : `, ${say(checkWords.asIn, { name: nameAreas([widest]) })}`}
        </b>
      </p>
      <blockquote lang={language}>{text}</blockquote>
    </>
  )
}

type Props = {
  draft: Draft
  wording: Wording
  figures: Figures
  onTexts: (texts: Draft['texts']) => void
}

/** What the alert comes to, while it is written. */
export const FiguresGroup = ({ draft, wording, figures, onTexts }: Props) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { view, fresh } = figures
  return (
    <section class="card">
      <h2>{say(checkWords.figures)}</h2>
      <div role="status">
        <FiguresState figures={figures} />
        {view === undefined ? null : <Reach view={view} />}
      </div>
      {view === undefined || view.unreviewed.length === 0 ? null : (
        <p class="hint">
          {say(checkWords.unreviewed, {
            languages: view.unreviewed
              .map((one) => say(one === 'lo' ? checkWords.lo : checkWords.en))
              .join(', '),
          })}
        </p>
      )}
      {(['lo', 'en'] as const).map((one) => {
        const composed = fresh ? view?.texts.find((text) => text.language === one) : undefined
        const onTake =
          wording === ownWords ? (text: string): void => onTexts({ ...draft.texts, [one]: text }) : undefined
        return (
          <div key={one}>
            <TextAsSent draft={draft} wording={wording} language={one} figures={figures} />
            {composed === undefined ? null : <Remarks composed={composed} onTake={onTake} />}
          </div>
        )
      })}
      {view === undefined || !fresh || view.warnings.length === 0 ? null : (
        <ul>
          {view.warnings.map(({ code, language: of, message }) => (
            <li key={code + of}>{message[language]}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
