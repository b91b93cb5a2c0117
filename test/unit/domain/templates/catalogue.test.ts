import { describe, expect, it } from 'vitest'
import { maxPartsPerSms, type AlertMode } from '../../../../shared/domain/alert.ts'
import { checkContent } from '../../../../shared/domain/check-content.ts'
import { markScript } from '../../../../shared/domain/loudspeaker-script.ts'
import { renderTexts } from '../../../../shared/domain/render-text.ts'
import { countSmsParts } from '../../../../shared/domain/sms-parts.ts'
import { templates } from '../../../../shared/domain/templates/catalogue.ts'
import { fillText } from '../../../../shared/domain/templates/read-slots.ts'
import { renderTemplate } from '../../../../shared/domain/templates/render-template.ts'
import { slotsIn, villageSlots, type Template } from '../../../../shared/domain/templates/template.ts'
import { offerShorterSpelling } from '../../../../shared/domain/text-offers.ts'
import { languages, type Language } from '../../../../shared/domain/village.ts'
import { longestSlots, longestVillage } from './longest-values.ts'

const stamp = { number: 9999, version: 99, issuedAtMs: Date.parse('2026-07-23T12:00:00+07:00') }
const cases = templates.flatMap((template) =>
  languages.map((language) => [template.id, language, template] as const),
)

/** A text as a phone shows it, with the longest of everything. */
const render = (template: Template, language: Language, mode: AlertMode): string => {
  const { texts } = renderTemplate(template, longestSlots(template), stamp.number)
  return fillText(renderTexts(texts, mode, stamp)[language] ?? '', longestVillage(language))
}

const wholeOf = (template: Template, language: Language): string => {
  const { first, rest, script } = template.wordings[language]
  return `${first} ${rest} ${script}`
}

const firstPartUnits = { 'GSM-7': 153, 'UCS-2': 67 } as const
const abbreviations = /\b(?:UXO|DDMC|VDMC|DMH|NDMO|CDMC|PONRE|MoLSW|asap|approx)\b|ສປປ|ຄກກ/

describe.each(cases)('the template %s in %s', (_id, language, template) => {
  const { first, rest, script, review } = template.wordings[language]

  it('has no slot left open when everything is filled in', () => {
    expect([...slotsIn(render(template, language, 'exercise'))]).toEqual([])
  })

  it('uses no slot that is neither declared nor filled in by Siang', () => {
    const known = new Set([...Object.keys(template.slots), ...villageSlots, 'number'])

    expect([...slotsIn(wholeOf(template, language))].filter((slot) => !known.has(slot))).toEqual([])
  })

  it('has its beginning in the first part of the SMS', () => {
    const { texts } = renderTemplate(template, longestSlots(template), 999)
    const values = Object.fromEntries(
      Object.entries(longestSlots(template)).map(([slot, text]) => [slot, text[language]]),
    )
    const beginning = fillText(first, { ...values, ...longestVillage(language), number: '999' })

    expect(texts[language].startsWith(fillText(first, { ...values, number: '999' }))).toBe(true)
    const { encoding, units } = countSmsParts(beginning)
    expect(units).toBeLessThanOrEqual(firstPartUnits[encoding])
  })

  it('takes no more parts than its level allows', () => {
    const isOrder = template.levels.every((level) => level === 'evacuate')
    const most = isOrder ? 2 : maxPartsPerSms

    const partsAs = (mode: AlertMode): number => countSmsParts(render(template, language, mode)).parts

    expect(partsAs('actual')).toBeLessThanOrEqual(most)
    expect(partsAs('exercise')).toBeLessThanOrEqual(maxPartsPerSms)
  })

  it('says who speaks, of what, where, what to do and when, as far as its level asks', () => {
    const { texts } = renderTemplate(template, longestSlots(template), 999)

    for (const level of template.levels) {
      expect(checkContent(texts[language], language, level).missing).toEqual([])
    }
  })

  it('holds no link, no question for a reply, no abbreviation and no Lao digit', () => {
    const whole = wholeOf(template, language)

    expect(whole).not.toMatch(/https?:|www\.|\.(?:la|com|org)\b/i)
    expect(whole).not.toMatch(/\breply\b|\banswer\b|ຕອບ/i)
    expect(whole).not.toMatch(abbreviations)
    expect(whole).not.toMatch(/[\u0ed0-\u0ed9\u200b]/)
  })

  it('is written in the cheapest spelling and in its own letters', () => {
    expect(offerShorterSpelling(`${first} ${rest}`).offers).toEqual([])
    expect(first).toBe(first.normalize('NFC'))
    expect(countSmsParts(`${first} ${rest}`).encoding).toBe(language === 'en' ? 'GSM-7' : 'UCS-2')
  })

  it('has a script that names the village and the office, and the mode at start and end', () => {
    expect(slotsIn(script)).toContain('village')
    expect(slotsIn(script)).toContain('office')
    const marked = markScript(script, language, 'exercise')
    const word = language === 'en' ? 'EXERCISE' : 'ຝຶກຊ້ອມ'
    expect(marked.startsWith(word)).toBe(true)
    expect(marked.endsWith(`${word}.`)).toBe(true)
  })

  it('names the desk’s number, and who approved it when, or nobody', () => {
    expect(slotsIn(rest)).toContain('desk')
    expect(review === null ? 'nobody' : `${review.by} ${review.on}`).toMatch(/^nobody$|.+ \d{4}-\d{2}-\d{2}$/)
  })
})

