/** The month so many months away from one, both as yyyy-mm. */
export const monthAway = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** `11/2026`, as months are written in Laos. */
export const readableMonth = (month: string): string => month.split('-').reverse().join('/')

/** `USD 12.50`: money to the cent, single prices further. */
export const usd = (amount: number, digits = 2): string => {
  const [whole = '0', cents] = Math.abs(amount).toFixed(digits).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${amount < 0 ? '−' : ''}USD ${grouped}.${cents ?? '00'}`
}

/** Digits alone, grouped or not; empty takes the limit away. Undefined where it is no figure. */
export const partsOf = (text: string): number | null | undefined => {
  const digits = text.replaceAll(/[\s,.]/g, '')
  if (digits === '') return null
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}
