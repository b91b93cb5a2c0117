import { describe, expect } from 'vitest'
import { issueAlert } from '../../support/alert-samples.ts'
import { parseFeed, startPublishing } from '../../support/public-world.ts'
import { it } from '../../support/world-test.ts'

describe('the feed', () => {
  it('is an Atom feed with ids that do not depend on where it is read', async ({ tables }) => {
    const { world, api } = await startPublishing(tables)
    const alertId = await issueAlert(world, { texts: { en: 'FLOOD <now> & here' } })
    await world.drain()
    const answer = await api.getFeed()
    const feed = parseFeed(answer.body)

    expect(answer.headers).toMatchObject({
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'public, max-age=60',
    })
    expect(answer.headers).not.toHaveProperty('last-modified')
    expect(feed).toMatchObject({
      id: 'tag:example.org,2026-01-01:siang:test:feed',
      updated: '2026-07-23T12:00:00+07:00',
      author: { name: 'ອົງການສົມມຸດ / Made-up authority', uri: 'https://example.org/warnings' },
    })
    expect(feed.link).toContainEqual({
      '@_rel': 'self',
      '@_type': 'application/atom+xml',
      '@_href': 'https://test/cap/feed.atom',
    })
    expect(feed.entry).toMatchObject([
      {
        id: `tag:example.org,2026-01-01:siang:test:${alertId}-1`,
        title: 'EXERCISE: Warning: River flood (Songkhone)',
        summary: 'EXERCISE. FLOOD <now> & here EXERCISE.',
        link: {
          '@_rel': 'alternate',
          '@_type': 'application/cap+xml',
          '@_href': `https://test/cap/${alertId}-1.xml`,
        },
      },
    ])
  })

  it('is not sent again while nothing changes', async ({ tables }) => {
    const { world, api } = await startPublishing(tables)
    const { headers } = await api.getFeed()
    const asked = { 'if-none-match': headers['etag'] ?? '' }
    const unchanged = await api.getFeed(asked)

    await issueAlert(world)
    await world.drain()
    const changed = await api.getFeed(asked)

    expect([unchanged.statusCode, unchanged.body]).toEqual([304, undefined])
    expect(changed.statusCode).toBe(200)
  })

  it('is sent again where an entry came late, behind one that was sent after it', async ({ tables }) => {
    const { world, api } = await startPublishing(tables)
    await issueAlert(world)
    const late = world.fanOut.urgent.sent.splice(0)
    world.time.nowMs += 60_000
    await issueAlert(world)
    await world.drain()
    const { headers } = await api.getFeed()
    world.fanOut.urgent.sent.push(...late)
    await world.drain()

    const again = await api.getFeed({
      'if-modified-since': headers['last-modified'] ?? new Date(world.time.nowMs).toUTCString(),
    })

    expect(again.statusCode).toBe(200)
    expect(parseFeed(again.body).entry).toHaveLength(2)
  })

  it('shows what holds, and for 7 days what was sent', async ({ tables }) => {
    const { world, api } = await startPublishing(tables)
    await issueAlert(world)
    await world.drain()
    const entriesAfter = async (days: number) => {
      world.time.nowMs += days * 86_400_000
      return parseFeed((await api.getFeed()).body).entry.length
    }

    expect([await entriesAfter(0), await entriesAfter(6), await entriesAfter(2)]).toEqual([1, 1, 0])
  })

  it.for([
    'x.xml',
    '../feed.atom',
    `${'0'.repeat(32)}-0.xml`,
    `${'0'.repeat(32)}-1`,
    `${'0'.repeat(32)}-1.xml`,
  ])('has no file %s', async (file, { tables }) => {
    const { api } = await startPublishing(tables)

    expect((await api.getFile(file)).statusCode).toBe(404)
  })
})
