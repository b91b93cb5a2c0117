import { describe, expect, it } from 'vitest'
import { isInAudience, withMembersMeant } from '../../../shared/domain/audience.ts'
import { buildMember, buildVillage } from '../../support/builders.ts'

describe('an audience', () => {
  it('without a filter is everybody', () => {
    const villages = [buildVillage({ members: [buildMember()] })]

    expect(isInAudience({ exposure: undefined })).toBe(true)
    expect(withMembersMeant(villages)).toEqual(villages)
  })

  it('by exposure leaves out other villages, and those of which nobody knows it', () => {
    const filter = { exposures: [3] } as const

    expect(isInAudience({ exposure: 3 }, filter)).toBe(true)
    expect(isInAudience({ exposure: 2 }, filter)).toBe(false)
    expect(isInAudience({ exposure: undefined }, filter)).toBe(false)
  })

  it('by duty keeps the village, and of its members those who have one of the duties', () => {
    const members = [
      buildMember({ id: 'a', duty: 'head' }),
      buildMember({ id: 'b', duty: 'health' }),
      buildMember({ id: 'c', duty: 'teacher' }),
    ]

    const [village, empty] = withMembersMeant(
      [buildVillage({ members }), buildVillage({ members: members.slice(0, 1) })],
      { duties: ['health', 'teacher'] },
    )

    expect(village?.members.map(({ id }) => id)).toEqual(['b', 'c'])
    expect(empty?.members).toEqual([])
  })
})
