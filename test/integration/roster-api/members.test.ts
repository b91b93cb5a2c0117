import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { buildMember, buildUser, buildVillage } from '../../support/builders.ts'
import { startRosterWorld, type RosterWorld } from '../../support/roster-world.ts'

let world: RosterWorld
let code = ''
let villages = 0
beforeAll(async () => {
  world = await startRosterWorld()
  await world.putUsers([buildUser({ id: 'admin', areas: ['13'] })])
})
afterAll(() => world.stop())
beforeEach(async () => {
  villages += 1
  code = `1301${String(villages).padStart(3, '0')}`
  await world.putVillages([buildVillage({ code, members: [buildMember({ name: 'First' })] })])
})

const { addMember, editMember, removeMember } = rosterRoutes
const person = { name: 'Second', phone: '020 22 333 444' }
const add = (key: string, body: unknown, headers: Record<string, string> = {}) => ({
  user: 'admin',
  params: { code },
  body,
  headers: { 'idempotency-key': key, ...headers },
})
const onMember = (memberId: string, body: unknown, ifMatch: string | undefined) => ({
  user: 'admin',
  params: { code, memberId },
  ...(body === undefined ? {} : { body }),
  ...(ifMatch === undefined ? {} : { headers: { 'if-match': ifMatch } }),
})
const stored = async () => (await world.deps.villages.find(code))?.members ?? []

describe('POST …/members', () => {
  test('adds a member with what is usual where nothing is said, and counts the district', async () => {
    const before = await world.deps.summaries.find('1301')

    const { body } = await world.api.ok(addMember, add('key-key-1', person))

    expect(body.members).toHaveLength(2)
    expect(body.members[1]).toMatchObject({ phone: '+8562022333444', duty: 'member', language: 'lo' })
    expect((await world.deps.summaries.find('1301')).members).toBe(before.members + 1)
  })

  test('answers the same request again without adding anybody', async () => {
    const first = await world.api.ok(addMember, add('key-key-1', person))

    const second = await world.api.ok(addMember, add('key-key-1', person))

    expect(second).toEqual(first)
    expect(await stored()).toHaveLength(2)
  })

  test('refuses another member under the same key', async () => {
    await world.api.ok(addMember, add('key-key-1', person))

    const problem = await world.api.refused(addMember, add('key-key-1', { ...person, name: 'Third' }))

    expect(problem).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
    expect(await stored()).toHaveLength(2)
  })

  test.each(['2026-07-02', '1999-12-31'])(
    'refuses consent on a day that cannot be meant (%s)',
    async (day) => {
      const problem = await world.api.refused(addMember, add('key-key-1', { ...person, consentedOn: day }))

      expect(problem).toMatchObject({ status: 422, errors: [{ path: 'body.consentedOn' }] })
      expect(await stored()).toHaveLength(1)
    },
  )

  test('stores names and notes as an import would', async () => {
    const body = { ...person, name: ' ສົມ\u200bໄຊ  ວົງ ', notes: 'e\u0301\ncall' }

    await world.api.ok(addMember, add('key-key-1', body))

    expect((await stored())[1]).toMatchObject({ name: 'ສົມໄຊ ວົງ', notes: 'é call' })
  })

  test('refuses a name that nobody can see', async () => {
    const problem = await world.api.refused(addMember, add('key-key-1', { ...person, name: '\u200b\u00ad' }))

    expect(problem).toMatchObject({ errors: [{ path: 'body.name' }] })
  })

  test('refuses more than a village can keep, those who left included', async () => {
    const gone = Array.from({ length: 1000 }, (_, index) =>
      buildMember({ id: `gone-${index}`, name: `Gone ${index}`, status: 'left' }),
    )
    code = '1302001'
    await world.putVillages([buildVillage({ code, members: gone })])

    const problem = await world.api.refused(addMember, add('key-key-1', person))

    expect(problem).toMatchObject({ status: 422, code: 'invalid-request' })
    expect(await stored()).toHaveLength(1000)
  })

  test('needs a key', async () => {
    const problem = await world.api.refused(addMember, { ...add('', person), headers: {} })

    expect(problem).toMatchObject({ errors: [{ path: 'headers.idempotency-key' }] })
  })

  test('adds all of several at once', async () => {
    const people = ['A', 'B', 'C'].map((name) => ({ name, phone: '020 22 333 444' }))

    await Promise.all(people.map((body) => world.api.ok(addMember, add(`key-key-${body.name}`, body))))

    expect((await stored()).map(({ name }) => name).toSorted()).toEqual(['A', 'B', 'C', 'First'])
  })

  test('adds at the position asked for', async () => {
    await world.api.ok(addMember, add('key-key-1', { ...person, position: 1 }))

    expect((await stored()).map(({ name }) => name)).toEqual(['Second', 'First'])
  })

  test('heeds If-Match where it is sent', async () => {
    const problem = await world.api.refused(addMember, add('key-key-1', person, { 'if-match': '"old"' }))

    expect(problem).toMatchObject({ status: 412, code: 'edited-meanwhile' })
  })

  test('refuses a phone that is none, without repeating it', async () => {
    const problem = await world.api.refused(addMember, add('key-key-1', { ...person, phone: '020 22 33' }))

    expect(problem).toMatchObject({ status: 422, errors: [{ path: 'body.phone' }] })
    expect(JSON.stringify(problem)).not.toContain('22 33')
    expect(await stored()).toHaveLength(1)
  })

  test('refuses the same person with the same phone', async () => {
    const again = { name: ' first', phone: '+856 20 55 123 456' }

    expect(await world.api.refused(addMember, add('key-key-1', again))).toMatchObject({ status: 422 })
  })

  test('answers 404 where the village is not there', async () => {
    code = '1301999'

    expect(await world.api.refused(addMember, add('key-key-1', person))).toMatchObject({ status: 404 })
  })
})

