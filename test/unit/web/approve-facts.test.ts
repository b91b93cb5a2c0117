import { describe, expect, it } from 'vitest'
import { laneOf } from '../../../shared/domain/alert.ts'
import { approvalContent } from '../../../shared/domain/approval.ts'
import type { Alert, Version } from '../../../web/src/api/alert.ts'
import { factsOfVersion } from '../../../web/src/screens/approve/facts-of-version.ts'

type Source = { alert: Alert; version: Version; villages: string[] }

const version: Version = {
  version: 2,
  state: 'submitted',
  mode: 'exercise',
  reaches: 'phones',
  level: 'warning',
  areas: ['1308'],
  audience: { duties: ['head'] },
  texts: { lo: 'ນ້ຳຂຶ້ນ', en: 'The river rises' },
  template: null,
  freeText: true,
  rendered: null,
  expiresAtIso: '2026-11-23T12:00:00+07:00',
  issuedAtIso: null,
  heldByQuietHoursUntilIso: null,
  budget: null,
  submission: { by: 'u1', atIso: '2026-11-22T12:00:00+07:00', digest: 'd', headCount: 40 },
  approval: null,
  breakGlass: null,
  reviewDueAtIso: null,
  review: null,
  districtsToFanOut: 0,
  secondWaveOpenedAtIso: null,
  resends: [],
  history: [
    { action: 'create', by: 'u1', atIso: '2026-11-22T12:00:00+07:00' },
    { action: 'submit', by: 'u1', atIso: '2026-11-22T12:00:00+07:00' },
  ],
  notices: [],
}

const alert: Alert = {
  alertId: 'a1',
  number: 12,
  kind: 'flood',
  hazard: 'river-flood',
  mode: 'exercise',
  reaches: 'phones',
  level: 'warning',
  state: 'submitted',
  areas: ['1308'],
  version: 2,
  createdAtIso: '2026-11-22T12:00:00+07:00',
  createdBy: 'u1',
  scheduleId: null,
  waitsForApprovalSinceIso: null,
  lastIssued: null,
  notEnded: false,
  remaining: { areas: [], cleared: [] },
  reviewOverdue: false,
  people: {},
  accountStopped: false,
  accountStoppedSinceIso: null,
  etag: '1',
  versions: [version],
}

const source: Source = { alert, version, villages: ['1308001', '1308002'] }

const withVersion = (changes: Partial<Version>): Source => ({
  ...source,
  version: { ...version, ...changes },
})
const withAlert = (changes: Partial<Alert>): Source => ({ ...source, alert: { ...alert, ...changes } })

const say = (words: { en: string }, values: Readonly<Record<string, string | number>> = {}): string =>
  words.en.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))

/** What the approver reads. */
const read = (of: Source, before?: Version) =>
  factsOfVersion({ ...of, before }, say, (codes) => codes.join(', ')).map(({ words, ...told }) => ({
    what: words.en,
    ...told,
  }))

/** What the approver's digest is made of. */
const bound = ({ alert: of, version: one, villages }: Source): Record<string, unknown> =>
  JSON.parse(
    approvalContent(
      {
        ...one,
        alertId: of.alertId,
        number: of.number,
        lane: laneOf(of.kind),
        audience: one.audience ?? undefined,
        expiresAtEpochSeconds: Date.parse(one.expiresAtIso) / 1000,
      },
      { villages, recipients: one.submission?.headCount ?? 0 },
    ),
  )

/** Each field that the digest binds, with another value of it. */
const others: Record<string, Source> = {
  // An alert is known to people by its number.
  alertId: withAlert({ alertId: 'a2', number: 13 }),
  version: withVersion({ version: 3 }),
  level: withVersion({ level: 'evacuate' }),
  mode: withVersion({ mode: 'test' }),
  reaches: withVersion({ reaches: 'nobody' }),
  lane: withAlert({ kind: 'preparedness' }),
  areas: withVersion({ areas: ['1308', '1309'] }),
  audience: withVersion({ audience: { exposures: [3] } }),
  villages: { ...source, villages: ['1308001', '1308003'] },
  texts: withVersion({ texts: { ...version.texts, en: 'The river falls' } }),
  expiresAtEpochSeconds: withVersion({ expiresAtIso: '2026-11-24T12:00:00+07:00' }),
  headCount: withVersion({
    submission: { by: 'u1', atIso: '2026-11-22T12:00:00+07:00', digest: 'd', headCount: 41 },
  }),
}

describe('what an approver reads', () => {
  it('is all that the digest binds: there is a case here for each of its fields', () => {
    expect(Object.keys(others).toSorted()).toEqual(Object.keys(bound(source)).toSorted())
  })

  it.each(Object.entries(others))('says another thing where %s is another', (field, other) => {
    expect(bound(other)[field]).not.toEqual(bound(source)[field])
    expect(read(other)).not.toEqual(read(source))
  })

  it('shows the texts as the phones will, but for the time of issue', () => {
    expect(read(source).map(({ text }) => text)).toContain('EXERCISE: The river rises #12.2 … EXERCISE')
    expect(read(withVersion({ mode: 'actual' })).map(({ text }) => text)).toContain('The river rises #12.2 …')
  })

  it('names in brackets what each village has of its own', () => {
    const own = withVersion({ texts: { en: 'Go to {safePlace} now', lo: 'ໄປ {safePlace}' } })

    expect(read(own).map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'EXERCISE: Go to [safe place] now #12.2 … EXERCISE',
        'ຝຶກຊ້ອມ: ໄປ [ບ່ອນປອດໄພ] #12.2 … ຝຶກຊ້ອມ',
      ]),
    )
  })

  it('says what its writer gave as a reason for a message too many', () => {
    const submit = { action: 'submit', by: 'u1', atIso: '2026-11-22T12:00:00+07:00' }
    const told = read(withVersion({ history: [{ ...submit, note: 'Mines were found' }] }))

    expect(told).toContainEqual({ what: 'What its writer says', text: 'Mines were found', changed: false })
    expect(read(source).map(({ what }) => what)).not.toContain('What its writer says')
  })

  it('marks what differs from the version before', () => {
    const before: Version = {
      ...version,
      version: 1,
      level: 'watch',
      texts: { ...version.texts, lo: 'ນ້ຳລົງ' },
    }

    expect(read(source, before).flatMap(({ what, changed }) => (changed ? [what] : []))).toEqual([
      'Level',
      'Text in Lao',
    ])
    expect(read(source).some(({ changed }) => changed)).toBe(false)
  })
})