/** What people are told to save, to leave or to keep away from. What one language names, the other names too. */
const things: Record<string, Record<Language, RegExp>> = {
  rice: { en: /\brice\b/i, lo: /ຂົນເຂົ້າ|, ເຂົ້າ,|ເຂົ້າສານ/ },
  animals: { en: /\banimals\b/i, lo: /ສັດ/ },
  boats: { en: /\bboats\b/i, lo: /ເຮືອ(?!ນ)/ },
  papers: { en: /\bpapers\b/i, lo: /ເອກະສານ/ },
  children: { en: /\bchildren\b/i, lo: /ເດັກ/ },
  'disabled people': { en: /\bdisabled\b/i, lo: /ພິການ/ },
  loudspeaker: { en: /\bloudspeaker\b/i, lo: /ໂທລະໂຄ່ງ/ },
  streams: { en: /\bstreams?\b/i, lo: /ຫ້ວຍ/ },
  bombs: { en: /\bbombs\b/i, lo: /ລະເບີດ/ },
  metal: { en: /\bmetal\b/i, lo: /ເຫຼັກ/ },
  trees: { en: /\btrees\b/i, lo: /ຕົ້ນໄມ້/ },
  roofs: { en: /\broofs\b/i, lo: /ຫຼັງຄາ/ },
  practice: { en: /\bpractice\b/i, lo: /ການຝຶກຊ້ອມ/ },
  'a strong house': { en: /\bstrong house\b/i, lo: /ແໜ້ນໜາ/ },
  'how fast the water comes': { en: /\bwater comes fast\b/i, lo: /ນ້ຳມາໄວ/ },
}
const namedIn = (text: string, language: Language): string[] =>
  Object.keys(things).filter((thing) => things[thing]?.[language].test(text))

describe('the catalogue of templates', () => {
  it('gives each template an id of its own', () => {
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length)
  })

  it.each(templates.map((template) => [template.id, template] as const))(
    '%s asks for the same in both languages',
    (_id, template) => {
      const slotsOf = (language: Language): string[] => [...slotsIn(wholeOf(template, language))].toSorted()

      expect(slotsOf('lo')).toEqual(slotsOf('en'))
      expect(slotsOf('en')).toEqual(expect.arrayContaining(Object.keys(template.slots)))
    },
  )

  it.each(templates.map((template) => [template.id, template] as const))(
    '%s names the same things in both languages, as SMS and over the loudspeaker',
    (_id, { wordings: { en, lo } }) => {
      expect(namedIn(`${lo.first} ${lo.rest}`, 'lo')).toEqual(namedIn(`${en.first} ${en.rest}`, 'en'))
      expect(namedIn(lo.script, 'lo')).toEqual(namedIn(en.script, 'en'))
    },
  )

  it('never says that there is no danger when it takes a message back', () => {
    const cancels = templates.filter(({ levels }) => levels.includes('cancel'))

    expect(cancels).toHaveLength(1)
    for (const template of cancels) {
      for (const language of languages) {
        expect(wholeOf(template, language)).not.toMatch(/no (?:flood|danger)|safe|ບໍ່ມີ|ປອດໄພ/i)
        expect(wholeOf(template, language)).toContain('{number}')
      }
    }
  })

  it('names village, daylight, water and bombs when the danger is over', () => {
    const [allClear] = templates.filter(({ levels }) => levels.includes('all-clear'))

    expect(allClear?.wordings.en.first).toMatch(/\{village\}.*daylight/)
    expect(allClear?.wordings.en.rest).toMatch(/water.*unexploded bombs/)
    expect(allClear?.wordings.lo.first).toMatch(/\{village\}.*ກາງເວັນ/)
    expect(allClear?.wordings.lo.rest).toMatch(/ນ້ຳດື່ມ.*ລະເບີດ/)
  })

  it('says where to go whenever it says to leave', () => {
    for (const template of templates.filter(({ levels }) => levels.includes('evacuate'))) {
      for (const language of languages) expect(template.wordings[language].first).toContain('{safePlace}')
    }
  })

  it('keeps practice apart: what is made for drills is never actual', () => {
    const drills = templates.filter(({ id }) => id.includes('drill'))

    expect(drills.map(({ modes }) => [...modes])).toEqual([['exercise', 'test']])
  })
})
