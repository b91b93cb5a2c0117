import { describe, expect, it } from 'vitest'
import {
  applyPlan,
  memberOf,
  planRows,
  rosterRows,
  shortProblems,
  soundRow,
  villageOf,
} from '../../../support/roster-plans.ts'

describe('planImport for villages', () => {
  it('adds a village with its committee', () => {
    const plan = planRows(
      rosterRows({
        ...soundRow,
        village_name_en: 'Nongping',
        latitude: '15.9',
        longitude: '105,8',
        exposure: '3',
        languages_spoken: 'ລາວ; Katang',
        households: '146',
        duty: 'ນາຍບ້ານ',
        sex: 'ຊາຍ',
        language: 'ລາວ',
      }),
    )

    expect(shortProblems(plan)).toEqual([])
    expect(plan.applicable).toBe(true)
    expect(plan.changes).toMatchObject([
      {
        code: '1401001',
        kind: 'added',
        after: {
          code: '1401001',
          nameLo: 'ໜອງປິງ',
          nameEn: 'Nongping',
          latitude: 15.9,
          longitude: 105.8,
          exposure: 3,
          safePlaceLo: 'ວັດ',
          languagesSpoken: ['ລາວ', 'Katang'],
          households: 146,
          status: 'active',
          members: [
            {
              name: 'ສົມໄຊ',
              phone: '+8562055123456',
              duty: 'head',
              sex: 'male',
              language: 'lo',
              script: 'lao',
              status: 'active',
              consentedOn: '2026-05-01',
            },
          ],
        },
      },
    ])
    expect(plan.changes[0]).not.toHaveProperty('before')
    expect(plan.changes[0]?.membersAdded).toEqual(plan.changes[0]?.after.members.map(({ id }) => id))
  })

  it('finds nothing to change when the same file comes again', () => {
    const rows = rosterRows(soundRow, { ...soundRow, member_name: 'ນາງ ແກ້ວ', phone: '77123456' })
    const first = planRows(rows)

    const second = planRows(rows, applyPlan(first))

    expect(second.changes.map(({ kind }) => kind)).toEqual(['unchanged'])
    expect(second.counts).toMatchObject({
      villagesUnchanged: 1,
      membersAdded: 0,
      membersChanged: 0,
      membersLeft: 0,
    })
  })

  it('names what changes, with the revision that it was planned on', () => {
    const existing = villageOf()
    const plan = planRows(rosterRows({ ...soundRow, village_name_en: 'Nong Ping', sex: 'f' }), [existing])

    expect(plan.changes).toMatchObject([
      {
        kind: 'changed',
        before: { revision: 'r1' },
        fields: ['village_name_en'],
        membersAdded: [],
        membersChanged: ['m1'],
        membersLeft: [],
      },
    ])
    expect(plan.changes[0]?.after).not.toHaveProperty('revision')
  })

  it('keeps what empty cells and absent columns do not speak of', () => {
    const existing = villageOf({
      latitude: 15.9,
      longitude: 105.8,
      languagesSpoken: ['ລາວ'],
      status: 'provisional',
      members: [
        memberOf({
          status: 'quarantined',
          notes: 'x',
          organisation: 'ARMI',
          lastProvenReachableAtIso: '2026-10-01T00:00:00Z',
        }),
      ],
    })
    const bare = {
      village_code: '1401001',
      member_name: 'ສົມໄຊ',
      phone: '020 55 123 456',
      notes: ' ',
      latitude: '',
    }

    const plan = planRows(rosterRows(bare), [existing])

    expect(plan.changes).toMatchObject([{ kind: 'unchanged', after: existing }])
  })

  it('keeps machine-written marks of members that change', () => {
    const proven = memberOf({ lastProvenReachableAtIso: '2026-10-01T00:00:00Z', status: 'quarantined' })
    const plan = planRows(rosterRows({ ...soundRow, duty: 'deputy' }), [villageOf({ members: [proven] })])

    expect(plan.changes[0]?.after.members).toEqual([{ ...proven, duty: 'deputy' }])
  })

  it('never shows villages that the file does not name', () => {
    const plan = planRows(rosterRows(soundRow), [villageOf(), villageOf({ code: '1401002' })])

    expect(plan.changes.map(({ code }) => code)).toEqual(['1401001'])
  })

  it('takes a village without members', () => {
    const plan = planRows(rosterRows({ village_code: '1401001', village_name_lo: 'ໜອງປິງ', member_name: '' }))

    expect(plan.changes).toMatchObject([{ kind: 'added', after: { members: [] } }])
    expect(shortProblems(plan)).toEqual([
      '2 phone warning no-first-contact',
      '2 safe_place_lo warning no-safe-place',
    ])
  })

  it('puts the rows of one village together wherever they stand', () => {
    const plan = planRows(
      rosterRows(
        soundRow,
        { ...soundRow, village_code: '1401002' },
        { ...soundRow, village_name_lo: '', safe_place_lo: '', phone: '77123456', member_name: 'ແກ້ວ' },
      ),
    )

    expect(plan.changes.map(({ code, after }) => [code, after.members.length])).toEqual([
      ['1401001', 2],
      ['1401002', 1],
    ])
  })
})

