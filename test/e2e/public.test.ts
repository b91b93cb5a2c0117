import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { issueWarning } from '../../local/demo/warn-areas.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { toIso } from '../../shared/clock.ts'
import { publicRoutes } from '../../shared/contracts/public-routes.ts'
import { findRuleFaults, parseCap } from '../support/check-cap.ts'
import { completedBoard, startSiang, type Siang } from './support/siang.ts'

describe('what needs no login, over HTTP', () => {
  let siang: Siang
  beforeAll(async () => {
    siang = await startSiang({ roster: sampleRoster })
  })
  afterAll(() => siang.end())

  it('is the API document, from beside the bundle, with an ETag that spares reading it again', async () => {
    const first = await fetch(`${siang.origin}/openapi.json`)
    const document = publicRoutes.getApiDocument.response.parse(await first.json())

    const again = await fetch(`${siang.origin}/openapi.json`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })

    expect(document.openapi).toMatch(/^3\.1/)
    expect(Object.keys(document.paths)).toContain('/v1/alerts/{alertId}')
    expect(first.headers.get('cache-control')).toBe('public, max-age=300')
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('is the feed of public alerts, and each as its file, where the stage has an authority', async () => {
    const call = await siang.signIn('officer.savannakhet')
    const alertId = await issueWarning(call, ['1308'], toIso(Date.now() + 24 * 3_600_000))
    await completedBoard(call, alertId)
    const feed = await fetch(`${siang.origin}/cap/feed.atom`)
    const [, href = ''] = /href="([^"]+-1\.xml)"/.exec(await feed.text()) ?? []

    const file = await fetch(href)
    const again = await fetch(href, { headers: { 'if-none-match': file.headers.get('etag') ?? '' } })

    expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(href).toBe(`${siang.origin}/cap/${alertId}-1.xml`)
    expect(file.headers.get('content-type')).toBe('application/cap+xml; charset=utf-8')
    expect(findRuleFaults(parseCap(await file.text()))).toEqual([])
    expect(again.status).toBe(304)
  })

  it('is health, with version and stage and nothing else', async () => {
    const response = await fetch(`${siang.origin}/health`)

    expect(response.status).toBe(200)
    expect(
      z
        .strictObject({ status: z.literal('ok'), version: z.string(), stage: z.string() })
        .parse(await response.json()),
    ).toMatchObject({
      stage: 'test',
    })
  })
})
