import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueNotices, type NoticedVersion } from '../../../../shared/domain/notices/due-notices.ts'
import { toIso } from '../../../../shared/clock.ts'
import { alertModes, reaches } from '../../../../shared/domain/alert.ts'
import { callListOpensAt } from '../../../../shared/domain/call-list.ts'
import { isDanger, levels } from '../../../../shared/domain/level.ts'

const rules = {
  notices: {
    againMinutes: 5,
    callAgainMinutes: 30,
    beforeExpiryMinutes: 60,
    notEndedHours: 6,
    notEndedTimes: 4,
  },
  calls: { proofMinutes: 10, night: { fromHour: 22, untilHour: 6 }, quietHours: undefined },
}
/** A noon in Laos. */
const at = Date.parse('2026-07-23T12:00:00+07:00') / 1000
const night = Date.parse('2026-07-23T23:00:00+07:00') / 1000
const hour = 3600
const step = (action: string, by = 'author', atSeconds = at) => ({
  action,
  by,
  atIso: toIso(atSeconds * 1000),
})

const version = (over: Partial<NoticedVersion> = {}): NoticedVersion => ({
  version: 1,
  state: 'draft',
  level: 'warning',
  mode: 'actual',
  lane: 'urgent',
  reaches: 'phones',
  areas: ['1308'],
  authors: new Set(['author']),
  expiresAtEpochSeconds: at + 24 * hour,
  history: [step('create')],
  ...over,
})
const submitted = version({ state: 'submitted', history: [step('create'), step('submit')] })
const issued = version({ state: 'completed', issuedAtEpochSeconds: at })

const isOfCalls = (notice: string): boolean => notice.includes('call')
const dueOf = (one: NoticedVersion, nowSeconds: number, versions = [one]) => {
  const { due, nextAtEpochSeconds } = dueNotices(one, versions, rules, nowSeconds)
  return { due: due.map(({ kind, ordinal }) => `${kind} ${ordinal}`), next: nextAtEpochSeconds }
}

describe('what waits for approval', () => {
  it('is told at once, and again after five minutes', () => {
    expect(dueOf(submitted, at)).toEqual({ due: ['submitted 1'], next: at + 300 })
    expect(dueOf(submitted, at + 299).due).toEqual(['submitted 1'])
    expect(dueOf(submitted, at + 300)).toEqual({ due: ['still-waiting 1'], next: undefined })
  })

  it('is another notice when it is submitted anew', () => {
    const anew = {
      ...submitted,
      history: [...submitted.history, step('return', 'x'), step('submit', 'author', at + 60)],
    }

    expect(dueOf(anew, at + 60)).toEqual({ due: ['submitted 3'], next: at + 360 })
  })

  it.each(['draft', 'approved', 'dispatching', 'rejected', 'expired'] as const)(
    'is told no more once it is %s',
    (state) => {
      expect(dueOf({ ...submitted, state }, at + 300)).toEqual({ due: [], next: undefined })
    },
  )

  it('is not told when its time is over', () => {
    expect(dueOf(submitted, submitted.expiresAtEpochSeconds).due).toEqual([])
  })
})

describe('what was sent back', () => {
  it.each([
    ['return', 'returned'],
    ['reject', 'rejected'],
  ])('by %s is told to its authors as %s', (action, kind) => {
    const back = version({ history: [step('create'), step('submit'), step(action, 'second')] })

    const { due } = dueNotices(back, [back], rules, at)

    expect(due).toEqual([{ kind, ordinal: 2, by: ['author'] }])
  })

  it('by its only author is told to nobody', () => {
    const back = version({ history: [step('submit'), step('return')] })

    expect(dueOf(back, at).due).toEqual([])
  })

  it('is told no more once it is edited, nor a day later', () => {
    const back = version({ history: [step('submit'), step('return', 'second')] })

    expect(dueOf({ ...back, history: [...back.history, step('edit')] }, at).due).toEqual([])
    expect(dueOf(back, at + 24 * hour).due).toEqual([])
  })
})

