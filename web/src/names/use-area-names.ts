import { areaName } from './area-name.ts'
import { useSignal } from '../signal.ts'
import { chosenLanguage } from '../words/language.ts'
import { villageName } from './village-name.ts'
import { useVillageNames } from '../api/use-villages.ts'

const isVillage = (code: string): boolean => code.length === 7

/** Says areas by name, `Phondeng, Nonhai +3`: what villages among them are called is asked for. */
export const useAreaNames = (
  areas: readonly string[],
): ((codes: readonly string[], most?: number) => string) => {
  const language = useSignal(chosenLanguage)
  const find = useVillageNames(areas.filter(isVillage))
  const nameOf = (code: string): string =>
    isVillage(code) ? villageName(find(code), code, language) : areaName(code, language)
  return (codes, most = codes.length) => {
    const names = codes.slice(0, most).map(nameOf).join(', ')
    return codes.length > most ? `${names} +${codes.length - most}` : names
  }
}
