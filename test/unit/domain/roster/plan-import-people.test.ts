import { describe, expect, it } from 'vitest'
import {
  memberOf,
  planRows,
  rosterRows,
  shortProblems,
  soundRow,
  villageOf,
} from '../../../support/roster-plans.ts'

const codesOf = (plan: ReturnType<typeof planRows>): string[] => plan.problems.map(({ code }) => code)

describe('somebody who left and came back', () => {
  const gone = memberOf({ id: 'm-gone', status: 'left' })
  const back = memberOf({ id: 'm-back' })
  const village = villageOf({ members: [gone, back] })
  const goneRow = { ...soundRow, status: 'left' }
  const backRow = { ...soundRow, status: 'active' }

  it('stands in the file twice without error, by id or by status', () => {
    const byId = rosterRows({ ...goneRow, member_id: 'm-gone' }, { ...backRow, member_id: 'm-back' })

    for (const rows of [byId, rosterRows(goneRow, backRow), rosterRows(backRow, goneRow)]) {
      const plan = planRows(rows, [village])
      expect(plan.counts.errors).toBe(0)
      expect(plan.changes.map(({ kind }) => kind)).toEqual(['unchanged'])
    }
  })

  it('is the one who stays where a row says neither id nor status', () => {
    const plan = planRows(rosterRows({ ...soundRow, duty: 'teacher' }), [village])

    expect(plan.changes[0]?.membersChanged).toEqual(['m-back'])
  })

  it('is an error where two rows would have them stay and only one is on the roster', () => {
    const plan = planRows(rosterRows({ ...backRow, member_id: 'm-back' }, soundRow, soundRow), [village])

    expect(shortProblems(plan)).toContain('4 phone error member-twice')
  })

  it('is no error where the roster has both under ids of their own', () => {
    const twins = villageOf({ members: [back, memberOf({ id: 'm-twin' })] })
    const rows = rosterRows({ ...soundRow, member_id: 'm-back' }, { ...soundRow, member_id: 'm-twin' })

    expect(planRows(rows, [twins]).changes.map(({ kind }) => kind)).toEqual(['unchanged'])
  })
})

describe('a phone that the roster has under another name', () => {
  const { consented_on: _day, ...withoutDay } = { ...soundRow, member_name: 'ແກ້ວ' }

  it('is a warning, and the consent of the one is not taken for the other', () => {
    const plan = planRows(rosterRows(withoutDay), [villageOf()])

    expect(shortProblems(plan)).toEqual([
      '2 member_name warning member-renamed',
      '2 consented_on warning consent-missing',
    ])
    expect(plan.changes[0]?.after.members).toMatchObject([{ id: 'm1', name: 'ແກ້ວ' }])
    expect(plan.changes[0]?.after.members[0]).not.toHaveProperty('consentedOn')
  })

  it('takes the day that the file states', () => {
    const plan = planRows(rosterRows({ ...withoutDay, consented_on: '2026-06-07' }), [villageOf()])

    expect(codesOf(plan)).toEqual(['member-renamed'])
    expect(plan.changes[0]?.after.members[0]?.consentedOn).toBe('2026-06-07')
  })

  it('keeps the consent of a person whose name is corrected by their id', () => {
    const plan = planRows(rosterRows({ ...withoutDay, member_id: 'm1' }), [villageOf()])

    expect(codesOf(plan)).toEqual([])
    expect(plan.changes[0]?.after.members[0]).toMatchObject({ name: 'ແກ້ວ', consentedOn: '2026-05-01' })
  })

  it('is two people where the file has the old one as left', () => {
    const plan = planRows(rosterRows(withoutDay, { ...soundRow, status: 'left' }), [villageOf()])

    expect(codesOf(plan)).not.toContain('member-renamed')
    expect(plan.counts).toMatchObject({ membersAdded: 1, membersChanged: 1 })
  })
})

const elsewhere = (fields: Partial<ReturnType<typeof villageOf>> = {}) =>
  villageOf({ code: '1401002', ...fields })

describe('a phone that stands elsewhere on the roster', () => {
  it('is a warning that names the village and never the number', () => {
    const plan = planRows(rosterRows(soundRow), [villageOf(), elsewhere()])

    expect(shortProblems(plan)).toEqual(['2 phone warning phone-elsewhere'])
    expect(plan.problems[0]?.message.en).toContain('in village 1401002.')
    expect(JSON.stringify(plan.problems)).not.toMatch(/55\s?123/)
  })

  it.each([
    ['who left', elsewhere({ members: [memberOf({ status: 'left' })] })],
    ['of a merged village', elsewhere({ status: 'merged', mergedInto: '1401001' })],
  ])('is none with a member %s', (_who, village) => {
    expect(codesOf(planRows(rosterRows(soundRow), [villageOf(), village]))).toEqual([])
  })

  it('is told by the rows alone where the file names both members', () => {
    const rows = rosterRows(soundRow, { ...soundRow, village_code: '1401002' })

    expect(codesOf(planRows(rows, [villageOf(), elsewhere()]))).toEqual(['phone-repeated', 'phone-repeated'])
  })

  it('is none where the file has that member as left by not listing them', () => {
    const rows = rosterRows(soundRow, {
      ...soundRow,
      village_code: '1401002',
      member_name: 'ແກ້ວ',
      phone: '77123456',
    })

    const plan = planRows(rows, [villageOf({ members: [] }), elsewhere()], { markLeft: true })

    expect(codesOf(plan)).not.toContain('phone-elsewhere')
  })
})