describe('what one officer issued alone', () => {
  it('is told at once, until a day has passed', () => {
    const alone = version({
      mode: 'exercise',
      issuedAtEpochSeconds: at,
      state: 'dispatching',
      history: [step('create'), step('break-glass')],
    })

    expect(dueOf(alone, at).due).toEqual(['glass-broken 1'])
    expect(dueOf(alone, at + 24 * hour).due).toEqual([])
  })
})

describe('an actual warning', () => {
  const end = issued.expiresAtEpochSeconds

  it('is told an hour before its end, then at its end and every six hours, four times', () => {
    expect(dueOf(issued, at + 2 * hour)).toEqual({ due: ['still-to-call 0'], next: end - hour })
    expect(dueOf(issued, end - hour)).toEqual({ due: ['still-to-call 0', 'expiring 0'], next: end })
    expect(dueOf(issued, end)).toEqual({ due: ['not-ended 0'], next: end + 6 * hour })
    expect(dueOf(issued, end + 18 * hour)).toEqual({ due: ['not-ended 3'], next: undefined })
    expect(dueOf(issued, end + 24 * hour)).toEqual({ due: [], next: undefined })
  })

  it('leaves out reminders that nobody sent in their time', () => {
    expect(dueOf(issued, end + 13 * hour).due).toEqual(['not-ended 2'])
  })

  it('that was issued for less than an hour is not told before its end', () => {
    const short = { ...issued, expiresAtEpochSeconds: at + hour }

    expect(dueOf(short, at + 1).due).toEqual([])
    expect(dueOf(short, at + hour).due).toEqual(['not-ended 0'])
  })

  it.each([
    ['a drill', { mode: 'exercise' }],
    ['a preparedness message', { lane: 'routine' }],
    ['an all-clear', { level: 'all-clear' }],
    ['a cancel', { level: 'cancel' }],
  ] as const)('is told so, but not %s', (_name, over) => {
    expect(dueOf({ ...issued, ...over }, end)).toEqual({ due: [], next: undefined })
  })

  it.each(['all-clear', 'cancel', 'warning'] as const)(
    'is told no more once a later %s went out',
    (level) => {
      const later = { ...issued, version: 2, level, issuedAtEpochSeconds: at + hour }

      expect(dueOf(issued, end, [issued, later]).due).toEqual([])
    },
  )

  it('is told while what would end it is a draft', () => {
    const draft = version({ version: 2, level: 'all-clear' })

    expect(dueOf(issued, end, [issued, draft]).due).toEqual(['not-ended 0'])
  })

  it('is told of what is left where an all-clear named a part of its areas', () => {
    const both = { ...issued, areas: ['1308', '1309'] }
    const part = { ...issued, version: 2, level: 'all-clear' as const, areas: ['1308'] }

    expect(dueOf(both, end, [both, part]).due).toEqual(['not-ended 0'])
  })

  it('names who wrote, approved and issued it', () => {
    const known = { ...issued, approval: { by: 'second' }, history: [step('issue-alone', 'third')] }

    expect(dueNotices(known, [known], rules, end).due[0]?.by).toEqual(['author', 'second', 'third'])
  })
})

