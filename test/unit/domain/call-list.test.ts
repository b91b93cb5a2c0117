import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byCallOrder,
  callListOpensAt,
  callOrder,
  callReasons,
  hasNumberToCall,
  isIssuedAtNight,
  lastOutcomes,
  reasonToCall,
  type CallNeed,
  type CallRank,
} from '../../../shared/domain/call-list.ts'
import { alertModes } from '../../../shared/domain/alert.ts'
import { coverages } from '../../../shared/domain/coverage.ts'
import { isMeantFor } from '../../../shared/domain/is-meant-for.ts'
import { levels } from '../../../shared/domain/level.ts'
import { buildMember } from '../../support/builders.ts'

const rules = { proofMinutes: 10, night: { fromHour: 22, untilHour: 6 }, quietHours: undefined }
const at = (time: string): number => Date.parse(`2026-07-23T${time}:00+07:00`) / 1000

const need = (over: Partial<CallNeed> = {}): CallNeed => ({
  coverage: 'handed-over',
  hasPhone: true,
  isOpen: false,
  isNightWarning: false,
  ...over,
})
const anyNeed = fc.record({
  coverage: fc.constantFrom(...coverages),
  hasPhone: fc.boolean(),
  isOpen: fc.boolean(),
  isNightWarning: fc.boolean(),
})

describe('whether a village must be called', () => {
  it.each([
    ['an SMS that waits, while a proof may come', { coverage: 'waiting' }, undefined],
    ['an SMS that waits when nobody waits for a proof', { coverage: 'waiting', isOpen: true }, 'call'],
    ['no proof, while one may come', {}, undefined],
    ['no proof when nobody waits for one', { isOpen: true }, 'call'],
    ['a delivered SMS by day', { coverage: 'delivered', isOpen: true }, undefined],
    ['a delivered SMS at night', { coverage: 'delivered', isOpen: true, isNightWarning: true }, 'call'],
    ['phones that SMS do not reach, at once', { coverage: 'unreachable' }, 'call'],
    ['a fixed line alone, at once', { coverage: 'no-contact' }, 'call'],
    ['no number at all, at once', { coverage: 'no-contact', hasPhone: false }, 'send-someone'],
  ] as const)('%s', (_, over, expected) => {
    expect(reasonToCall(need(over))).toBe(expected)
  })

  it('never where it has acknowledged, and always where it needs help', () => {
    fc.assert(
      fc.property(anyNeed, (given) => {
        expect(reasonToCall({ ...given, coverage: 'acknowledged' })).toBeUndefined()
        expect(reasonToCall({ ...given, coverage: 'needs-help' })).toBe('needs-help')
      }),
    )
  })

  it('no later where nobody waits for a proof than where one may come', () => {
    fc.assert(
      fc.property(anyNeed, (given) => {
        const before = reasonToCall({ ...given, isOpen: false })

        const open = reasonToCall({ ...given, isOpen: true })
        expect(before ?? open).toBe(open)
      }),
    )
  })
})

const issued = (over: Partial<Parameters<typeof callListOpensAt>[0]> = {}) => ({
  level: 'warning' as const,
  lane: 'urgent' as const,
  mode: 'actual' as const,
  issuedAtEpochSeconds: at('12:00'),
  ...over,
})
const isAt = (time: string, fromHour: number, untilHour: number) =>
  isIssuedAtNight(issued({ issuedAtEpochSeconds: at(time) }), { ...rules, night: { fromHour, untilHour } })

describe('what is issued at night', () => {
  it.each([
    ['21:59', false],
    ['22:00', true],
    ['23:30', true],
    ['00:00', true],
    ['05:59', true],
    ['06:00', false],
    ['12:00', false],
  ] as const)('at %s in Laos: %s', (time, expected) => {
    expect(isAt(time, 22, 6)).toBe(expected)
  })

  it('are warnings and evacuations alone, and nothing that was not issued', () => {
    const waking = levels.filter((level) =>
      isIssuedAtNight(issued({ level, issuedAtEpochSeconds: at('23:00') }), rules),
    )

    expect(waking).toEqual(['warning', 'evacuate'])
    expect(isIssuedAtNight({ ...issued(), issuedAtEpochSeconds: undefined }, rules)).toBe(false)
  })

  it('may be hours of one day, or none', () => {
    expect([isAt('02:00', 1, 5), isAt('05:00', 1, 5), isAt('12:00', 7, 7)]).toEqual([true, false, false])
  })

  it('is no drill that quiet hours hold until the morning', () => {
    const quiet = { ...rules, quietHours: { fromHour: 20, untilHour: 7 } }
    const drill = issued({ mode: 'exercise', issuedAtEpochSeconds: at('23:00') })

    expect([isIssuedAtNight(drill, rules), isIssuedAtNight(drill, quiet)]).toEqual([true, false])
    expect(isIssuedAtNight({ ...drill, mode: 'actual' }, quiet)).toBe(true)
  })
})

