import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCounts, countVillages, noVillages } from '../../../shared/domain/district-summary.ts'
import { buildMember, buildVillage } from '../../support/builders.ts'
import { districtVillages } from '../../support/village-arbitrary.ts'

describe('countVillages', () => {
  it('counts people who stay, villages without contact and without safe place', () => {
    const counts = countVillages([
      buildVillage({
        code: '1308001',
        safePlaceEn: 'Temple',
        members: [
          buildMember({ id: 'a', phone: '+8562055000001' }),
          buildMember({ id: 'b', phone: '+8562055000002', sex: 'male', language: 'en' }),
          buildMember({ id: 'c', phone: '+8562055000003', status: 'quarantined' }),
          buildMember({ id: 'd', phone: '+8562055000004', status: 'left' }),
        ],
      }),
      buildVillage({ code: '1308002', members: [buildMember({ phone: '+85621212345' })] }),
      buildVillage({ code: '1308003', status: 'merged', mergedInto: '1308001', members: [buildMember()] }),
    ])

    expect(counts).toEqual({
      villages: 2,
      villagesWithoutContact: 1,
      villagesWithoutSafePlace: 1,
      members: 4,
      women: 3,
      recipientsByLanguage: { lo: 2, en: 1 },
      routineRecipientsByLanguage: { lo: 1, en: 1 },
    })
  })
})

describe('addCounts', () => {
  it('adds nothing to nothing', () => {
    expect(addCounts([])).toEqual(noVillages)
  })

  it('adds up in any order and grouping', () => {
    fc.assert(
      fc.property(districtVillages('1308'), districtVillages('1309'), districtVillages('1310'), (a, b, c) => {
        const [one, two, three] = [countVillages(a), countVillages(b), countVillages(c)]

        const sum = addCounts([one, two, three])

        expect(addCounts([addCounts([one, two]), three])).toEqual(sum)
        expect(addCounts([three, two, one])).toEqual(sum)
        expect(sum.villages).toBe(one.villages + two.villages + three.villages)
      }),
    )
  })
})
