import { describe, expect, it } from 'vitest'
import { ownWords, type TemplateView } from '../../../web/src/drafts/draft.ts'
import { findScheduleFaults } from '../../../web/src/screens/schedules/find-schedule-faults.ts'
import type { Schedule } from '../../../web/src/screens/schedules/recurrence-text.ts'
import {
  draftOfSchedule,
  emptySchedule,
  nextRuns,
  recurrenceOf,
  scheduleBodyOf,
} from '../../../web/src/screens/schedules/schedule-draft.ts'

const nowIso = '2026-11-22T03:05:00.000Z'
const nowMs = Date.parse(nowIso)

const template: TemplateView = {
  id: 'before-rains',
  version: 3,
  name: { en: 'Prepare', lo: 'ກຽມ' },
  kinds: ['preparedness'],
  hazards: ['river-flood'],
  levels: ['prepare'],
  modes: ['actual', 'exercise'],
  unreviewed: ['lo', 'en'],
  slots: [{ slot: 'by', type: 'time' }],
  wordings: [],
  rivers: [],
  places: [],
}

const stored: Schedule = {
  people: {},
  scheduleId: '0123456789abcdef0123456789abcdef',
  name: 'Rains',
  state: 'active',
  hazard: 'river-flood',
  mode: 'exercise',
  areas: ['1308'],
  audience: { exposures: [3] },
  texts: null,
  template: { id: 'before-rains', version: 2, slots: { by: { daysAfter: 14, time: '17:00' } } },
  recurrence: { type: 'monthly', day: 31, time: '09:00' },
  missed: { policy: 'skip', windowHours: 48 },
  validHours: 72,
  createdBy: 'me',
  createdAtIso: nowIso,
  responsible: 'me',
  nextRunAtIso: null,
  awaitsReconfirmation: false,
  reconfirmFromIso: null,
  etag: '1',
  history: [],
}

const say = (words: { en: string }): string => words.en
const faultIds = (changes: object): string[] =>
  findScheduleFaults({ ...draftOfSchedule(stored, nowIso), ...changes }, template, nowMs, say).map(
    ({ id }) => id,
  )

describe('a schedule that is being written', () => {
  it('is sent as it stood when nothing of it was changed, with the words that were read now', () => {
    const body = scheduleBodyOf(draftOfSchedule(stored, nowIso), template)

    expect(body).toEqual({
      name: 'Rains',
      hazard: 'river-flood',
      mode: 'exercise',
      areas: ['1308'],
      audience: { exposures: [3] },
      template: { id: 'before-rains', version: 3, slots: { by: { daysAfter: 14, time: '17:00' } } },
      recurrence: { type: 'monthly', day: 31, time: '09:00' },
      missed: { policy: 'skip', windowHours: 48 },
      validHours: 72,
    })
  })

  it('counts a time that stood still from the day of the run', () => {
    const fixed: Schedule = {
      ...stored,
      recurrence: { type: 'once', date: '2027-03-01', time: '09:00' },
      template: { id: 'before-rains', version: 3, slots: { by: '2027-03-15T18:30:00+07:00' } },
    }

    expect(draftOfSchedule(fixed, nowIso).times).toEqual({ by: { daysAfter: '14', time: '18:30' } })
  })

  it('says everything at once that it lacks', () => {
    const empty = emptySchedule(nowIso)

    expect(findScheduleFaults(empty, ownWords, nowMs, say).map(({ id }) => id)).toEqual([
      'name',
      'hazard',
      'areas',
      'date',
    ])
    expect(scheduleBodyOf(empty, ownWords)).toBeUndefined()
  })

  it('refuses numbers out of their limits, times that are missing, and a date that has passed', () => {
    expect(faultIds({ day: '32', validHours: '0', windowHours: '1.5' })).toEqual([
      'day',
      'window-hours',
      'valid-hours',
    ])
    expect(faultIds({ time: '' })).toEqual(['time'])
    expect(faultIds({ type: 'once', date: '2026-11-21' })).toEqual(['date'])
    expect(faultIds({ times: { by: { daysAfter: '171', time: '' } } })).toEqual(['slot-by', 'slot-by-time'])
    expect(faultIds({})).toEqual([])
  })

  it('shows its next runs in the time of Laos, where the month is short too', () => {
    const recurrence = recurrenceOf(draftOfSchedule(stored, nowIso))

    expect(recurrence).toEqual({ type: 'monthly', day: 31, time: '09:00' })
    expect(recurrence === undefined ? [] : nextRuns(recurrence, nowMs)).toEqual([
      '2026-11-30T02:00:00.000Z',
      '2026-12-31T02:00:00.000Z',
      '2027-01-31T02:00:00.000Z',
    ])
  })
})
