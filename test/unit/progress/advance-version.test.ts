import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FanOutMessage } from '../../../shared/contracts/queue-messages.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { advanceVersion, markVillagesDone } from '../../../shared/progress/advance-version.ts'
import { createAlertStore } from '../../../shared/store/alert-store.ts'
import { createApprovalStore } from '../../../shared/store/approval-store.ts'
import { createProgressStore } from '../../../shared/store/progress-store.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { startTables, type TestTables } from '../../support/dynalite.ts'
import { createMemoryQueue } from '../../support/queues.ts'

let tables: TestTables
beforeAll(async () => {
  tables = await startTables()
})
afterAll(() => tables.stop())

const none = new Set<string>()
const set = (...names: string[]) => new Set(names)
const nowMs = 1_000_000
let alerts = 0
let world: Awaited<ReturnType<typeof issue>>

/** An issued version of two districts, each with two villages that have everything still to do. */
const issue = async () => {
  const alertId = `alert-${(alerts += 1)}`
  const alertStore = createAlertStore(tables.client, alertsTable.name)
  const progress = createProgressStore(tables.client, alertsTable.name)
  const queue = createMemoryQueue<FanOutMessage>()
  const version: VersionRecord = {
    alertId,
    version: 1,
    number: 1,
    state: 'draft',
    level: 'warning',
    lane: 'urgent',
    mode: 'test',
    reaches: 'phones',
    areas: ['1308', '1309'],
    districts: { '1308': [], '1309': [] },
    texts: { en: 'x' },
    bodyDigest: 'digest',
    expiresAtEpochSeconds: 9_000,
    history: [],
    revision: 1,
    authors: none,
    fanOutOpen: none,
    firstTurnOpen: none,
    workOpen: none,
    doubtful: none,
    secondWaveToQueue: none,
    wavesToQueue: none,
    resendToQueue: none,
    resends: [],
  }
  const { number, areas } = version
  const alert = {
    alertId,
    number,
    kind: 'flood',
    hazard: 'storm',
    mode: 'test',
    reaches: 'phones',
    areas,
  } as const
  await alertStore.create(
    {
      ...alert,
      areas: [...areas],
      latestVersion: 1,
      createdAtIso: '2026-07-23T12:00:00+07:00',
      createdBy: 'u',
      bodyDigest: 'digest',
    },
    version,
  )
  await createApprovalStore(tables.client, alertsTable.name).issue(version, 'issue-alone', {
    rendered: version.texts,
    issuedAtEpochSeconds: 1_000,
    history: { action: 'issue-alone', by: 'u', atIso: 'now' },
    dueAtEpochSeconds: 1_100,
  })
  for (const district of ['1308', '1309']) {
    const villages = set(`${district}001`, `${district}002`)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await progress.createDistrict(
      { alertId, version: 1, district },
      { firstTurnOpen: villages, workOpen: villages, doubtful: none },
    )
    // oxlint-disable-next-line no-await-in-loop -- as above
    await progress.closeDistrict({ alertId, version: 1, district }, ['fanOutOpen'], false)
  }
  const deps = {
    progress,
    fanOutQueues: { urgent: queue.queue, routine: queue.queue },
    clock: { nowMs: () => nowMs },
  }
  const find = async () => {
    const found = await alertStore.findVersion(alertId, 1)
    if (found === undefined) throw new Error('the version is gone')
    return found
  }
  const mark = (
    district: string,
    marks: { first?: string[]; work?: string[]; doubt?: string[] },
    again = false,
  ) =>
    markVillagesDone(
      deps,
      { alertId, version: 1, district },
      {
        firstTurnOpen: set(...(marks.first ?? [])),
        workOpen: set(...(marks.work ?? [])),
        doubtful: set(...(marks.doubt ?? [])),
      },
      again,
    )
  return { deps, queue, find, mark }
}
beforeEach(async () => {
  world = await issue()
})

const everyone = { first: ['001', '002'], work: ['001', '002'] }
const of = (district: string, { first, work }: typeof everyone) => ({
  first: first.map((village) => `${district}${village}`),
  work: work.map((village) => `${district}${village}`),
})