describe('that villages must be called', () => {
  it('is told when the call list opens, and once more half an hour later', () => {
    const drill = { ...issued, mode: 'exercise' as const }

    expect(dueOf(drill, at)).toEqual({ due: [], next: at + 600 })
    expect(dueOf(drill, at + 599).due).toEqual([])
    expect(dueOf(drill, at + 600)).toEqual({ due: ['call-villages 0'], next: at + 2400 })
    expect(dueOf(drill, at + 2399).due).toEqual(['call-villages 0'])
    expect(dueOf(drill, at + 2400)).toEqual({ due: ['still-to-call 0'], next: undefined })
    expect(dueOf(drill, drill.expiresAtEpochSeconds).due).toEqual([])
  })

  it('is told at its issue at night', () => {
    const atNight = { ...issued, issuedAtEpochSeconds: night }

    expect(dueOf(atNight, night)).toEqual({ due: ['call-villages 0'], next: night + 1800 })
  })

  it('names who had a part in it', () => {
    const known = { ...issued, approval: { by: 'second' } }

    expect(dueNotices(known, [known], rules, at + 600).due[0]?.by).toEqual(['author', 'second'])
  })

  const anyIssued = fc.record({
    level: fc.constantFrom(...levels),
    mode: fc.constantFrom(...alertModes),
    lane: fc.constantFrom('urgent' as const, 'routine' as const),
    reaches: fc.constantFrom(...reaches),
    state: fc.constantFrom('dispatching' as const, 'completed' as const, 'stopped' as const),
    issuedAtEpochSeconds: fc.integer({ min: at, max: at + 24 * hour }),
    holdsSeconds: fc.integer({ min: 60, max: 48 * hour }),
  })

  it('is told of every danger that phones get and that is not stopped, from the moment that its call list opens until its end', () => {
    fc.assert(
      fc.property(anyIssued, fc.integer({ min: 0, max: 50 * hour }), ({ holdsSeconds, ...given }, after) => {
        const now = given.issuedAtEpochSeconds + after
        const one = version({ ...given, expiresAtEpochSeconds: given.issuedAtEpochSeconds + holdsSeconds })
        const isMeant =
          isDanger(one.level) &&
          one.lane === 'urgent' &&
          one.state !== 'stopped' &&
          (one.mode === 'actual' || one.reaches === 'phones')
        const opensAt = callListOpensAt(given, rules.calls)
        const holds = isMeant && now >= opensAt && now < one.expiresAtEpochSeconds

        const told = dueOf(one, now).due.filter(isOfCalls)

        const which = now < opensAt + 1800 ? 'call-villages 0' : 'still-to-call 0'
        expect(told).toEqual(holds ? [which] : [])
      }),
    )
  })

  it('is looked for again until both were due, however the looks fall', () => {
    fc.assert(
      fc.property(anyIssued, fc.array(fc.nat(1200), { maxLength: 5 }), (given, lates) => {
        const one = version({ ...given, level: 'warning', lane: 'urgent', state: 'completed' })
        const phones = { ...one, reaches: 'phones' as const, expiresAtEpochSeconds: at + 90 * hour }
        const seen = new Set<string>()
        let now: number | undefined = given.issuedAtEpochSeconds
        for (const late of [...lates, 0, 0, 0, 0, 0, 0, 0, 0]) {
          if (now === undefined) break
          const { due, next } = dueOf(phones, now + late)
          for (const notice of due.filter(isOfCalls)) seen.add(notice)
          now = next
        }

        expect([...seen]).toEqual(['call-villages 0', 'still-to-call 0'])
      }),
    )
  })

  it.each(['all-clear', 'cancel', 'warning'] as const)(
    'is told no more once a later %s went out',
    (level) => {
      const later = { ...issued, version: 2, level, issuedAtEpochSeconds: at + 300 }

      expect(dueOf(issued, at + 600, [issued, later])).toEqual({ due: [], next: undefined })
    },
  )

  it('is told of an update by a clock of its own', () => {
    const update = { ...issued, version: 2, issuedAtEpochSeconds: at + 300 }

    expect(dueOf(update, at + 600, [issued, update]).due).toEqual([])
    expect(dueOf(update, at + 900, [issued, update]).due).toEqual(['call-villages 0'])
  })

  it('is told of what is left where an all-clear named a part of its areas', () => {
    const both = { ...issued, state: 'superseded' as const, areas: ['1308', '1309'] }
    const part = { ...issued, version: 2, level: 'all-clear' as const, areas: ['1308'] }

    expect(dueOf(both, at + 600, [both, part]).due).toEqual(['call-villages 0'])
  })
})
