/** Browsers have no Lao locale data and would answer in English: dates are written by hand, in the time of Laos. */
const inLaos = (iso: string): Date => new Date(Date.parse(iso) + 7 * 3_600_000)

const two = (value: number): string => String(value).padStart(2, '0')

/** `22/11 03:05`, in the time of Laos. */
export const shortTime = (iso: string): string => {
  const date = inLaos(iso)
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
}

/** `22/11/2026 03:05`, in the time of Laos. */
export const fullTime = (iso: string): string => {
  const [day = '', clock = ''] = shortTime(iso).split(' ')
  return `${day}/${inLaos(iso).getUTCFullYear()} ${clock}`
}

/** `1,135`: digits 0–9 with commas, as Lao writes numbers too. */
export const wholeNumber = (value: number): string =>
  String(Math.round(value)).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')
