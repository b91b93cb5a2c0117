import { foldLaoSpelling } from './text-offers.ts'
import { districts } from './laos-districts.ts'
import type { Level } from './level.ts'
import { places, rivers } from './named-places.ts'
import type { Language } from './village.ts'

/** The five things that make a warning be believed and followed; research on warnings agrees on them. */
export const contentParts = ['source', 'hazard', 'place', 'action', 'time'] as const
type ContentPart = (typeof contentParts)[number]

/** What a text says, and what it leaves out of that which its level asks for. */
type ContentCheck = { there: ContentPart[]; missing: ContentPart[] }

type Words = Readonly<Record<ContentPart, RegExp>>

/** Lao words unreviewed: a word that is not known here makes a part look missing, never the other way round. */
const words: Readonly<Record<Language, Words>> = {
  en: {
    source: /\b(?:district|province|provincial|committee|office|department|ministry|village head)\b/i,
    hazard: /flood|landslide|\bdam\b|storm|rain|lightning|danger|by mistake|river (?:is )?rising/i,
    place: /\{(?:village|safePlace)\}|\b(?:village|district|ban|river|town|bank|school|temple|hill)\b/i,
    action:
      /\b(?:go|leave|move|bring|stay|prepare|get ready|evacuate|boil|tell|meet|help|watch|test|check|do not|call|keep|take)\b/i,
    time: /\b\d{1,2}[/.]\d{1,2}\b|\b\d{1,2}:\d{2}\b|\b(?:now|today|tonight|tomorrow|at once|this (?:morning|evening))\b/i,
  },
  lo: {
    source: /ເມືອງ|ແຂວງ|ຄະນະກຳມະການ|ຫ້ອງການ|ພະແນກ|ກະຊວງ|ນາຍບ້ານ/,
    hazard: /ນ້ຳຖ້ວມ|ຖ້ວມ|ດິນເຈື່ອນ|ເຂື່ອນ|ພາຍຸ|ຝົນ|ຟ້າຜ່າ|ອັນຕະລາຍ|ສົ່ງຜິດ/,
    place: /\{(?:village|safePlace)\}|ບ້ານ[^.,:\s]|ເມືອງ|ແຂວງ|ແຄມ|ໂຮງຮຽນ|ວັດ|ພູ/,
    action: /ຍົກຍ້າຍ|ຍ້າຍ|ກຽມ|ໄປ |ໄປ\{|ຢູ່|ຢ່າ|ບອກ|ຊ່ວຍ|ກັບບ້ານ|ຕົ້ມ|ເຕົ້າໂຮມ|ອອກຈາກ|ກວດ|ທົດລອງ|ມັດ|ລະວັງ/,
    time: /\d{1,2}[/.]\d{1,2}|\d{1,2}:\d{2}|ດຽວນີ້|ດ່ວນ|ມື້ນີ້|ມື້ອື່ນ|ຄືນນີ້|ຕອນ/,
  },
}

/** A cancel says nothing of a danger, and it holds at once. */
const requiredBy = (level: Level): readonly ContentPart[] =>
  level === 'cancel' ? ['source', 'place', 'action'] : contentParts

const namesIn: Readonly<Record<Language, readonly string[]>> = {
  en: [...rivers, ...places].map(({ name }) => name.en).concat(districts.map(({ nameEn }) => nameEn)),
  lo: [...rivers, ...places].map(({ name }) => name.lo).concat(districts.map(({ nameLo }) => nameLo)),
}

const says = (part: ContentPart, text: string, language: Language): boolean => {
  if (part === 'source' && text.includes('{office}')) return true
  return (
    words[language][part].test(text) ||
    // Short names are parts of common words.
    (part === 'place' && namesIn[language].some((name) => name.length > 3 && text.includes(name)))
  )
}

/**
 * Looks for source, hazard, place, action and time in a text without its stamp; `{slots}` of village and office count.
 * It reads words, not sense: what it misses is shown to the officer and hinders nothing.
 */
export const checkContent = (text: string, language: Language, level: Level): ContentCheck => {
  const plain = foldLaoSpelling(text)
  const there = contentParts.filter((part) => says(part, plain, language))
  return { there, missing: requiredBy(level).filter((part) => !there.includes(part)) }
}
