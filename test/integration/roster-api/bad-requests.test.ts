import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { buildUser } from '../../support/builders.ts'
import { startRosterWorld, type RosterWorld } from '../../support/roster-world.ts'

let world: RosterWorld
beforeAll(async () => {
  world = await startRosterWorld()
  await world.putUsers([buildUser({ id: 'admin', areas: ['13'] })])
})
afterAll(() => world.stop())

const put = (over: { body?: unknown; headers?: Record<string, string> }) =>
  world.api.refused(rosterRoutes.putVillage, { user: 'admin', params: { code: '1301001' }, ...over })

describe('requests that are no good', () => {
  test('of another media type', async () => {
    const problem = await put({ body: 'a=b', headers: { 'content-type': 'text/plain' } })

    expect(problem).toMatchObject({ status: 415, code: 'unsupported-media-type' })
  })

  test('with malformed JSON, which is not repeated', async () => {
    const problem = await put({ body: '{"nameEn": secret' })

    expect(problem).toMatchObject({ status: 422, code: 'malformed-json' })
    expect(JSON.stringify(problem)).not.toContain('secret')
  })

  test('with a body over 256 KB', async () => {
    const problem = await put({ body: { nameEn: 'x'.repeat(300_000) } })

    expect(problem).toMatchObject({ status: 413, code: 'body-too-large' })
  })

  test('with a code that is none', async () => {
    const problem = await world.api.refused(rosterRoutes.getVillage, {
      user: 'admin',
      params: { code: 'secret' },
    })

    expect(problem).toMatchObject({ status: 422, errors: [{ path: 'params.code' }] })
    expect(JSON.stringify(problem)).not.toContain('secret')
  })

  test('write nothing', async () => {
    expect(await world.deps.villages.find('1301001')).toBeUndefined()
    expect(await world.deps.summaries.find('1301')).not.toHaveProperty('staleToken')
  })
})
