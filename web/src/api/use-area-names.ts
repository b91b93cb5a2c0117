import { areaName } from '../areas.ts'
import { useSignal } from '../signal.ts'
import { chosenLanguage } from '../words/language.ts'
import { villageName } from '../village-name.ts'
import { useVillages } from './use-villages.ts'

const isVillage = (code: string): boolean => code.length === 7

/** Says areas by name, `Phondeng, Nonhai +3`: villages by the roster of their districts, which is asked for. */
export const useAreaNames = (
  areas: readonly string[],
): ((codes: readonly string[], most?: number) => string) => {
  const language = useSignal(chosenLanguage)
  const find = useVillages([...new Set(areas.filter(isVillage).map((code) => code.slice(0, 4)))])
  const nameOf = (code: string): string =>
    isVillage(code) ? villageName(find(code), code, language) : areaName(code, language)
  return (codes, most = codes.length) => {
    const names = codes.slice(0, most).map(nameOf).join(', ')
    return codes.length > most ? `${names} +${codes.length - most}` : names
  }
}
