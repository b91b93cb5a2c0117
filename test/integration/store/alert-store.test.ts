import { expect } from 'vitest'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { nothingOpen } from '../../../shared/progress/nothing-open.ts'
import { createAlertStore } from '../../../shared/store/alert-store.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { it } from '../../support/world-test.ts'

/** Some 200 KB: more of them than one page of a query holds. */
const largeVersion = (version: number): VersionRecord => ({
  alertId: 'a',
  version,
  number: 1,
  state: 'draft',
  level: 'prepare',
  lane: 'routine',
  mode: 'exercise',
  reaches: 'phones',
  areas: ['1308'],
  districts: { '1308': Array.from({ length: 20_000 }, (_, index) => String(1_300_000 + index)) },
  texts: { en: 'Clean the drains' },
  bodyDigest: '',
  expiresAtEpochSeconds: 0,
  revision: 1,
  authors: new Set(),
  history: [],
  ...nothingOpen(),
})

it('lists every version of an alert, by number, over all pages of the table', async ({ tables }) => {
  const alerts = createAlertStore(tables.client, alertsTable.name)
  const numbers = Array.from({ length: 12 }, (_, index) => index + 1)
  await Promise.all(numbers.map((version) => alerts.addVersion(largeVersion(version))))

  const listed = await alerts.listVersions('a')

  expect(listed.map(({ version }) => version)).toEqual(numbers)
})
