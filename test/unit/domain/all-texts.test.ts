import { describe, expect, it } from 'vitest'
import type { AlertMode } from '../../../shared/domain/alert.ts'
import type { Level } from '../../../shared/domain/level.ts'
import { markScript, scriptWords } from '../../../shared/domain/loudspeaker-script.ts'
import { places, rivers } from '../../../shared/domain/named-places.ts'
import { noticeLevels, noticeTexts } from '../../../shared/domain/notices/notice-words.ts'
import { renderTexts } from '../../../shared/domain/render-text.ts'
import { templates } from '../../../shared/domain/templates/catalogue.ts'
import { fillText, valuesIn } from '../../../shared/domain/templates/read-slots.ts'
import { renderTemplate } from '../../../shared/domain/templates/render-template.ts'
import {
  callerWords,
  fallbackWords,
  officeWords,
  villageWords,
} from '../../../shared/domain/templates/village-values.ts'
import { languages, type Language } from '../../../shared/domain/village.ts'
import { modeWords } from '../../../shared/domain/wording.ts'
import { longestSlots, longestVillage } from './templates/longest-values.ts'

const stamp = { number: 12, version: 3, issuedAtMs: Date.parse('2026-07-23T12:00:00+07:00') }
const modes = ['actual', 'exercise', 'test'] as const satisfies readonly AlertMode[]

/** Everything that Siang itself may put into an SMS or a script, with its name. */
const said = languages.flatMap((language): [string, Language, string][] => [
  ...templates.flatMap(({ id, wordings }): [string, Language, string][] => {
    const { first, rest, script } = wordings[language]
    return [
      [`template ${id}`, language, `${first} ${rest}`],
      [`script of ${id}`, language, script],
    ]
  }),
  ...Object.entries({
    ...modeWords,
    ...fallbackWords,
    placeOfCaller: callerWords.safePlace,
    ...noticeTexts,
    ...noticeLevels,
    officeWords,
    villageWords,
    scriptWords,
  }).map(([name, wording]): [string, Language, string] => [name, language, wording[language]]),
  ...[...rivers, ...places].map(({ id, name }): [string, Language, string] => [id, language, name[language]]),
])

const relativeTimes: Record<Language, RegExp> = {
  en: /\b(?:today|tonight|tomorrow|yesterday|soon|later|shortly|morning|evening|(?:minutes?|hours?|days?) (?:ago|from now)|in (?:an?|\d+) (?:minute|hour|day)s?|within)\b/i,
  lo: /ມື້ນີ້|ຄືນນີ້|ມື້ອື່ນ|ມື້ວານ|ຕອນແລງ|ຕອນເຊົ້າ|ອີກ \d+ (?:ນາທີ|ຊົ່ວໂມງ)|ພາຍໃນ \d+/,
}
const times = /\b\d{1,2}:\d{2}\b/g
const absoluteTime = /\b\d{2}\/\d{2} \d{2}:\d{2}\b/g

describe.each(said)('%s in %s', (_name, language, text) => {
  it('asks for no reply and holds no link', () => {
    expect(text).not.toMatch(/\breply\b|\banswer\b|\bsms back\b|\btext us\b|ຕອບ|ສົ່ງ SMS ກັບ/i)
    expect(text).not.toMatch(/https?:|www\.|\b[a-z0-9-]+\.(?:la|com|org|net|gov|int)\b/i)
  })

  it('has digits 0 to 9 alone, and letters as they are typed', () => {
    expect(text).not.toMatch(/[^\P{Nd}0-9]/u)
    expect(text).toBe(text.normalize('NFC'))
    // NFKC tears this letter in two, which costs a unit and shows wrongly on some phones.
    expect(text).not.toMatch(/\u0ecd[\u0ec8-\u0ecb]?\u0eb2/)
    expect(text).not.toMatch(/[\u200b-\u200f\u2060\ufeff\u00ad]/)
  })

  it('names no time that depends on when it is read', () => {
    expect(text).not.toMatch(relativeTimes[language])
  })
})

/** The words that stand first, so that who reads no more knows how bad it is. */
const levelWords: Record<Level, Record<Language, RegExp>> = {
  prepare: { en: /^(?:PREPARE|AFTER THE FLOOD|FLOOD DRILL)\b/, lo: /^(?:ກຽມ|ຫຼັງນ້ຳຖ້ວມ|ຊ້ອມ)/ },
  watch: { en: /^[A-Z ]*WATCH\b/, lo: /^ເຝົ້າລະວັງ/ },
  warning: { en: /^[A-Z ]*(?:WARNING|UPDATE)\b/, lo: /^(?:ເຕືອນໄພ|ນ້ຳຖ້ວມ:)/ },
  evacuate: { en: /^(?:EVACUATE NOW|FLOOD UPDATE)\b/, lo: /^(?:ຍົກຍ້າຍດ່ວນ|ນ້ຳຖ້ວມ:)/ },
  'all-clear': { en: /^ALL CLEAR\b/, lo: /^ພົ້ນອັນຕະລາຍ/ },
  cancel: { en: /^CANCELLED\b/, lo: /^ຍົກເລີກ/ },
}

const shown = templates.flatMap((template) =>
  languages.flatMap((language) => modes.map((mode) => [template.id, language, mode, template] as const)),
)

describe.each(shown)('the template %s in %s as %s', (_id, language, mode, template) => {
  const { texts, scripts } = renderTemplate(template, longestSlots(template), stamp.number)
  const sms = fillText(renderTexts(texts, mode, stamp)[language] ?? '', longestVillage(language))
  const script = markScript(
    fillText(scripts[language], {
      ...valuesIn(longestSlots(template), language),
      ...longestVillage(language),
    }),
    language,
    mode,
  )
  const word = mode === 'actual' ? '' : modeWords[mode][language]

  it('begins with its level, after the word of a drill', () => {
    const begun = word === '' ? sms : sms.slice(`${word}: `.length)

    for (const level of template.levels) expect(begun).toMatch(levelWords[level][language])
  })

  it('carries the word of its mode at start and end, in SMS and script, and no other’s', () => {
    const isMarked = word !== ''
    expect(sms.startsWith(isMarked ? `${word}: ` : '') && sms.endsWith(isMarked ? ` ${word}` : '')).toBe(true)
    expect(script.startsWith(isMarked ? `${word}. ` : '')).toBe(true)
    expect(script.endsWith(isMarked ? ` ${word}.` : '')).toBe(true)
    for (const other of (['exercise', 'test'] as const).filter((one) => one !== mode)) {
      const marked = modeWords[other][language]
      expect(sms.startsWith(marked) || sms.endsWith(marked)).toBe(false)
      expect(script.startsWith(marked) || script.endsWith(`${marked}.`)).toBe(false)
    }
  })

  it('names every time with its day', () => {
    expect(sms.match(times)?.length).toBe(sms.match(absoluteTime)?.length)
  })
})
