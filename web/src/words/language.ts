import type { Words } from '../../../shared/domain/wording.ts'
import { signal, useSignal } from '../signal.ts'
import { readStored, writeStored } from '../stored.ts'

/** What the console speaks. Lao first. */
const consoleLanguages = ['lo', 'en'] as const
export type ConsoleLanguage = (typeof consoleLanguages)[number]

/** A text in both languages; `{name}` stands for what is filled in. Lao wording is unreviewed. */
export type { Words }

/** The language of this device. The prerendered shell is Lao, so a chosen one is taken up after the first paint. */
export const chosenLanguage = signal<ConsoleLanguage>('lo')

export const chooseLanguage = (language: ConsoleLanguage): void => {
  chosenLanguage.set(language)
  writeStored('language', language)
  document.documentElement.lang = language
}

/** Takes up what was chosen on this device before. */
export const recallLanguage = (): void => {
  const stored = readStored('language')
  chooseLanguage(stored === 'en' ? 'en' : 'lo')
}

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot))

/** Says words in the language of the device: `const say = useWords()`, `say(homeWords.title)`. */
export const useWords = () => {
  const language = useSignal(chosenLanguage)
  return (words: Words, values: Readonly<Record<string, string | number>> = {}): string =>
    fill(words[language], values)
}
export type Say = ReturnType<typeof useWords>
