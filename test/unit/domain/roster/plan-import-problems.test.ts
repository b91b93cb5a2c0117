import { describe, expect, it } from 'vitest'
import type { RosterCells } from '../../../../shared/domain/roster/roster-columns.ts'
import {
  memberOf,
  planRows,
  rosterRows,
  shortProblems,
  soundRow,
  villageOf,
} from '../../../support/roster-plans.ts'

const problemsOf = (...rows: RosterCells[]): string[] => shortProblems(planRows(rosterRows(...rows)))

const leftOnes = (count: number, notes: string) =>
  Array.from({ length: count }, (_, index) =>
    memberOf({ id: `gone-${index}`, name: `ອອກ ${index}`, status: 'left', notes }),
  )

const committeeOf = (count: number) =>
  rosterRows(
    ...Array.from({ length: count }, (_, index) => ({
      ...soundRow,
      member_name: `ສະມາຊິກ ${index}`,
      phone: `0205500${String(index).padStart(4, '0')}`,
    })),
  )

describe('problems of single cells', () => {
  it.each<[RosterCells, string]>([
    [{ phone: '8.56E+12' }, 'phone error phone-scientific-notation'],
    [{ phone: '020 55 123 456 / 020 77 123 456' }, 'phone error phone-several-numbers'],
    [{ phone: '020 55' }, 'phone error phone-too-short'],
    [{ phone: '+66 81 234 5678' }, 'phone error phone-foreign'],
    [{ phone: '' }, 'phone error phone-missing'],
    [{ member_name: '' }, 'member_name error member-name-missing'],
    [{ member_name: '??? ????' }, 'member_name error text-lost'],
    [{ safe_place_lo: '\u00a1\u00a2\u00a3\u00a4\u00a5' }, 'safe_place_lo error text-legacy-font'],
    [{ safe_place_lo: 'Wat ????' }, 'safe_place_lo error text-lost'],
    [{ member_name: '#N/A' }, 'member_name error cell-formula-error'],
    [{ consented_on: '########' }, 'consented_on error cell-formula-error'],
    [{ duty: 'king' }, 'duty error duty-unknown'],
    [{ sex: 'x' }, 'sex error sex-unknown'],
    [{ language: 'fr' }, 'language error language-unknown'],
    [{ script: 'khom' }, 'script error script-unknown'],
    [{ status: 'asleep' }, 'status error status-unknown'],
    [{ consented_on: '31/02/2026' }, 'consented_on error date-impossible'],
    [{ consented_on: '22/11/2026' }, 'consented_on error date-future'],
    [{ member_order: 'first' }, 'member_order error member-order-malformed'],
    [{ member_id: 'Not An Id' }, 'member_id error member-id-malformed'],
    [{ exposure: '9' }, 'exposure error exposure-unknown'],
    [{ households: 'many' }, 'households error households-malformed'],
    [{ latitude: '105.8', longitude: '15.9' }, 'latitude error coordinates-swapped'],
    [{ latitude: '15.9' }, 'longitude error coordinate-alone'],
    [{ latitude: '15°', longitude: '105.8' }, 'latitude error coordinate-malformed'],
    [{ district: 'ໂພນທອງ' }, 'district error district-contradicts-code'],
    [{ village_code: '990100' }, 'village_code error village-code-uncertain'],
    [{ village_code: '101001' }, 'village_code error village-code-two-readings'],
    [{ village_code: '1.4E+06' }, 'village_code error village-code-scientific'],
    [{ village_code: '' }, 'village_code error village-missing'],
    [{ village_name_lo: '' }, 'village_name_lo error village-name-missing'],
    [{ notes: 'x'.repeat(1001) }, 'notes error text-too-long'],
  ])('reports %j', (cells, problem) => {
    expect(problemsOf({ ...soundRow, ...cells })).toEqual([`2 ${problem}`])
  })

  it.each<[RosterCells, string]>([
    [{ phone: '021 212 345' }, 'phone warning phone-fixed-line'],
    [{ phone: '030 23 45 678' }, 'phone warning phone-wireless'],
    [{ phone: '21212345' }, 'phone warning phone-uncertain'],
    [{ consented_on: '' }, 'consented_on warning consent-missing'],
    [{ safe_place_lo: '' }, 'safe_place_lo warning no-safe-place'],
    [{ village_name_lo: 'Nongping' }, 'village_name_lo warning lao-without-lao-letters'],
    [{ latitude: '48.1', longitude: '11.6' }, 'latitude warning coordinate-outside'],
    [{ district: 'Atlantis' }, 'district warning district-unknown-ignored'],
    [{ village_code: '103001' }, 'village_code warning village-code-zero-restored'],
    [{ member_id: 'm404' }, 'member_id warning member-id-unknown'],
    [{ member_name: '\u00a1\u00a2\u00a3\u00a4\u00a5' }, 'member_name warning text-legacy-font'],
  ])('warns of %j and stays applicable', (cells, problem) => {
    const plan = planRows(rosterRows({ ...soundRow, ...cells }))

    expect(shortProblems(plan)).toContain(`2 ${problem}`)
    expect(plan.counts.errors).toBe(0)
    expect(plan.applicable).toBe(true)
  })

  it('says once how many codes got their 0 back', () => {
    const plan = planRows(
      rosterRows({ ...soundRow, village_code: '103001' }, { ...soundRow, village_code: '103002' }),
    )

    const restored = plan.problems.filter(({ code }) => code === 'village-code-zero-restored')
    expect(restored).toHaveLength(1)
    expect(restored[0]?.message.en).toContain('in 2 rows')
    expect(plan.changes.map(({ code }) => code)).toEqual(['0103001', '0103002'])
  })

  it('takes away the guard of texts that a spreadsheet would run', () => {
    const plan = planRows(rosterRows({ ...soundRow, notes: "'=1+1", organisation: "''+x" }))

    expect(plan.changes[0]?.after.members[0]).toMatchObject({ notes: '=1+1', organisation: "'+x" })
  })

  it('leaves out the columns of a member where nobody is named', () => {
    const { member_name: _name, phone: _phone, ...nobody } = soundRow

    expect(problemsOf({ ...nobody, duty: 'head' })).toContain('2 duty warning member-columns-ignored')
  })
})