describe('planImport for members', () => {
  it('leaves members alone whom the file does not name', () => {
    const plan = planRows(rosterRows({ ...soundRow, member_name: 'ແກ້ວ', phone: '77123456' }), [villageOf()])

    expect(plan.changes[0]?.after.members.map(({ name }) => name)).toEqual(['ສົມໄຊ', 'ແກ້ວ'])
    expect(plan.counts).toMatchObject({ membersAdded: 1, membersLeft: 0 })
  })

  it('marks them as left where that is asked for', () => {
    const plan = planRows(rosterRows({ ...soundRow, member_name: 'ແກ້ວ', phone: '77123456' }), [villageOf()], {
      markLeft: true,
    })

    expect(plan.changes[0]).toMatchObject({
      kind: 'changed',
      membersLeft: ['m1'],
      after: {
        members: [
          { id: 'm1', status: 'left' },
          { name: 'ແກ້ວ', status: 'active' },
        ],
      },
    })
  })

  it('marks nobody as left in a village of which the file names no member', () => {
    const plan = planRows(rosterRows({ village_code: '1401001' }), [villageOf()], { markLeft: true })

    expect(plan.changes).toMatchObject([{ kind: 'unchanged' }])
    expect(shortProblems(plan)).toEqual(['2 member_name warning nobody-marked-left'])
  })

  it('takes a status that the file states, and warns of who stays left', () => {
    const left = villageOf({
      members: [memberOf({ status: 'left' }), memberOf({ id: 'm2', phone: '+8562077123456' })],
    })

    const unsaid = planRows(rosterRows({ ...soundRow, member_id: 'm1' }), [left])
    const said = planRows(rosterRows({ ...soundRow, member_id: 'm1', status: 'active' }), [left])

    expect(shortProblems(unsaid)).toEqual(['2 status warning listed-but-left'])
    expect(unsaid.changes[0]?.kind).toBe('unchanged')
    expect(said.changes[0]?.after.members[0]?.status).toBe('active')
  })

  it('orders the committee where the file says how, and else appends', () => {
    const existing = villageOf({
      members: [memberOf(), memberOf({ id: 'm2', name: 'ບຸນ', phone: '+8562055000002' })],
    })
    const newcomer = { ...soundRow, member_name: 'ແກ້ວ', phone: '77123456' }

    const appended = planRows(rosterRows(newcomer), [existing])
    const first = planRows(rosterRows({ ...newcomer, member_order: '1' }), [existing])

    expect(appended.changes[0]?.after.members.map(({ name }) => name)).toEqual(['ສົມໄຊ', 'ບຸນ', 'ແກ້ວ'])
    expect(appended.changes[0]?.fields).toEqual([])
    expect(first.changes[0]?.after.members.map(({ name }) => name)).toEqual(['ແກ້ວ', 'ສົມໄຊ', 'ບຸນ'])
    expect(first.changes[0]?.fields).toEqual(['member_order'])
  })

  it('gives new members an id of their own even where an edited member holds it', () => {
    const rows = rosterRows(soundRow)
    const [village] = applyPlan(planRows(rows))
    const [original] = village?.members ?? []
    const edited = villageOf({ members: [memberOf({ ...original, name: 'ຄົນອື່ນ', phone: '+8562077123456' })] })

    const plan = planRows(rows, [edited])

    const ids = plan.changes[0]?.after.members.map(({ id }) => id) ?? []
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(2)
  })

  it('tells the same person from their id where name and phone change, and warns of it', () => {
    const plan = planRows(
      rosterRows(
        { ...soundRow, member_id: 'm1', member_name: 'ແກ້ວ', phone: '77123456' },
        { ...soundRow, member_id: 'm9' },
      ),
      [villageOf()],
    )

    expect(plan.changes[0]?.membersChanged).toEqual(['m1'])
    expect(plan.changes[0]?.membersAdded).toHaveLength(1)
    expect(shortProblems(plan)).toEqual([
      '2 member_id warning member-replaced',
      '3 member_id warning member-id-unknown',
    ])
  })
})