describe('PATCH …/members/{memberId}', () => {
  test('changes what is named and keeps the rest', async () => {
    const patch = onMember('member-1', { name: 'Renamed', organisation: 'Red Cross' }, '"revision-1"')

    const { body } = await world.api.ok(editMember, patch)

    expect(body.members).toEqual([
      expect.objectContaining({ name: 'Renamed', organisation: 'Red Cross', phone: '+8562055123456' }),
    ])
  })

  test('refuses a day of consent to come, but not the one that the roster has', async () => {
    const future = { consentedOn: '2026-07-02' }
    const refusal = await world.api.refused(editMember, onMember('member-1', future, '"revision-1"'))
    expect(refusal).toMatchObject({ errors: [{ path: 'body.consentedOn' }] })
    code = '1303001'
    await world.putVillages([buildVillage({ code, members: [buildMember(future)] })])

    const { body } = await world.api.ok(editMember, onMember('member-1', future, '"revision-1"'))

    expect(body.members).toMatchObject([future])
  })

  describe('of somebody whose number is in quarantine', () => {
    const failing = buildMember({ status: 'quarantined', quarantinedAtIso: '2026-07-20T12:00:00+07:00' })
    const patched = async (body: unknown) => {
      const failingCode = `1304${code.slice(4)}`
      await world.putVillages([buildVillage({ code: failingCode, members: [failing] })])
      const wish = onMember(failing.id, body, '*')
      await world.api.ok(editMember, { ...wish, params: { ...wish.params, code: failingCode } })
      return (await world.deps.villages.find(failingCode))?.members[0]
    }

    test('a new number lifts it', async () => {
      const after = await patched({ phone: '020 22 333 445' })

      expect(after).toMatchObject({ phone: '+8562022333445', status: 'active' })
      expect(after).not.toHaveProperty('quarantinedAtIso')
    })

    test('a new number that is said to fail too does not', async () => {
      expect(await patched({ phone: '020 22 333 446', status: 'quarantined' })).toMatchObject({
        status: 'quarantined',
      })
    })

    test('so does the state “active”, and nothing else of them', async () => {
      expect(await patched({ name: 'Another name' })).toMatchObject({
        status: 'quarantined',
        quarantinedAtIso: failing.quarantinedAtIso,
      })
      const after = await patched({ status: 'active' })
      expect(after).toMatchObject({ status: 'active' })
      expect(after).not.toHaveProperty('quarantinedAtIso')
    })
  })

  test('takes a field away by null', async () => {
    const { etag } = await world.api.ok(editMember, onMember('member-1', { notes: 'A note' }, '"revision-1"'))

    await world.api.ok(editMember, onMember('member-1', { notes: null }, etag))

    expect((await stored())[0]).not.toHaveProperty('notes')
  })

  test('moves a member', async () => {
    const { body, etag } = await world.api.ok(addMember, add('key-key-1', person))

    await world.api.ok(editMember, onMember(body.members[1]?.id ?? '', { position: 1 }, etag))

    expect((await stored()).map(({ name }) => name)).toEqual(['Second', 'First'])
  })

  test.each([
    ['without If-Match', undefined, 428],
    ['of another revision', '"old"', 412],
  ])('refuses an edit %s', async (_, ifMatch, status) => {
    const problem = await world.api.refused(editMember, onMember('member-1', { name: 'X' }, ifMatch))

    expect(problem.status).toBe(status)
    expect((await stored())[0]?.name).toBe('First')
  })

  test('answers 404 for nobody', async () => {
    const problem = await world.api.refused(editMember, onMember('nobody', { name: 'X' }, '"revision-1"'))

    expect(problem).toMatchObject({ status: 404 })
  })
})

describe('DELETE …/members/{memberId}', () => {
  test('marks the member as left', async () => {
    const { body } = await world.api.ok(removeMember, onMember('member-1', undefined, '"revision-1"'))

    expect(body.committee).toMatchObject({ members: 0, contacts: 0 })
    expect(await stored()).toEqual([expect.objectContaining({ id: 'member-1', status: 'left' })])
  })
})