describe('marking villages', () => {
  it('opens the second wave once the last first contact of the last district had its turn', async () => {
    await world.mark('1308', { first: ['1308001'] })
    await world.mark('1308', { first: ['1308002'] })
    expect((await world.find()).firstTurnOpen).toEqual(set('1309'))
    expect(world.queue.sent).toEqual([])

    await world.mark('1309', { first: ['1309001', '1309002'] })

    const version = await world.find()
    expect(version.secondWaveOpenedAtEpochSeconds).toBe(nowMs / 1000)
    expect(version.secondWaveToQueue).toEqual(set('1308', '1309'))
    expect(world.queue.take().map(({ job, district }) => [job, district])).toEqual([
      ['open-second-wave', '1308'],
      ['open-second-wave', '1309'],
    ])
  })

  it('completes the version once nothing is left, and looks no more at it', async () => {
    await world.mark('1308', of('1308', everyone))
    await world.mark('1309', of('1309', everyone))

    const version = await world.find()
    expect(version.state).toBe('completed')
    expect(version.dueAtEpochSeconds).toBeUndefined()
    expect(version.history.at(-1)).toMatchObject({ action: 'complete', by: 'siang' })
  })

  it('finds exactly one emptier among many at once', async () => {
    await Promise.all(
      ['1308', '1309'].flatMap((district) =>
        ['001', '002'].map((village) =>
          world.mark(district, { first: [`${district}${village}`], work: [`${district}${village}`] }),
        ),
      ),
    )

    const version = await world.find()
    expect(version.state).toBe('completed')
    expect(version.history.filter(({ action }) => action === 'complete')).toHaveLength(1)
  })

  it('may be repeated', async () => {
    for (let times = 0; times < 2; times += 1) {
      // oxlint-disable-next-line no-await-in-loop -- the second time changes nothing
      await world.mark('1308', of('1308', everyone), true)
    }

    expect(await world.find()).toMatchObject({ state: 'dispatching', workOpen: set('1309') })
  })

  it('closes a district whose marks came before a crash, where it looks again', async () => {
    const { deps, find } = world
    const { alertId } = await find()
    await deps.progress.markVillages(
      { alertId, version: 1, district: '1308' },
      { firstTurnOpen: set('1308001', '1308002'), workOpen: set('1308001', '1308002'), doubtful: none },
    )

    await world.mark('1308', { first: ['1308001'], work: ['1308001'] })
    expect((await find()).workOpen).toEqual(set('1308', '1309'))
    await world.mark('1308', { first: ['1308001'], work: ['1308001'] }, true)

    expect(await find()).toMatchObject({ workOpen: set('1309'), firstTurnOpen: set('1309') })
  })

  it('completes no version with a delivery in doubt, until the doubt is settled', async () => {
    await world.mark('1308', { ...of('1308', everyone), doubt: ['1308001'] })
    await world.mark('1309', of('1309', everyone))
    expect(await world.find()).toMatchObject({ state: 'dispatching', doubtful: set('1308'), workOpen: none })

    await world.mark('1308', { work: ['1308001'] })

    expect(await world.find()).toMatchObject({ state: 'completed', doubtful: none })
  })

  it('keeps a district in doubt while another village of it is', async () => {
    await world.mark('1308', { ...of('1308', everyone), doubt: ['1308001', '1308002'] })

    await world.mark('1308', { work: ['1308001'] })

    expect((await world.find()).doubtful).toEqual(set('1308'))
  })
})

describe('advancing a version', () => {
  it('does nothing before its time', async () => {
    await advanceVersion(world.deps, await world.find())

    const version = await world.find()
    expect(version.state).toBe('dispatching')
    expect(version.secondWaveOpenedAtEpochSeconds).toBeUndefined()
  })

  it('does nothing by what it read before: the table decides', async () => {
    const before = await world.find()
    await advanceVersion(world.deps, { ...before, workOpen: none, firstTurnOpen: none })
    await advanceVersion(world.deps, { ...before, firstTurnOpen: none })

    expect(await world.find()).toEqual(before)
  })

  it('opens the second wave of an expired version too: what waits must be seen to expire', async () => {
    const { deps, find } = world
    await deps.progress.end(await find(), 'expire', { action: 'expire', by: 'siang', atIso: 'now' })
    await world.mark('1308', { first: ['1308001', '1308002'] })
    await world.mark('1309', { first: ['1309001', '1309002'] })

    expect(await find()).toMatchObject({ state: 'expired', secondWaveToQueue: set('1308', '1309') })
  })

  it('leaves a version that is stopped alone', async () => {
    await advanceVersion(world.deps, { ...(await world.find()), state: 'stopped', firstTurnOpen: none })

    expect(world.queue.sent).toEqual([])
  })
})
