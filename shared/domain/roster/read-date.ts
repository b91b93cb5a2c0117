import { cleanText, foldLaoDigits } from '../lao-text.ts'
import { ok, refused, type Reading } from './reading.ts'

/**
 * A day that lies behind us, as yyyy-mm-dd. Understood are the day first (31/05/2026, with slashes, dashes or
 * points) and ISO, in digits of both scripts; a time after the day is left out.
 */
export function readDate(text: string, todayIso: string): Reading<string> {
  const written = foldLaoDigits(cleanText(text.slice(0, 100))).replace(/^'/, '')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(written)
  if (iso !== null) return checkDate(iso[1], iso[2], iso[3], todayIso)
  const dayFirst = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?: .*)?$/.exec(written)
  if (dayFirst !== null) return checkDate(dayFirst[4], dayFirst[3], dayFirst[1], todayIso)
  if (/^\d{1,2}([/.-])\d{1,2}\1\d{2}$/.test(written)) return refused('date-short-year')
  return refused(/^\d{5}(?:[.,]\d+)?$/.test(written) ? 'date-serial-number' : 'date-malformed')
}

/** The date with day and month exchanged, where that is a day too: what a month-first spreadsheet makes of it. */
export function withDayAndMonthSwapped(dateIso: string): string {
  const [year = '', month = '', day = ''] = dateIso.split('-')
  return `${year}-${day}-${month}`
}

function checkDate(year = '', month = '', day = '', todayIso = ''): Reading<string> {
  const numericYear = Number(year)
  if (numericYear >= 2500 && numericYear <= 2600) return refused('date-buddhist-year')
  if (numericYear < 2000) return refused('date-too-old')
  const date = new Date(Date.UTC(numericYear, Number(month) - 1, Number(day)))
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  if (!isReal) return refused('date-impossible')
  const dateIso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return dateIso > todayIso.slice(0, 10) ? refused('date-future') : ok(dateIso)
}
