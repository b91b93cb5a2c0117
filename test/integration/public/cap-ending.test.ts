import { describe, expect } from 'vitest'
import { issueAlert, villageWith } from '../../support/alert-samples.ts'
import { findRuleFaults, findSchemaFaults, parseCap } from '../../support/check-cap.ts'
import { issueFollowUp } from '../../support/follow-up.ts'
import { parseFeed, startPublishing } from '../../support/public-world.ts'
import { it } from '../../support/world-test.ts'

/** What each info of a message says where: reader by reader, nothing of the words. */
const saidIn = (xml: string) =>
  parseCap(xml).info.map(({ responseType, expires, area }) => [
    responseType,
    expires,
    area.flatMap(({ geocode }) => geocode.map(({ value }) => value)),
  ])

describe('a public all-clear for some of the areas', () => {
  it('says what still holds elsewhere, before it says where it is over', async ({ tables }) => {
    const { world, api, fileOf } = await startPublishing(tables)
    await world.seedVillages([villageWith('1309001', 2)])
    const alertId = await issueAlert(world, { areas: ['1308', '1309'] })
    await world.drain()
    world.time.nowMs += 3_600_000
    await issueFollowUp(world, 'allClearAlert', alertId, { areas: ['1308002'] })
    await world.drain()
    const xml = await fileOf(alertId, 2)

    const still = ['Prepare', '2026-07-24T12:00:00+07:00', ['LA1308001', 'LA1309']]
    const over = ['AllClear', '2026-07-24T13:00:00+07:00', ['LA1308002']]
    expect(saidIn(xml)).toEqual([still, still, over, over])
    expect(await findSchemaFaults([xml])).toEqual([])
    expect(findRuleFaults(parseCap(xml))).toEqual([])
    const [entry] = parseFeed((await api.getFeed()).body).entry
    expect(entry?.title).toMatch(/EXERCISE: Warning.*EXERCISE: All clear/)
  })

  it('says nothing more of the danger where all of it is over by then, or its time is', async ({
    tables,
  }) => {
    const { world, fileOf } = await startPublishing(tables)
    const first = await issueAlert(world)
    const late = await issueAlert(world)
    await world.drain()
    await issueFollowUp(world, 'allClearAlert', first)
    await world.drain()
    world.time.nowMs += 25 * 3_600_000
    await issueFollowUp(world, 'allClearAlert', late, { areas: ['1308002'] })
    await world.drain()

    expect(saidIn(await fileOf(first, 2)).map(([response]) => response)).toEqual(['AllClear', 'AllClear'])
    expect(saidIn(await fileOf(late, 2)).map(([response]) => response)).toEqual(['AllClear', 'AllClear'])
  })

  it('is for the village that it names, also where that was merged since', async ({ tables }) => {
    const { world, fileOf } = await startPublishing(tables)
    const alertId = await issueAlert(world)
    await world.drain()
    await world.seedVillages([villageWith('1308002', 3, { status: 'merged', mergedInto: '1308001' })])
    await issueFollowUp(world, 'allClearAlert', alertId, { areas: ['1308002'] })
    await world.drain()

    expect(saidIn(await fileOf(alertId, 2)).map(([, , codes]) => codes)).toEqual([
      ['LA1308001'],
      ['LA1308001'],
      ['LA1308002'],
      ['LA1308002'],
    ])
  })
})

describe('what goes beyond the agreement', () => {
  it('is left out of a message that follows a public one', async ({ tables }) => {
    const { world, fileOf } = await startPublishing(tables, { areas: ['1308'] })
    await world.seedVillages([villageWith('1309001', 2)])
    const alertId = await issueAlert(world)
    await world.drain()
    await issueFollowUp(world, 'updateAlert', alertId, { areas: ['1308', '1309'] })
    await world.drain()
    await issueFollowUp(world, 'allClearAlert', alertId, { areas: ['1309'] })
    await world.drain()

    expect(saidIn(await fileOf(alertId, 2)).map(([, , codes]) => codes)).toEqual([['LA1308'], ['LA1308']])
    expect(await fileOf(alertId, 3)).toContain('not-found')
  })
})
