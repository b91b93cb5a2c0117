import { describe, expect, it } from 'vitest'
import { districtsInRows } from '../../../../shared/domain/roster/districts-in-rows.ts'
import { planRows, rosterRows, shortProblems, soundRow, villageOf } from '../../../support/roster-plans.ts'

const { village_code: _code, ...named } = { ...soundRow, district: 'ສາລະວັນ' }

describe('villages without a code', () => {
  it('are matched by district and name, and wait for confirmation', () => {
    const plan = planRows(rosterRows(named, { ...named, member_name: 'ແກ້ວ', phone: '77123456' }), [
      villageOf(),
    ])

    expect(plan.matches).toEqual([
      { rowNumber: 2, district: '1401', name: 'ໜອງປິງ', candidates: ['1401001'], confirmed: false },
    ])
    expect(plan.changes.map(({ code }) => code)).toEqual(['1401001'])
    expect(shortProblems(plan)).toEqual(['2 village_name_lo warning match-to-confirm'])
    expect(plan.applicable).toBe(false)
  })

  it('are applicable once confirmed', () => {
    const plan = planRows(rosterRows(named), [villageOf()], { confirmedMatches: { '2': '1401001' } })

    expect(plan.matches[0]?.confirmed).toBe(true)
    expect(shortProblems(plan)).toEqual([])
    expect(plan.applicable).toBe(true)
  })

  it('are found in other spellings, in English, and with the word for village, whose name then stays', () => {
    const spellings = [
      { village_name_lo: 'ບ້ານ ຫນອງປິງ' },
      { village_name_lo: 'Ban Nongping' },
      { village_name_lo: '', village_name_en: 'NONG PING' },
    ]

    for (const spelling of spellings) {
      const plan = planRows(rosterRows({ ...named, ...spelling }), [villageOf()])
      expect(plan.matches.map(({ candidates }) => candidates)).toEqual([['1401001']])
      expect(plan.changes.map(({ kind }) => kind)).toEqual(['unchanged'])
    }
  })

  it('are not planned where several have the name, until one is chosen', () => {
    const twins = [villageOf(), villageOf({ code: '1401002' })]

    const open = planRows(rosterRows(named), twins)
    const chosen = planRows(rosterRows(named), twins, { confirmedMatches: { '2': '1401002' } })

    expect(open.changes).toEqual([])
    expect(shortProblems(open)).toEqual(['2 village_name_lo warning match-several'])
    expect(open.applicable).toBe(false)
    expect(chosen.changes.map(({ code }) => code)).toEqual(['1401002'])
  })

  it('are refused on each row where the roster has no such village', () => {
    const plan = planRows(rosterRows(named, { ...named, member_name: 'ແກ້ວ', phone: '77123456' }), [
      villageOf({ code: '1402001' }),
      villageOf({ status: 'merged', mergedInto: '1402001' }),
    ])

    expect(shortProblems(plan)).toEqual([
      '2 village_name_lo error village-not-found',
      '3 village_name_lo error village-not-found',
    ])
  })

  it('are refused where a village was confirmed that is no candidate', () => {
    const plan = planRows(
      rosterRows(named),
      [villageOf(), villageOf({ code: '1401002', nameLo: 'ອື່ນ', nameEn: '' })],
      {
        confirmedMatches: { '2': '1401002' },
      },
    )

    expect(shortProblems(plan)).toEqual(['2 village_name_lo error match-not-a-candidate'])
    expect(plan.changes).toEqual([])
  })

  it('need a district that is told apart from others of its name', () => {
    const twins = [villageOf({ code: '0103001' }), villageOf({ code: '1701001' })]
    const inXaysettha = { ...named, district: 'ໄຊເສດຖາ' }

    expect(shortProblems(planRows(rosterRows(inXaysettha), twins))).toEqual([
      '2 district error district-ambiguous',
    ])
    expect(planRows(rosterRows(inXaysettha), twins.slice(1)).matches).toMatchObject([{ district: '1701' }])
    expect(planRows(rosterRows({ ...named, district: '103' }), twins).matches).toMatchObject([
      { district: '0103' },
    ])
  })

  it('need both a district and a name', () => {
    expect(shortProblems(planRows(rosterRows({ ...named, district: '' })))).toEqual([
      '2 village_code error village-missing',
    ])
    expect(shortProblems(planRows(rosterRows({ ...named, district: 'Atlantis' })))).toEqual([
      '2 district error district-unknown',
    ])
  })
})

describe('districtsInRows', () => {
  it('names every district whose villages a plan needs', () => {
    const rows = rosterRows(
      soundRow,
      { village_code: '102001' },
      { district: 'ໄຊເສດຖາ' },
      { village_code: 'x', district: 'y' },
    )

    expect(districtsInRows(rows)).toEqual(['0102', '0103', '1401', '1701'])
  })
})
