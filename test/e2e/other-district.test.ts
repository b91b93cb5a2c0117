import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importRoster } from '../../local/demo/import-roster.ts'
import { seedUsers } from '../../local/seed-users.ts'
import { sampleRoster } from '../../local/sample/sample-roster.ts'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import { scheduleRoutes } from '../../shared/contracts/schedule-routes.ts'
import { asInProduction } from './support/as-in-production.ts'
import {
  readDocumentedRequests,
  sendDocumented,
  type DocumentedRequest,
  type PlainAnswer,
} from './support/documented-requests.ts'
import { readItems } from './support/read-items.ts'
import { completedBoard, startSiang, type Siang } from './support/siang.ts'

const secret = 'the dam of Songkhone'
const village = '1308901'

/** What is of Songkhone and must be in no answer to an officer of Champhone. */
const secrets = [
  'Phondeng',
  'ໂພນແດງ',
  '55 000 001',
  '5000001',
  secret,
  '"1308',
  'LA1308',
  'officer.songkhone',
]

type Attempt = { request: DocumentedRequest; answer: PlainAnswer; toUnknown: PlainAnswer }

/** The same request about things that nobody has. */
const disguise = (request: DocumentedRequest, ids: readonly string[]): DocumentedRequest => {
  const changed = (text: string) =>
    ids.reduce((rest, id) => rest.replaceAll(id, id.replaceAll(/./g, '0')), text).replaceAll('1308', '1399')
  return {
    ...request,
    path: changed(request.path),
    query: Object.fromEntries(Object.entries(request.query).map(([name, value]) => [name, changed(value)])),
    body: request.body === undefined ? undefined : changed(request.body),
  }
}

describe('an officer of another district who tries everything', () => {
  let siang: Siang
  let ids: string[]
  let attempts: Attempt[]
  let before: { roster: string[]; alerts: string[]; sent: number }
  let after: typeof before

  /** But for the trace that each attempt leaves in the alert's audit. */
  const look = async () => ({
    roster: await readItems(siang, 'roster'),
    alerts: (await readItems(siang, 'alerts')).map((item) => item.replace(/"auditHead":\{[^}]*\},/, '')),
    sent: siang.outbox.read().length,
  })

  /** Alerts of Songkhone of every standing: a draft, one that waits, one that was sent alone and waits for a review. */
  const writeAlerts = async (): Promise<Record<'draft' | 'waiting' | 'sent', string>> => {
    const officer = await siang.signIn('officer.songkhone')
    const draft = async (level: string) => {
      const body = {
        kind: 'flood',
        hazard: 'dam-release',
        level,
        mode: 'exercise',
        areas: [village],
        texts: { en: `${level}: ${secret} opens.` },
      }
      return (await officer(alertRoutes.createAlert, { body })).alertId
    }
    const [first, waiting, sent] = [await draft('watch'), await draft('warning'), await draft('evacuate')]
    await officer(alertRoutes.submitAlert, { params: { alertId: waiting } })
    await officer(alertRoutes.breakGlass, { params: { alertId: sent }, body: { reason: secret } })
    await completedBoard(officer, sent)
    return { draft: first, waiting, sent }
  }

  const writeSchedule = async (): Promise<string> => {
    const officer = await siang.signIn('officer.songkhone')
    const body = {
      name: secret,
      hazard: 'river-flood',
      mode: 'exercise',
      areas: [village],
      texts: { en: `${secret}: be ready.` },
      recurrence: { type: 'monthly', day: 1, time: '09:00' },
    }
    return (await officer(scheduleRoutes.createSchedule, { body })).scheduleId
  }

  beforeAll(async () => {
    siang = await startSiang({ environment: asInProduction })
    const admin = await siang.signIn('admin')
    const { id: importId } = await importRoster(admin, sampleRoster)
    const { id: exportId } = await admin(rosterRoutes.createExport, { body: { areas: ['1308'] } })
    const { members } = await admin(rosterRoutes.getVillage, { params: { code: village } })
    const alerts = await writeAlerts()
    const memberId = members[0]?.id ?? ''
    const scheduleId = await writeSchedule()
    const userId = seedUsers.find(({ username }) => username === 'officer.songkhone')?.sub ?? ''
    const own = { importId, exportId, memberId, scheduleId, userId }
    const others = { ...own, templateId: 'flood-watch', lane: 'urgent' }
    const places = { district: '1308', area: '1308', code: village, parent: '1308' }
    ids = [...Object.values(alerts), ...Object.values(own)]

    const token = await siang.token('officer.champhone')
    const requests = (
      await Promise.all(
        Object.values(alerts).map((alertId) =>
          readDocumentedRequests(siang.origin, { ...others, ...places, alertId }, siang.clock.nowMs()),
        ),
      )
    ).flat()
    before = await look()
    attempts = []
    for (const request of requests) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person tries them
      const answer = await sendDocumented(siang.origin, token, request)
      // oxlint-disable-next-line no-await-in-loop -- as above
      const toUnknown = await sendDocumented(siang.origin, token, disguise(request, ids))
      attempts.push({ request, answer, toUnknown })
    }
    after = await look()
  }, 120_000)
  afterAll(() => siang.end())

  it('finds every route, and things that their own officers see', async () => {
    const officer = await siang.signIn('officer.songkhone')
    const { versions } = await officer(alertRoutes.getAlert, { params: { alertId: ids[0] ?? '' } })

    expect(new Set(attempts.map(({ request }) => request.operationId)).size).toBeGreaterThan(45)
    expect(versions[0]?.texts.en).toContain(secret)
    expect(before.sent).toBeGreaterThan(0)
  })

  it('changes nothing by any of them', async () => {
    const done = attempts.filter(({ request, answer }) => request.method !== 'GET' && answer.status < 400)

    expect(done.map(({ request }) => request.operationId)).toEqual([])
    expect(after).toEqual(before)
    await siang.fire('tick')
    expect(siang.outbox.read()).toHaveLength(before.sent)
  })

  it('is answered to the letter as if none of it were there', () => {
    const told = attempts.filter(
      ({ answer, toUnknown }) => answer.status !== toUnknown.status || answer.text !== toUnknown.text,
    )

    expect(told.map(({ request, answer, toUnknown }) => [request.operationId, answer, toUnknown])).toEqual([])
    expect(attempts.filter(({ answer }) => answer.status >= 500)).toEqual([])
  })

  it('reads no name, number or word of it', () => {
    const leaks = attempts.flatMap(({ request, answer }) =>
      [...secrets, ...ids]
        .filter((one) => answer.text.includes(one))
        .map((one) => `${request.operationId}: ${one}`),
    )

    expect(leaks).toEqual([])
  })
})
