import { slotWords } from './slot-words.ts'

/** A text in which what each village has of its own is named in words, in brackets, where its slot’s id stands in braces. */
export const slotsInWords = (text: string, language: 'lo' | 'en'): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, slot: string) => `[${slotWords[slot]?.[language] ?? slot}]`)
