import { cleanText, foldLaoDigits } from '../lao-text.ts'
import { ok, refused, type Reading } from './reading.ts'

/**
 * A day that lies behind us, as yyyy-mm-dd. Understood are the day first (31/05/2026, with slashes, dashes or
 * points) and ISO, in digits of both scripts; a time after the day is left out.
 */
export function readDate(text: string, todayIso: string): Reading<string> {
  return checkDay(readDay(text), todayIso)
}

/** Any day of the calendar, whether somebody can have agreed on it or not. */
export function readDay(text: string): Reading<string> {
  const written = foldLaoDigits(cleanText(text.slice(0, 100))).replace(/^'/, '')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(written)
  if (iso !== null) return toDay(iso[1], iso[2], iso[3])
  const dayFirst = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?: .*)?$/.exec(written)
  if (dayFirst !== null) return toDay(dayFirst[4], dayFirst[3], dayFirst[1])
  if (/^\d{1,2}([/.-])\d{1,2}\1\d{2}$/.test(written)) return refused('date-short-year')
  return refused(/^\d{5}(?:[.,]\d+)?$/.test(written) ? 'date-serial-number' : 'date-malformed')
}

/** Refuses a day on which nobody can have agreed: to come, before 2000, of another calendar. */
export function checkDay(day: Reading<string>, todayIso: string): Reading<string> {
  if (day.outcome === 'refused') return day
  const year = Number(day.value.slice(0, 4))
  if (year >= 2500 && year <= 2600) return refused('date-buddhist-year')
  if (year < 2000) return refused('date-too-old')
  return day.value > todayIso.slice(0, 10) ? refused('date-future') : day
}

/** The date with day and month exchanged, where that is a day too: what a month-first spreadsheet makes of it. */
export function withDayAndMonthSwapped(dateIso: string): string {
  const [year = '', month = '', day = ''] = dateIso.split('-')
  return `${year}-${day}-${month}`
}

function toDay(year = '', month = '', day = ''): Reading<string> {
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return isReal ? ok(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) : refused('date-impossible')
}
