import type { Me } from '../../sign-in/me.ts'

/**
 * The area at which a person's roster begins: their district or province where all their areas lie in one, else
 * undefined, the country.
 */
export const firstArea = (areas: Me['areas']): string | undefined => {
  const common = (digits: number): string | undefined => {
    const [first, ...others] = [...new Set(areas.map((area) => area.slice(0, digits)))]
    return others.length === 0 && first?.length === digits && first !== 'LA' ? first : undefined
  }
  return common(4) ?? common(2)
}
