import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { AlertRecord, VersionRecord } from '../../../shared/contracts/version-record.ts'
import { createAlertStore } from '../../../shared/store/alert-store.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { startTables, type TestTables } from '../../support/dynalite.ts'

let tables: TestTables
beforeAll(async () => {
  tables = await startTables()
})
afterAll(() => tables.stop())

const store = () => createAlertStore(tables.client, alertsTable.name)
const nothing = new Set<string>()
const recordsOf = (alertId: string, number: number, bodyDigest = 'digest'): [AlertRecord, VersionRecord] => [
  {
    alertId,
    number,
    kind: 'flood',
    hazard: 'river-flood',
    mode: 'test',
    reaches: 'phones',
    areas: ['1308'],
    latestVersion: 1,
    createdAtIso: '2026-07-23T12:00:00+07:00',
    createdBy: 'officer',
    bodyDigest,
  },
  {
    alertId,
    version: 1,
    number,
    state: 'draft',
    level: 'watch',
    lane: 'urgent',
    mode: 'test',
    reaches: 'phones',
    areas: ['1308'],
    districts: { '1308': [] },
    texts: { en: bodyDigest },
    bodyDigest,
    expiresAtEpochSeconds: 9_000,
    history: [],
    revision: 1,
    authors: nothing,
    fanOutOpen: nothing,
    firstTurnOpen: nothing,
    workOpen: nothing,
    doubtful: nothing,
    secondWaveToQueue: nothing,
    wavesToQueue: nothing,
    resendToQueue: nothing,
    resends: [],
  },
]

describe('writing an alert', () => {
  it('keeps the first body and number where several are written under one id', async () => {
    const written = Array.from({ length: 6 }, (_, index) => recordsOf('same', index, `body-${index}`))

    await Promise.all(written.map(([alert, version]) => store().create(alert, version)))

    const alert = await store().find('same')
    const version = await store().findVersion('same', 1)
    expect(version?.texts.en).toBe(alert?.bodyDigest)
    expect(version?.number).toBe(alert?.number)
  })

  it('gives numbers of a year that no two share', async () => {
    const numbers = await Promise.all(Array.from({ length: 12 }, () => store().nextNumber(2026)))

    expect(new Set(numbers).size).toBe(12)
    expect(await store().nextNumber(2027)).toBe(1)
  })
})

describe('reading the latest versions', () => {
  it('asks again for what was left unprocessed', async () => {
    const written = ['a', 'b', 'c'].map((alertId) => recordsOf(alertId, 1))
    await Promise.all(written.map(([alert, version]) => store().create(alert, version)))
    const send = tables.client.send.bind(tables.client)
    let requests = 0
    const spy = vi.spyOn(tables.client, 'send').mockImplementation(async (command) => {
      requests += 1
      const answer: unknown = await send(command)
      if (requests > 1 || typeof answer !== 'object' || answer === null) return answer
      const { Responses } = Object.assign({ Responses: {} }, answer)
      const [first, ...left] = Object.values<VersionRecord[]>(Responses).flat()
      const Keys = left.map(({ alertId }) => ({ PK: `ALERT#${alertId}`, SK: 'VERSION#0001' }))
      return { Responses: { [alertsTable.name]: [first] }, UnprocessedKeys: { [alertsTable.name]: { Keys } } }
    })

    const found = await store().findLatestVersions(written.map(([alert]) => alert))

    expect(found.map(({ alertId }) => alertId).toSorted()).toEqual(['a', 'b', 'c'])
    expect(requests).toBe(2)
    spy.mockRestore()
  })

  it('asks for nothing where there is none', async () => {
    expect(await store().findLatestVersions([])).toEqual([])
  })
})
