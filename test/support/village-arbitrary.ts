import * as fc from 'fast-check'
import { languages, memberStatuses, type Village } from '../../shared/domain/village.ts'
import { buildMember, buildVillage } from './builders.ts'

/** A member's number, drawn from so few that villages share some; every eleventh is a fixed line. */
const phoneIn = (district: string) =>
  fc
    .integer({ min: 0, max: 10 })
    .map((number) => (number === 10 ? '+85621212345' : `+8562055${district}0${number}`))

const memberIn = (district: string) =>
  fc.record({
    phone: phoneIn(district),
    status: fc.oneof(
      { arbitrary: fc.constant('active' as const), weight: 3 },
      fc.constantFrom(...memberStatuses),
    ),
    language: fc.constantFrom(...languages),
  })

const villageOf = (code: string): fc.Arbitrary<Village> =>
  fc
    .record({
      members: fc.array(memberIn(code.slice(0, 4)), { maxLength: 5 }),
      status: fc.constantFrom('active', 'active', 'merged'),
    })
    .map(({ members, status }) =>
      buildVillage({
        code,
        ...(status === 'merged' ? { status, mergedInto: '1308099' } : {}),
        members: members.map((one, index) => buildMember({ ...one, id: `m-${code}-${index}` })),
      }),
    )

/** Villages of one district that share phones, in any order. */
export const districtVillages = (district = '1308', most = 5): fc.Arbitrary<Village[]> =>
  fc
    .tuple(...Array.from({ length: most }, (_, index) => villageOf(`${district}00${index + 1}`)))
    .chain((villages) => fc.shuffledSubarray(villages))
