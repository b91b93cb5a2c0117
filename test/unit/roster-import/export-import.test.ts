import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../../functions/roster-import/read-table/read-table.ts'
import { writeTable } from '../../../functions/roster-import/write-table.ts'
import { memberBody, villageBody } from '../../../shared/contracts/roster.ts'
import { searchKey } from '../../../shared/domain/lao-text.ts'
import { parsePhoneNumber } from '../../../shared/domain/phone-number.ts'
import { exportRows, templateRows } from '../../../shared/domain/roster/export-rows.ts'
import { rosterColumns } from '../../../shared/domain/roster/roster-columns.ts'
import {
  duties,
  exposures,
  languages,
  memberStatuses,
  scripts,
  sexes,
  villageStatuses,
  type Member,
  type Village,
} from '../../../shared/domain/village.ts'
import { memberOf, planRows, rosterRows, soundRow, villageOf } from '../../support/roster-plans.ts'

const parts = [
  'ນ້ຳ',
  'ສົມ',
  'ແກ້ວ',
  'a',
  'B',
  '1',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '"',
  "'",
  ',',
  ';',
  '=',
  '+',
  '-',
  '@',
  '໑',
  'é',
  '🌊',
]
const letters = fc.constantFrom(...parts)
/** Texts as the roster may hold them: some of Lao, quotes, line breaks and formulas, with a letter to be no blank. */
const text = fc.array(letters, { maxLength: 8 }).map((some) => `${some.join('')}ກ`)
const optionalText = fc.option(text, { nil: undefined })

const phone = fc.oneof(
  fc.integer({ min: 0, max: 9_999_999 }).map((number) => `+856205${String(number).padStart(7, '0')}`),
  fc.integer({ min: 0, max: 999_999 }).map((number) => `+85621${String(number).padStart(6, '0')}`),
)

const member = (index: number): fc.Arbitrary<Member> =>
  fc.record(
    {
      id: fc.constant(`m${index}`),
      name: text,
      phone,
      duty: fc.constantFrom(...duties),
      sex: fc.constantFrom(...sexes),
      language: fc.constantFrom(...languages),
      script: fc.constantFrom(...scripts),
      status: fc.constantFrom(...memberStatuses),
      organisation: optionalText,
      consentedOn: fc.constantFrom('2026-05-31', '2024-02-29', '2026-01-02'),
      notes: optionalText,
      lastProvenReachableAtIso: fc.constant('2026-10-01T00:00:00Z'),
    },
    { requiredKeys: ['id', 'name', 'phone', 'duty', 'sex', 'language', 'script', 'status'] },
  )

const degrees = fc.tuple(
  fc.double({ min: 13.8, max: 22.6, noNaN: true }),
  fc.double({ min: 100, max: 107.8, noNaN: true }),
)

const village: fc.Arbitrary<Village> = fc
  .record({
    fields: fc.record(
      {
        nameEn: text,
        nameLo: text,
        exposure: fc.constantFrom(...exposures),
        safePlaceLo: text,
        safePlaceEn: text,
        languagesSpoken: fc.array(text, { maxLength: 3 }),
        households: fc.integer({ min: 0, max: 100_000 }),
        status: fc.constantFrom(...villageStatuses),
      },
      { requiredKeys: ['nameEn', 'nameLo', 'languagesSpoken', 'status'] },
    ),
    place: fc.option(degrees, { nil: undefined }),
    members: fc
      .integer({ min: 0, max: 6 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => member(index)))),
  })
  .map(({ fields, place, members }) => ({
    ...villageOf(),
    ...fields,
    ...(place === undefined ? {} : { latitude: place[0], longitude: place[1] }),
    members: withoutTwins(members),
  }))

/** As the API keeps them: of one name and phone only one stays, beside any number of entries that left. */
function withoutTwins(members: readonly Member[]): Member[] {
  const staying = members.filter(({ status }) => status !== 'left')
  const kept = new Set(new Map(staying.map((one) => [`${one.phone} ${searchKey(one.name)}`, one])).values())
  return members.filter((one) => one.status === 'left' || kept.has(one))
}

/** Texts that the import takes for damage, and what only spreadsheets and phones write. */
const oddText = fc.constantFrom(
  '???? ???',
  '??',
  '#N/A',
  '####',
  'Err:502',
  '\u00a1\u00a2\u00a3\u00a4',
  '\u200b',
  '\u00ad',
  ' ກ\u200b ຂ ',
  'e\u0301',
  "'=1",
  '-',
)
const typedText = fc.oneof(text, oddText)
const typedMember = fc.record(
  {
    name: typedText,
    phone: fc.constantFrom('020 55 123 456', '020 77 123 456', '021 212 345'),
    status: fc.constantFrom(...memberStatuses),
    organisation: typedText,
    notes: typedText,
    consentedOn: fc.constantFrom('1999-01-01', '2026-05-31', '2026-12-05', '2027-01-01'),
  },
  { requiredKeys: ['name', 'phone'] },
)
const typedVillage = fc.record(
  {
    nameLo: typedText,
    nameEn: typedText,
    safePlaceLo: typedText,
    safePlaceEn: typedText,
    languagesSpoken: fc.array(typedText, { maxLength: 3 }),
    latitude: fc.constantFrom(17.9667, 48.1),
    longitude: fc.constantFrom(102.6, 11.6),
  },
  { requiredKeys: ['nameLo', 'nameEn'] },
)

type TypeOf<Values> = Values extends fc.Arbitrary<infer Value> ? Value : never

