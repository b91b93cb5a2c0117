import type { KnownVillage } from '../api/use-villages.ts'
import type { ConsoleLanguage } from '../words/language.ts'

/** A village's name in the language of the screen, or the other one; its code until the roster is there. */
export const villageName = (
  village: Pick<KnownVillage, 'nameLo' | 'nameEn'> | undefined,
  code: string,
  language: ConsoleLanguage,
): string => {
  const [own, other] =
    language === 'lo' ? [village?.nameLo, village?.nameEn] : [village?.nameEn, village?.nameLo]
  return own || other || code
}
