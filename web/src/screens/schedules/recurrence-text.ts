import type { AnswerOf } from '../../api/routes.ts'
import type { Say } from '../../words/language.ts'
import { recurrenceWords } from '../../words/schedule-words.ts'

export type Schedule = AnswerOf<'GET /v1/schedules/{scheduleId}'>
export type Recurrence = Schedule['recurrence']

const two = (value: number): string => String(value).padStart(2, '0')

/** `22/12/2026` of `2026-12-22`. */
const dayText = (date: string): string => date.split('-').reverse().join('/')

/** When it runs, in words. */
export const recurrenceText = (say: Say, recurrence: Recurrence): string => {
  const { time } = recurrence
  switch (recurrence.type) {
    case 'once':
      return say(recurrenceWords.once, { date: dayText(recurrence.date), time })
    case 'yearly':
      return say(recurrenceWords.yearly, { day: two(recurrence.day), month: two(recurrence.month), time })
    case 'monthly':
      return say(recurrenceWords.monthly, { day: recurrence.day, time })
    case 'before-rains':
      return say(recurrenceWords['before-rains'], { days: recurrence.daysBefore, time })
    default:
      return recurrence satisfies never
  }
}
