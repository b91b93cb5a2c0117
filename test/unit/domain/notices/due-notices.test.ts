import { describe, expect, it } from 'vitest'
import { dueNotices, type NoticedVersion } from '../../../../shared/domain/notices/due-notices.ts'
import { toIso } from '../../../../shared/clock.ts'

const rules = { againMinutes: 5, beforeExpiryMinutes: 60, notEndedHours: 6, notEndedTimes: 4 }
const at = 1_000_000
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
  areas: ['1308'],
  authors: new Set(['author']),
  expiresAtEpochSeconds: at + 24 * hour,
  history: [step('create')],
  ...over,
})
const submitted = version({ state: 'submitted', history: [step('create'), step('submit')] })
const issued = version({ state: 'completed', issuedAtEpochSeconds: at })

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
    expect(dueOf(issued, at)).toEqual({ due: [], next: end - hour })
    expect(dueOf(issued, end - hour)).toEqual({ due: ['expiring 0'], next: end })
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