describe('when nobody waits for a proof any more', () => {
  const anyIssued = fc.record({
    level: fc.constantFrom(...levels),
    lane: fc.constantFrom('urgent' as const, 'routine' as const),
    mode: fc.constantFrom(...alertModes),
    issuedAtEpochSeconds: fc.integer({ min: at('00:00'), max: at('23:59') }),
  })

  it('is at once at night of warnings and evacuations, else ten minutes later', () => {
    fc.assert(
      fc.property(anyIssued, (version) => {
        const isAtOnce = isIssuedAtNight(version, rules)

        expect(callListOpensAt(version, rules) - version.issuedAtEpochSeconds).toBe(isAtOnce ? 0 : 600)
      }),
    )
  })

  it('is later of a drill by the quiet hours that come in between', () => {
    const quiet = { ...rules, quietHours: { fromHour: 20, untilHour: 7 } }
    const opensAt = (mode: 'actual' | 'exercise') =>
      callListOpensAt(issued({ mode, issuedAtEpochSeconds: at('19:54') }), quiet)

    expect(opensAt('exercise')).toBe(at('07:04') + 24 * 3600)
    expect(opensAt('actual')).toBe(at('20:04'))
  })

  it('is ten minutes after the quiet hours that held it, which hold no actual warning', () => {
    const quiet = { ...rules, quietHours: { fromHour: 20, untilHour: 7 } }
    const opens = (mode: 'actual' | 'exercise', time: string) =>
      callListOpensAt(issued({ mode, issuedAtEpochSeconds: at(time) }), quiet)

    expect(opens('exercise', '03:00')).toBe(at('07:10'))
    expect(opens('exercise', '12:00')).toBe(at('12:10'))
    expect(opens('actual', '03:00')).toBe(at('03:00'))
    expect(opens('actual', '21:00')).toBe(at('21:10'))
  })
})

const rank = (village: string, over: Partial<CallRank> = {}): CallRank => ({
  village,
  reason: 'call',
  exposure: 0,
  untouchedSinceEpochSeconds: 1000,
  ...over,
})

describe('the order of villages', () => {
  it('is help first, then where nobody can be called, then exposure, then the longest untouched, then code', () => {
    const ranks = [
      rank('7'),
      rank('6'),
      rank('5', { untouchedSinceEpochSeconds: 900 }),
      rank('4', { exposure: 1 }),
      rank('3', { exposure: 3, untouchedSinceEpochSeconds: 2000 }),
      rank('2', { reason: 'send-someone' }),
      rank('1', { reason: 'needs-help', untouchedSinceEpochSeconds: 5000 }),
    ]

    expect(ranks.toSorted(byCallOrder).map(({ village }) => village)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ])
  })

  it('puts no village above one that needs help more, whatever else it has', () => {
    const anyRank = fc.record({
      village: fc.stringMatching(/^\d{7}$/),
      reason: fc.constantFrom(...callReasons),
      exposure: fc.nat(3),
      untouchedSinceEpochSeconds: fc.nat(),
    })
    fc.assert(
      fc.property(fc.array(anyRank), (ranks) => {
        const places = ranks.toSorted(byCallOrder).map(({ reason }) => callReasons.indexOf(reason))

        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }),
    )
  })
})

const ids = (...call: Parameters<typeof callOrder>) => callOrder(...call).map(({ id }) => id)

describe('whom to call first', () => {
  const head = buildMember({ id: 'head' })
  const deputy = buildMember({ id: 'deputy', lastProvenReachableAtIso: '2026-07-20T08:00:00+07:00' })
  const teacher = buildMember({ id: 'teacher', lastProvenReachableAtIso: '2026-07-22T09:00:00+07:00' })
  const youth = buildMember({ id: 'youth', lastProvenReachableAtIso: '2026-07-22T23:00:00+07:00' })
  const failing = buildMember({
    id: 'failing',
    status: 'quarantined',
    lastProvenReachableAtIso: '2026-07-23T08:00:00+07:00',
  })
  const gone = buildMember({ id: 'gone', status: 'left' })
  const committee = [gone, failing, head, deputy, teacher, youth]

  it('is who was proven reachable on the latest day, then the committee’s order, then failing numbers', () => {
    expect(ids(committee)).toEqual(['teacher', 'youth', 'deputy', 'head', 'failing'])
  })

  it('passes on from who did not answer, and comes to wrong numbers last', () => {
    const outcomes = new Map([
      ['teacher', 'wrong-number'],
      ['youth', 'no-answer'],
      ['deputy', 'told'],
    ] as const)

    expect(ids(committee, outcomes)).toEqual(['deputy', 'head', 'youth', 'failing', 'teacher'])
  })

  it('goes by the last call to each, without those that were corrected', () => {
    const call = {
      version: 1,
      by: 'officer',
      calledAtEpochSeconds: 1,
      recordedAtEpochSeconds: 1,
      memberId: 'head',
    }

    const outcomes = lastOutcomes([
      { ...call, id: '1', outcome: 'no-answer' },
      { ...call, id: '2', outcome: 'told', calledAtEpochSeconds: 2 },
      { ...call, id: '3', outcome: 'wrong-number', memberId: 'deputy' },
      { ...call, id: '4', outcome: 'no-answer', memberId: 'deputy', corrects: '3' },
      { ...call, id: '5', outcome: 'told', memberId: undefined },
    ])

    expect([...outcomes]).toEqual([
      ['head', 'told'],
      ['deputy', 'no-answer'],
    ])
  })

  it('is nobody where all have left or have wrong numbers', () => {
    expect(hasNumberToCall([gone], new Map())).toBe(false)
    expect(hasNumberToCall([gone, head], new Map([['head', 'wrong-number']]))).toBe(false)
    expect(hasNumberToCall([failing], new Map([['failing', 'no-answer']]))).toBe(true)
  })
})

describe('whom a version is meant for', () => {
  it.each([
    [{ '1308': [] }, '1308001', true],
    [{ '1308': ['1308002'] }, '1308001', false],
    [{ '1308': ['1308001', '1308002'] }, '1308001', true],
    [{ '1309': [] }, '1308001', false],
  ])('%j and %s: %s', (districts, village, expected) => {
    expect(isMeantFor(districts, village)).toBe(expected)
  })
})
