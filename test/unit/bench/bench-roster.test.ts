import { describe, expect, it } from 'vitest'
import { findDistrict } from '../../../shared/domain/laos-areas.ts'
import { parsePhoneNumber } from '../../../shared/domain/phone-number.ts'
import { createBenchRoster, nationalVillages, smallDistrict } from '../../bench/bench-roster.ts'

describe('the roster of the bench', () => {
  const roster = createBenchRoster(nationalVillages, 10)

  it('has as many villages as the country, each once, in its real districts', () => {
    const codes = new Set(roster.villages.map(({ code }) => code))

    expect(codes.size).toBe(nationalVillages)
    expect([...codes].filter((code) => findDistrict(code.slice(0, 4)) === undefined)).toEqual([])
    expect([...codes].filter((code) => code.startsWith(smallDistrict.code))).toHaveLength(30)
  })

  it('gives each person a mobile number of their own, which tells the village', () => {
    const people = roster.villages.flatMap(({ code, members }) =>
      members.map(({ phone }) => ({ code, phone })),
    )

    expect(new Set(people.map(({ phone }) => phone)).size).toBe(78_600)
    expect(people.filter(({ code, phone }) => roster.villageOf(phone) !== code)).toEqual([])
    const some = people.filter((_, index) => index % 997 === 0).map(({ phone }) => parsePhoneNumber(phone))
    expect(some.filter((reading) => reading.outcome !== 'ok' || reading.type === 'fixed')).toEqual([])
  })

  it('keeps districts at their size where it holds only some of the country', () => {
    const some = createBenchRoster(800, 5)

    expect(some.villages).toHaveLength(800)
    expect(some.villages.map(({ code }) => code)).toEqual(
      roster.villages.slice(0, 800).map(({ code }) => code),
    )
    expect(some.provinces).toEqual(['01', '02'])
  })
})
