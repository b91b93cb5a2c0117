import { describe, expect, it } from 'vitest'
import { inviteFirstAdmin } from '../../infra/invite-first-admin.ts'
import { userRecord } from '../../shared/contracts/users.ts'
import { userCovers } from '../../shared/domain/user.ts'

const person = { name: 'Made-up Admin', email: 'admin@siang.example' }
const users = { invite: () => Promise.resolve({ id: '0b6a6a2e-made-up' }) }

describe('the first admin', () => {
  it('gets an entry that the API reads as an active admin of all Laos', async () => {
    const written: unknown[] = []
    const items = {
      putNew: (item: unknown) => {
        written.push(item)
        return Promise.resolve(true)
      },
    }

    const result = await inviteFirstAdmin({ users, items }, person)

    const user = userRecord.parse(written[0])
    expect(result).toEqual({ outcome: 'invited' })
    expect(written).toMatchObject([{ PK: 'USERS', SK: '0b6a6a2e-made-up', schemaVersion: 1 }])
    expect(user).toMatchObject({ id: '0b6a6a2e-made-up', roles: ['admin'], status: 'active' })
    expect(userCovers(user, '0101001')).toBe(true)
  })

  it('keeps the entry of a person who has one', async () => {
    const items = { putNew: () => Promise.resolve(false) }

    const result = await inviteFirstAdmin({ users, items }, person)

    expect(result).toEqual({ outcome: 'had-an-entry' })
  })
})
