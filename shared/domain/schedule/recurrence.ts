/**
 * When a schedule runs, in dates and times of Laos (UTC+7, no daylight saving). `date` is yyyy-mm-dd, `time` HH:MM.
 * A day that a month does not have is its last one. `before-rains` counts back from the day on which the rains begin
 * in the areas of the schedule.
 */
export type Recurrence =
  | { type: 'once'; date: string; time: string }
  | { type: 'yearly'; month: number; day: number; time: string }
  | { type: 'monthly'; day: number; time: string }
  | { type: 'before-rains'; daysBefore: number; time: string }

/** When the rains begin, as MM-DD: for the country, and for provinces (2 digits) where it is another day. */
export type RainsBegin = { standard: string; byProvince: Readonly<Record<string, string>> }

const laosAheadMs = 7 * 3_600_000

/** The day on which the rains begin first in any of these areas. */
export const rainsBeginIn = (areas: readonly string[], { standard, byProvince }: RainsBegin): string =>
  areas.map((area) => byProvince[area.slice(0, 2)] ?? standard).toSorted()[0] ?? standard

const partsOf = (text: string, separator: string): number[] => text.split(separator).map(Number)

/** Month from 1; days and months beyond the calendar run over, as they do in Date. */
const instantOf = (year: number, month: number, day: number, time: string): number => {
  const [hour = 0, minute = 0] = partsOf(time, ':')
  return Date.UTC(year, month - 1, day, hour, minute) - laosAheadMs
}

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const inMonth = (year: number, month: number, day: number, time: string): number =>
  instantOf(year, month, Math.min(day, lastDayOf(year, month)), time)

const years = [0, 1, 2]

/** Instants among which the next one lies, in order. */
const candidates = (recurrence: Recurrence, afterMs: number, rainsBegin: string): number[] => {
  const local = new Date(afterMs + laosAheadMs)
  const year = local.getUTCFullYear()
  const { time } = recurrence
  switch (recurrence.type) {
    case 'once': {
      const [of = 0, month = 1, day = 1] = partsOf(recurrence.date, '-')
      return [instantOf(of, month, day, time)]
    }
    case 'yearly':
      return years.map((ahead) => inMonth(year + ahead, recurrence.month, recurrence.day, time))
    case 'monthly':
      return [0, 1, 2].map((ahead) => {
        const month = local.getUTCMonth() + ahead
        return inMonth(year + Math.floor(month / 12), (month % 12) + 1, recurrence.day, time)
      })
    case 'before-rains': {
      const [month = 5, day = 1] = partsOf(rainsBegin, '-')
      return years.map((ahead) => instantOf(year + ahead, month, day - recurrence.daysBefore, time))
    }
    default:
      return recurrence satisfies never
  }
}

/** The first run after an instant (epoch ms); undefined where none follows. */
export const nextRunAfter = (
  recurrence: Recurrence,
  afterMs: number,
  rainsBegin: string,
): number | undefined => candidates(recurrence, afterMs, rainsBegin).find((candidate) => candidate > afterMs)

/** So many runs after an instant, or fewer where no more follow. */
export const nextRunsAfter = (
  recurrence: Recurrence,
  afterMs: number,
  rainsBegin: string,
  most: number,
): number[] => {
  const runs: number[] = []
  let next = nextRunAfter(recurrence, afterMs, rainsBegin)
  while (next !== undefined && runs.length < most) {
    runs.push(next)
    next = nextRunAfter(recurrence, next, rainsBegin)
  }
  return runs
}

/** Whether somebody has to say each season that the run is still wanted: a year is long enough to forget it. */
export const needsReconfirmation = ({ type }: Recurrence): boolean =>
  type === 'yearly' || type === 'before-rains'