/** A village of what the API's bodies accept of these; undefined where they refuse the village itself. */
function acceptedVillage(
  body: TypeOf<typeof typedVillage>,
  people: readonly TypeOf<typeof typedMember>[],
): Village | undefined {
  const parsed = villageBody.safeParse(body)
  const members = people.flatMap((person, index) => {
    const { data } = memberBody.safeParse(person)
    const reading = parsePhoneNumber(person.phone)
    return data === undefined || reading.outcome === 'refused'
      ? []
      : [{ ...memberOf(data), id: `m${index}`, phone: reading.phone }]
  })
  return parsed.data === undefined
    ? undefined
    : { ...villageOf(), ...parsed.data, code: '1401001', members: withoutTwins(members) }
}

async function planOfExport(villages: readonly Village[]) {
  const table = await readTable(writeTable(exportRows(villages)))
  if (table.outcome === 'refused') throw new Error(table.code)
  return planRows(table.rows, villages)
}

describe('exporting and importing', () => {
  it('changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(village, village, async (one, other) => {
        const plan = await planOfExport([one, { ...other, code: '0101001' }])
        expect(plan.problems.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(plan.changes.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged'])
        expect(plan.counts).toMatchObject({ membersAdded: 0, membersChanged: 0, membersLeft: 0 })
      }),
      { numRuns: 200 },
    )
  })

  it('changes nothing of what the API accepts, however odd', async () => {
    await fc.assert(
      fc.asyncProperty(typedVillage, fc.array(typedMember, { maxLength: 5 }), async (body, people) => {
        const accepted = acceptedVillage(body, people)
        fc.pre(accepted !== undefined)
        const plan = await planOfExport([accepted])
        expect(plan.problems.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(plan.changes.map(({ kind }) => kind)).toEqual(['unchanged'])
      }),
      { numRuns: 300 },
    )
  })

  it('takes a day that cannot be where the roster has it, also as a spreadsheet writes it', async () => {
    const held = villageOf({ members: [memberOf({ consentedOn: '2027-01-31' })] })
    const rows = rosterRows({ ...soundRow, consented_on: '31/01/2027', member_id: 'm1' })

    const plan = planRows(rows, [held])

    expect(plan.counts.errors).toBe(0)
    expect(plan.changes.map(({ kind }) => kind)).toEqual(['unchanged'])
  })

  it('takes half a place, or one outside Laos, where the roster has it', async () => {
    for (const place of [{ latitude: 17.9 }, { latitude: 102.6, longitude: 17.9 }]) {
      const plan = await planOfExport([villageOf(place)])

      expect(plan.problems).toEqual([])
      expect(plan.changes.map(({ kind }) => kind)).toEqual(['unchanged'])
    }
  })

  it('changes nothing after a spreadsheet made numbers of the codes', async () => {
    const villages = [villageOf({ code: '0103001' })]
    const bytes = Buffer.from(
      Buffer.from(writeTable(exportRows(villages)))
        .toString('utf8')
        .replaceAll('0103001', '103001'),
    )
    const table = await readTable(bytes)

    const plan = planRows(table.outcome === 'rows' ? table.rows : [], villages)

    expect(plan.changes.map(({ kind }) => kind)).toEqual(['unchanged'])
  })

  it('rebuilds a committee on an empty roster', async () => {
    const villages = [
      villageOf({ members: [memberOf(), memberOf({ id: 'm2', name: 'ແກ້ວ', status: 'left' })] }),
    ]
    const table = await readTable(writeTable(exportRows(villages)))

    const plan = planRows(table.outcome === 'rows' ? table.rows : [])

    expect(plan.applicable).toBe(true)
    expect(plan.changes[0]?.after.members.map(({ name, status }) => [name, status])).toEqual([
      ['ສົມໄຊ', 'active'],
      ['ແກ້ວ', 'left'],
    ])
  })
})

describe('exportRows', () => {
  it('writes every column, a row for each member, and one for a village without members', () => {
    const [header, ...rows] = [...exportRows([villageOf(), villageOf({ code: '1401002', members: [] })])]

    expect(header).toEqual(rosterColumns)
    expect(rows).toHaveLength(2)
    expect(rows.every((row) => row.length === rosterColumns.length)).toBe(true)
  })

  it('writes phones so that no spreadsheet takes them for numbers or formulas', () => {
    const [, row = []] = [...exportRows([villageOf()])]

    expect(row).toContain('020 55 123 456')
    expect(row.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
  })

  it('guards texts that a spreadsheet would run', () => {
    const [, row = []] = [...exportRows([villageOf({ members: [memberOf({ name: '=HYPERLINK("x")' })] })])]

    expect(row).toContain(`'=HYPERLINK("x")`)
  })
})

describe('templateRows', () => {
  it('gives every known village one row with the member columns empty', () => {
    const [header = [], ...rows] = [...templateRows([villageOf(), villageOf({ code: '1401002' })])]
    const at = (column: string): number => header.indexOf(column)

    expect(rows.map((row) => [row[at('village_code')], row[at('member_name')], row[at('phone')]])).toEqual([
      ['1401001', '', ''],
      ['1401002', '', ''],
    ])
  })

  it('changes nothing where it comes back as it is', async () => {
    const villages = [villageOf(), villageOf({ code: '1401002' })]
    const table = await readTable(writeTable(templateRows(villages)))

    const plan = planRows(table.outcome === 'rows' ? table.rows : [], villages, { markLeft: true })

    expect(plan.changes.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged'])
  })
})
