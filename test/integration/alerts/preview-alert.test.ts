import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { countSmsParts } from '../../../shared/domain/sms-parts.ts'
import { alertBody, buildCommittee, issueAlert, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { alertUsers } from '../../support/alert-samples.ts'
import { startTables } from '../../support/dynalite.ts'
import { districtVillages } from '../../support/village-arbitrary.ts'
import { countItems, it } from '../../support/world-test.ts'

const { expiresAtIso: _, ...previewBody } = alertBody
const preview = async (world: AlertWorld, over: Record<string, unknown> = {}) =>
  (
    await world.api.ok(alertRoutes.previewAlert, {
      user: 'province',
      body: { ...previewBody, ...over },
    })
  ).body

const oneRun = async (
  kind: 'flood' | 'preparedness',
  villages: Parameters<AlertWorld['seedVillages']>[0],
) => {
  const tables = await startTables()
  try {
    const world = createAlertWorld(tables)
    await world.seedUsers(alertUsers)
    await world.seedVillages([...villages, villageWith('1308900', 1)])
    const body = { kind, level: 'prepare', texts: { lo: 'ນ້ຳ' } }
    const told = await preview(world, body)
    await issueAlert(world, body)
    await world.drain()
    expect(world.phones.outbox).toHaveLength(told.recipients)
  } finally {
    await tables.stop()
  }
}

describe('a preview', () => {
  it('tells people, villages, parts, price and minutes, and writes nothing', async ({ world, tables }) => {
    const [first, ...others] = buildCommittee('1308001', 30)
    if (first === undefined) throw new Error('a committee')
    await world.seedVillages([
      villageWith('1308001', 0, {
        safePlaceLo: 'ວັດ',
        members: [first, ...others.map((member) => ({ ...member, language: 'en' as const }))],
      }),
      villageWith('1308002', 0),
    ])
    const before = await countItems(tables)

    const told = await preview(world, { texts: { ...alertBody.texts, en: 'FLOOD '.repeat(30) } })

    expect(await countItems(tables)).toBe(before)
    expect(told).toMatchObject({
      villages: 2,
      villagesWithoutContact: 1,
      villagesWithoutSafePlace: 1,
      recipients: 30,
      parts: 1 + 29 * 2,
      costUsd: 3.54,
      minutes: 0.1,
      warnings: [],
    })
    expect(told.texts.map(({ language, parts, recipients }) => [language, parts, recipients])).toEqual([
      ['lo', 1, 1],
      ['en', 2, 29],
    ])
  })

  it('shows who would get another language, and counts them with it', async ({ world }) => {
    await world.seedVillages([
      villageWith('1308001', 0, { members: buildCommittee('1308001', 3, { language: 'en' }) }),
    ])

    const told = await preview(world, { texts: { lo: 'ນ້ຳຖ້ວມ' } })

    expect(told.texts.map(({ language, recipients }) => [language, recipients])).toEqual([['lo', 3]])
    expect(told.warnings).toMatchObject([{ code: 'language-without-text', language: 'en' }])
    expect(told.warnings[0]?.message.en).toContain('3 people')
  })

  it.for([
    [
      'an evacuation that takes two parts',
      { level: 'evacuate', texts: { en: 'Leave now. '.repeat(20) } },
      'two-parts-to-evacuate',
    ],
    ['a curly quote', { texts: { en: 'Leave “now”' } }, 'costly-characters'],
    ['a question for a reply', { texts: { en: 'Reply 1 if safe' } }, 'reply-asked'],
    ['a question for a reply in Lao', { texts: { lo: 'ຕອບ 1' } }, 'reply-asked'],
  ] as const)('warns of %s', async ([, over, code], { world }) => {
    await world.seedVillages([villageWith('1308001', 1)])

    expect((await preview(world, over)).warnings.map((warning) => warning.code)).toContain(code)
  })

  it('counts a text with words of villages village by village, as it is sent', async ({ world }) => {
    await world.seedVillages([
      villageWith('1308001', 2, { safePlaceLo: 'ວັດ' }),
      villageWith('1308002', 3, { safePlaceLo: 'ໂຮງຮຽນປະຖົມຢູ່ເທິງໂນນສູງໃກ້ກັບທາງໃຫຍ່ສາຍເກົ່າ' }),
    ])
    const texts = { lo: `ເຕືອນໄພນ້ຳຖ້ວມ: ໄປ {safePlace} ${'ກ່ອນຄ່ຳ '.repeat(1)}` }

    const told = await preview(world, { texts })
    await issueAlert(world, { texts })
    await world.drain()

    const sent = world.phones.outbox.map(({ text }) => countSmsParts(text).parts)
    expect(told.texts).toMatchObject([{ widestVillage: '1308002', recipients: 5 }])
    expect(told.parts).toBe(sent.reduce((sum, parts) => sum + parts, 0))
    expect(new Set(sent).size).toBe(2)
  })

  it('refuses words in braces that nobody can fill in', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])

    const problem = await world.api.refused(alertRoutes.previewAlert, {
      user: 'province',
      body: { ...previewBody, texts: { en: 'Go to {hill}' } },
    })

    expect(problem).toMatchObject({ code: 'invalid-request', errors: [{ path: 'body.texts.en' }] })
  })

  it('tells no minutes where the rate is unlimited', async ({ tables }) => {
    const world = createAlertWorld(tables, { rate: { perSecond: 0, counts: 'messages' } })
    await world.seedUsers(alertUsers)
    await world.seedVillages([villageWith('1308001', 1)])

    expect((await preview(world)).minutes).toBeNull()
  })

  it('counts a district that changed since it was counted by its villages', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    await world.summaries.markStale('1308', 'token', 0)
    const village = villageWith('1308002', 4)
    await world.villages.put(village, { revision: 'r', replaces: null, nowIso: village.updatedAtIso })

    expect((await preview(world)).recipients).toBe(5)
  })

  it('refuses unknown areas as writing the alert does', async ({ world }) => {
    const problem = await world.api.refused(alertRoutes.previewAlert, {
      user: 'province',
      body: { ...previewBody, areas: ['1399'] },
    })

    expect(problem.errors[0]?.path).toBe('body.areas[0]')
  })

  it('counts exactly what is sent then, in both lanes', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom('flood', 'preparedness'), districtVillages(), oneRun), {
      numRuns: 8,
      examples: [
        [
          'preparedness',
          [
            villageWith('1308001', 0, {
              members: buildCommittee('1308001', 2).map((member, index) => ({
                ...member,
                status: index === 0 ? ('active' as const) : ('quarantined' as const),
              })),
            }),
          ],
        ],
      ],
    })
  })
})
