import { describe, expect, it } from 'vitest'
import { memberIdFor } from '../../../../shared/domain/roster/member-id-for.ts'

describe('memberIdFor', () => {
  it('gives the same id for the same member, in the form of all ids', () => {
    const id = memberIdFor('1401001', 'ສົມໄຊ')

    expect(id).toBe(memberIdFor('1401001', 'ສົມໄຊ'))
    expect(id).toMatch(/^m[a-z0-9]{13}$/)
  })

  it('gives different ids to a hundred thousand members', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) =>
      memberIdFor(String(1_401_000 + (index % 900)), `ນາງ ${index}`),
    )

    expect(new Set(ids).size).toBe(ids.length)
  })
})
