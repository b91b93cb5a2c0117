import { laneOf } from '../../../../shared/domain/alert.ts'
import { keepsQuietHours } from '../../../../shared/domain/quiet-hours.ts'
import { localTime, renderTexts, type Texts } from '../../../../shared/domain/render-text.ts'
import type { Alert, Version } from '../../api/alert.ts'
import { audienceText } from '../../words/audience-text.ts'
import { slotsInWords } from '../../words/slots-in-words.ts'
import { hazardWords, levelWords, modeNames } from '../../words/alert-words.ts'
import { approveWords } from '../../words/approve-words.ts'
import { audienceWords } from '../../words/audience-words.ts'
import { fullTime, wholeNumber } from '../../words/dates.ts'
import type { Say, Words } from '../../words/language.ts'

export type Fact = {
  words: Words
  text: string
  /** Codes of the villages that are told one by one beside it. */
  villages?: readonly string[]
  lang?: 'lo' | 'en'
  /** Whether it differs from the version before. */
  changed: boolean
}

type Told = {
  alert: Alert
  version: Version
  /** The version before this one. */
  before: Version | undefined
  /** The villages that it would go to now; undefined as long as they are not known. */
  villages: readonly string[] | undefined
}

/** As the phones will show them, but for the time of issue, and for what each village has of its own, in brackets. */
const asPhonesShow = ({ number }: Alert, { version, mode, texts }: Version): Texts => {
  const rendered = renderTexts(texts, mode, { number, version, issuedAtMs: 0 })
  const stamp = `#${number}.${version} `
  const shown = (lang: 'lo' | 'en'): string | undefined =>
    rendered[lang] && slotsInWords(rendered[lang].replace(`${stamp}${localTime(0)}`, `${stamp}…`), lang)
  return { lo: shown('lo'), en: shown('en') }
}

const factsOfTexts = ({ alert, version, before }: Told): Fact[] => {
  const shown = asPhonesShow(alert, version)
  return (['lo', 'en'] as const).flatMap((lang): Fact[] => {
    const text = shown[lang]
    if (text === undefined) return []
    const words = lang === 'lo' ? approveWords.textLo : approveWords.textEn
    return [
      { words, text, lang, changed: before !== undefined && before.texts[lang] !== version.texts[lang] },
    ]
  })
}

/** How it goes out: to whose phones, and whether it may wake people. */
const factsOfWay = ({ alert: { kind }, version: { mode, reaches } }: Told, say: Say): Fact[] => {
  const lane = laneOf(kind)
  const way = lane === 'urgent' ? approveWords.urgent : approveWords.routine
  const night = keepsQuietHours({ lane, mode }) ? approveWords.keepsQuiet : approveWords.wakes
  return [
    { words: approveWords.mode, text: say(modeNames[mode]), changed: false },
    { words: approveWords.reaches, text: say(approveWords[reaches]), changed: false },
    { words: approveWords.way, text: `${say(way)} ${say(night)}`, changed: false },
  ]
}

/** Everything that an approval is about, in words, in the order in which it is read. */
export const factsOfVersion = (
  told: Told,
  say: Say,
  nameAreas: (codes: readonly string[]) => string,
): Fact[] => {
  const { alert, version, before, villages } = told
  const { submission } = version
  const differs = (pick: (one: Version) => unknown): boolean =>
    before !== undefined && JSON.stringify(pick(before)) !== JSON.stringify(pick(version))
  const reason = version.history.filter(({ action }) => action === 'submit').pop()?.note
  return [
    { words: approveWords.level, text: say(levelWords[version.level]), changed: differs((one) => one.level) },
    { words: approveWords.hazard, text: say(hazardWords[alert.hazard]), changed: false },
    ...factsOfWay(told, say),
    { words: approveWords.areas, text: nameAreas(version.areas), changed: differs((one) => one.areas) },
    { words: audienceWords.whom, text: audienceText(say, version.audience), changed: false },
    {
      words: approveWords.villages,
      text: villages === undefined ? '–' : wholeNumber(villages.length),
      ...(villages === undefined ? {} : { villages }),
      changed: false,
    },
    {
      words: approveWords.people,
      text: submission === null ? '–' : wholeNumber(submission.headCount),
      changed: false,
    },
    { words: approveWords.holds, text: fullTime(version.expiresAtIso), changed: false },
    ...factsOfTexts(told),
    ...(reason === undefined ? [] : [{ words: approveWords.overLimit, text: reason, changed: false }]),
  ]
}