describe('problems between rows', () => {
  it('reports all errors of all rows at once', () => {
    const plan = planRows(
      rosterRows(
        { ...soundRow, phone: 'x', sex: 'x' },
        { ...soundRow, member_name: '', consented_on: '99/99/2026' },
      ),
    )

    expect(shortProblems(plan)).toEqual([
      '2 phone error phone-not-a-number',
      '2 sex error sex-unknown',
      '3 member_name error member-name-missing',
      '3 consented_on error date-impossible',
    ])
    expect(plan.changes).toEqual([])
    expect(plan.applicable).toBe(false)
  })

  it('reports rows that contradict an earlier row of their village, and takes neither', () => {
    const other = { ...soundRow, member_name: 'ແກ້ວ', phone: '77123456' }
    const plan = planRows(
      rosterRows(soundRow, { ...other, village_name_lo: '' }, { ...other, village_name_lo: 'ໜອງ' }),
    )

    const contradiction = plan.problems.find(({ code }) => code === 'village-contradicts')
    expect(contradiction).toMatchObject({ rowNumber: 4, column: 'village_name_lo', severity: 'error' })
    expect(contradiction?.message.en).toContain('Row 2 ')
    expect(plan.changes).toEqual([])
  })

  it('takes different ways to write one value for no contradiction', () => {
    const located = { ...soundRow, latitude: '15.90', longitude: '105.8' }
    const again = {
      ...located,
      latitude: '15,9',
      village_name_lo: ' ໜອງ\u200bປິງ',
      member_name: 'ແກ້ວ',
      phone: '77123456',
    }

    expect(problemsOf(located, again)).toEqual([])
  })

  it('reports the same member twice in a village by name and phone', () => {
    const plan = planRows(rosterRows(soundRow, { ...soundRow, phone: '+856 20 55123456' }))

    expect(shortProblems(plan)).toEqual([
      '3 phone error member-twice',
      '2 phone warning phone-repeated',
      '3 phone warning phone-repeated',
    ])
  })

  it('warns of a phone in several places, naming the rows and never the number', () => {
    const plan = planRows(
      rosterRows(soundRow, { ...soundRow, member_name: 'ແກ້ວ' }, { ...soundRow, village_code: '1401002' }),
    )

    expect(shortProblems(plan)).toEqual([
      '2 phone warning phone-repeated',
      '3 phone warning phone-repeated',
      '4 phone warning phone-repeated',
    ])
    expect(plan.problems[0]?.message.en).toContain('row 3, 4.')
    expect(JSON.stringify(plan.problems)).not.toMatch(/55\s?123/)
  })

  it('reports member ids and orders that two rows claim', () => {
    const one = { ...soundRow, member_id: 'm1', member_order: '1' }

    expect(
      shortProblems(
        planRows(rosterRows(one, { ...one, member_name: 'ແກ້ວ', phone: '77123456' }), [villageOf()]),
      ),
    ).toEqual([
      '3 member_id error member-id-twice',
      '3 member_order warning member-order-twice',
      '3 member_id warning member-id-unknown',
    ])
  })

  it('refuses a village that could not be stored with those who left', () => {
    const full = villageOf({ members: leftOnes(1000, '') })
    const wordy = villageOf({ members: leftOnes(150, 'ກ'.repeat(1000)) })

    expect(shortProblems(planRows(rosterRows(soundRow), [full]))).toContain(
      '2 member_name error too-many-kept-members',
    )
    expect(shortProblems(planRows(rosterRows(soundRow), [wordy]))).toContain(
      '2 member_name error village-too-large',
    )
  })

  it('refuses a committee of more than 60, those who left not counted', () => {
    const withLeft = [villageOf({ members: [memberOf({ status: 'left' })] })]

    expect(shortProblems(planRows(committeeOf(60), withLeft))).toEqual([])
    expect(shortProblems(planRows(committeeOf(61), withLeft))).toEqual([
      '62 member_name error too-many-members',
    ])
  })

  it('warns of a village where nobody gets SMS; quarantined numbers are tried by urgent alerts', () => {
    const nobody = planRows(rosterRows({ ...soundRow, phone: '021 212 345' }))
    const quarantined = planRows(rosterRows({ ...soundRow, status: 'quarantined' }))
    const someoneElse = planRows(rosterRows({ ...soundRow, member_name: 'ແກ້ວ', phone: '021 212 345' }), [
      villageOf(),
    ])

    expect(shortProblems(nobody)).toContain('2 phone warning no-first-contact')
    expect(shortProblems(quarantined)).not.toContain('2 phone warning no-first-contact')
    expect(shortProblems(someoneElse)).not.toContain('2 phone warning no-first-contact')
  })

  it('warns where a spreadsheet may have exchanged day and month', () => {
    const plan = planRows(rosterRows({ ...soundRow, consented_on: '05/01/2026' }), [villageOf()])

    expect(shortProblems(plan)).toEqual(['2 consented_on warning date-swapped'])
  })

  it('keeps so many problems, and counts all', () => {
    const rows = rosterRows(...Array.from({ length: 30 }, () => ({ ...soundRow, phone: 'x' })))
    const plan = planRows(rows, [], { mostProblems: 10 })

    expect(plan.problems).toHaveLength(10)
    expect(plan.counts.errors).toBe(30)
  })

  it('repeats nothing that the cells say', () => {
    const secret = 'ຄວາມລັບ'
    const cells = Object.fromEntries(Object.keys(soundRow).map((column) => [column, secret]))
    const plan = planRows(
      rosterRows({ ...cells, district: secret, notes: secret }, { ...soundRow, sex: secret }),
    )

    expect(plan.counts.errors).toBeGreaterThan(0)
    expect(JSON.stringify(plan.problems)).not.toContain(secret)
  })
})
