import { describe, expect } from 'vitest'
import { buildCommittee, issueAlert, readVillage, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { deliveryRecord, takeReceipts } from '../../support/receipts.ts'
import { it } from '../../support/world-test.ts'

const village = '1308001'
const invalid = 'Invalid phone number'
const routine = { kind: 'preparedness', level: 'prepare' } as const

/** Issues an alert, and lets carriers say of each recipient in turn what is given. */
const alertWith = async (world: AlertWorld, texts: readonly (string | undefined)[]): Promise<string> => {
  const alertId = await issueAlert(world)
  await world.drain()
  const { recipients } = await readVillage(world, alertId, village)
  const byPlace = recipients.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))
  await takeReceipts(
    world,
    ...byPlace.map((one, index) => deliveryRecord(one.gatewayMessageId ?? '', texts[index])),
  )
  return alertId
}
const membersOf = async (world: AlertWorld) => (await world.villages.find(village))?.members ?? []

describe('what receipts say of numbers', () => {
  it('proves them reachable, with one write a village and day, and leaves the revision', async ({
    world,
  }) => {
    await world.seedVillages([villageWith(village, 3)])
    let writes = 0
    const { markMembers } = world.deps.villages
    world.deps.villages.markMembers = (...given) => {
      writes += 1
      return markMembers(...given)
    }

    await alertWith(world, [])
    await alertWith(world, [])

    const proven = (await membersOf(world)).map((member) => member.lastProvenReachableAtIso)
    expect(proven).toEqual(Array.from({ length: 3 }, () => '2026-07-23T12:00:00+07:00'))
    expect((await world.villages.find(village))?.revision).toBe('revision-1')
    expect(writes).toBe(1)
  })

  it('quarantines who fails three times over two alerts: no routine SMS, last in urgent ones', async ({
    world,
  }) => {
    await world.seedVillages([villageWith(village, 2)])
    await alertWith(world, [invalid])
    await alertWith(world, [invalid])
    expect((await membersOf(world))[0]).toMatchObject({ status: 'active' })
    await alertWith(world, [invalid])

    const [first, second] = await membersOf(world)
    expect([first?.status, second?.status]).toEqual(['quarantined', 'active'])
    expect(await world.summaries.find('1308')).toMatchObject({
      recipientsByLanguage: { lo: 2 },
      routineRecipientsByLanguage: { lo: 1 },
    })
    const urgent = await readVillage(world, await alertWith(world, []), village)
    expect(urgent.recipients.map(({ memberId, wave }) => [memberId, wave])).toEqual([
      [second?.id, 1],
      [first?.id, 2],
    ])
    const alertId = await issueAlert(world, routine)
    await world.drain()
    expect((await readVillage(world, alertId, village)).recipients).toHaveLength(1)
  })

  it('leaves no village without anyone to write to', async ({ world }) => {
    await world.seedVillages([villageWith(village, 1)])
    await alertWith(world, [invalid])
    await alertWith(world, [invalid])
    await alertWith(world, [invalid])
    expect((await membersOf(world))[0]?.status).toBe('quarantined')

    const alertId = await issueAlert(world, routine)
    await world.drain()

    expect((await readVillage(world, alertId, village)).recipients).toMatchObject([{ state: 'accepted' }])
  })

  it('does not count what is the carrier’s, the text’s or the account’s fault, or passes', async ({
    world,
  }) => {
    await world.seedVillages([villageWith(village, 4)])
    const texts = [
      'Phone carrier has blocked this message',
      'Phone is currently unreachable/unavailable',
      'No quota left for account',
      'Something that nobody knows',
    ]
    for (let times = 0; times < 4; times += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one alert after the other
      await alertWith(world, texts)
    }

    expect((await membersOf(world)).map(({ status }) => status)).toEqual(texts.map(() => 'active'))
  })

  it('does not count an operator that fails as a whole', async ({ world }) => {
    await world.seedVillages([villageWith(village, 12)])
    for (let times = 0; times < 3; times += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one alert after the other
      await alertWith(
        world,
        Array.from({ length: 12 }, () => invalid),
      )
    }

    expect(new Set((await membersOf(world)).map(({ status }) => status))).toEqual(new Set(['active']))
  })

  it('gives way to a person who edits at the same time', async ({ world }) => {
    await world.seedVillages([villageWith(village, 2)])
    const { markMembers, put } = world.deps.villages
    let edited = false
    world.deps.villages.markMembers = async (read, members) => {
      if (!edited) {
        edited = true
        const swapped = buildCommittee(village, 2).toReversed()
        await put({ ...read, members: swapped }, { revision: 'edited', replaces: read.revision, nowIso: 'x' })
      }
      return markMembers(read, members)
    }

    await alertWith(world, [undefined, invalid])

    const members = await membersOf(world)
    expect(members.map(({ id }) => id)).toEqual([`m-${village}-1`, `m-${village}-0`])
    expect(members[0]).toMatchObject({ failedSms: [{ gatewayMessageId: 'gateway-2' }] })
    expect(members[1]?.lastProvenReachableAtIso).toBeDefined()
    expect((await world.villages.find(village))?.revision).toBe('edited')
  })
})
