import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { templates } from '../../../shared/domain/templates/catalogue.ts'
import { alertUsers, buildCommittee, issueAlert, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { withSecondPerson } from '../../support/approval.ts'
import { preparedness, setBudget } from '../../support/budgets.ts'
import { countItems, it } from '../../support/world-test.ts'

const evacuate = { id: 'flood-evacuate', version: 1, slots: { by: '2026-07-23T18:00:00+07:00' } }
const body = {
  kind: 'flood',
  hazard: 'river-flood',
  level: 'evacuate',
  mode: 'exercise',
  areas: ['1308'],
  template: evacuate,
}
const compose = async (world: AlertWorld, over: Record<string, unknown> = {}) =>
  (await world.api.ok(alertRoutes.composeText, { user: 'officer', body: { ...body, ...over } })).body
const freely = (texts: Record<string, string>) => ({ template: undefined, texts })

const seed = async (world: AlertWorld) => {
  await world.seedVillages([
    villageWith('1308001', 0, {
      nameLo: 'ໜອງສູງ',
      safePlaceLo: 'ໂຮງຮຽນບ້ານໜອງສູງທີ່ຢູ່ເທິງໂນນໃຫຍ່',
      safePlaceEn: 'Temple hill',
      members: [...buildCommittee('1308001', 2), ...buildCommittee('1308002', 1, { language: 'en' })],
    }),
    villageWith('1308003', 1, { safePlaceEn: 'School' }),
    villageWith('1308004', 1),
  ])
  await world.summaries.setDeskPhone('1308', '041 212 345')
}

describe('composing a text from a template', () => {
  it('counts those alone for whom a preparedness message is', async ({ world }) => {
    await world.seedVillages([
      villageWith('1308001', 2, { exposure: 3 }),
      villageWith('1308002', 3, { exposure: 1 }),
    ])
    await setBudget(world, '1308', 'routine', { parts: 100 })
    const message = { ...preparedness, template: undefined }

    const all = await compose(world, message)
    const near = await compose(world, { ...message, audience: { exposures: [3] } })
    const nobody = await compose(world, { ...message, audience: { duties: ['shelter'] } })

    expect([all, near, nobody].map(({ recipients }) => recipients)).toEqual([5, 2, 0])
    expect([all, near, nobody].map(({ budgets }) => budgets.map(({ neededParts }) => neededParts))).toEqual([
      [all.parts],
      [near.parts],
      [],
    ])
  })

  it('tells until when quiet hours would hold it', async ({ tables }) => {
    const world = createAlertWorld(tables, { quietHours: { fromHour: 20, untilHour: 7 } })
    await world.seedUsers(alertUsers)
    await seed(world)

    const atNoon = await compose(world)
    world.time.nowMs = Date.parse('2026-07-23T21:30:00+07:00')
    const drill = await compose(world, {
      template: { ...evacuate, slots: { by: '2026-07-24T18:00:00+07:00' } },
    })
    const actual = await compose(world, {
      mode: 'actual',
      template: { ...evacuate, slots: { by: '2026-07-24T18:00:00+07:00' } },
    })

    expect([atNoon, drill, actual].map(({ heldByQuietHoursUntilIso }) => heldByQuietHoursUntilIso)).toEqual([
      null,
      '2026-07-24T07:00:00+07:00',
      null,
    ])
  })

  it('tells whether somebody else has to approve it before it goes out', async ({ tables }) => {
    const world = await withSecondPerson(tables, [villageWith('1308001', 1)])
    await world.summaries.setDeskPhone('1308', '041 212 345')

    const [evacuation, watch] = [
      await compose(world),
      await compose(world, { level: 'watch', ...freely({ en: 'FLOOD WATCH: get ready.' }) }),
    ]

    expect([evacuation.needsSecondPerson, watch.needsSecondPerson]).toEqual([true, false])
  })

  it('tells text, parts, recipients, price, script and what is unreviewed, and writes nothing', async ({
    world,
    tables,
  }) => {
    await seed(world)
    const before = await countItems(tables)

    const told = await compose(world)

    expect(await countItems(tables)).toBe(before)
    expect(told).toMatchObject({
      villages: 3,
      recipients: 5,
      freeText: false,
      unreviewed: ['lo', 'en'],
      districtsWithoutDesk: [],
    })
    const [lo, en] = told.texts
    expect(lo).toMatchObject({ recipients: 4, widestVillage: '1308001', encoding: 'UCS-2' })
    expect(lo?.rendered).toContain('ໂຮງຮຽນບ້ານໜອງສູງທີ່ຢູ່ເທິງໂນນໃຫຍ່ ກ່ອນ 23/07 18:00')
    expect(lo?.text).toContain('{safePlace}')
    expect(lo?.script.startsWith('ຝຶກຊ້ອມ. ແຈ້ງໃຫ້ຊາວ')).toBe(true)
    expect(en).toMatchObject({ recipients: 1, parts: 2, content: { missing: [] } })
    expect(en?.rendered).toContain(
      'Temple hill by 23/07 18:00. Do not cross water. Songkhone District, phone 041 212 345.',
    )
    expect(told.parts).toBe((lo?.partsTotal ?? 0) + (en?.partsTotal ?? 0))
    expect(told.costUsd).toBeCloseTo(told.parts * 0.06)
  })

  it('counts the villages whose safe place it cannot name, each in the language it speaks', async ({
    world,
  }) => {
    await seed(world)

    const [lo, en] = (await compose(world)).texts

    expect(lo).toMatchObject({ safePlaceInOtherLanguage: 1, safePlaceUnknown: 1 })
    expect(en).toMatchObject({ safePlaceInOtherLanguage: 0, safePlaceUnknown: 0 })
  })

  it('counts exactly what is sent then', async ({ world }) => {
    await seed(world)

    const told = await compose(world)
    await issueAlert(world, { level: 'evacuate', texts: undefined, template: evacuate }, 'officer')
    await world.drain()

    expect(world.phones.outbox).toHaveLength(told.recipients)
  })

  it('names every fault of template, slots and areas at once', async ({ world }) => {
    await seed(world)

    const problem = await world.api.refused(alertRoutes.composeText, {
      user: 'officer',
      body: {
        ...body,
        level: 'watch',
        areas: ['1399'],
        template: { ...evacuate, slots: { by: 'soon', river: 'mekong' } },
      },
    })

    expect(problem.errors.map(({ path }) => path).toSorted()).toEqual([
      'body.areas[0]',
      'body.level',
      'body.template.slots.by',
      'body.template.slots.river',
    ])
  })

  it.for([
    ['an unknown template', { ...evacuate, id: 'tsunami' }, 'body.template.id'],
    ['words that have changed', { ...evacuate, version: 99 }, 'body.template.version'],
  ] as const)('refuses %s', async ([, template, path], { world }) => {
    await seed(world)

    const problem = await world.api.refused(alertRoutes.composeText, {
      user: 'officer',
      body: { ...body, template },
    })

    expect(problem.errors).toMatchObject([{ path }])
  })

  it('shows a district without a desk number', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])

    expect((await compose(world)).districtsWithoutDesk).toEqual(['1308'])
  })

  it('takes either texts or a template', async ({ world }) => {
    await seed(world)
    for (const over of [{ texts: { en: 'FLOOD' } }, { template: undefined }]) {
      // oxlint-disable-next-line no-await-in-loop -- two requests, one after the other
      const problem = await world.api.refused(alertRoutes.composeText, {
        user: 'officer',
        body: { ...body, ...over },
      })
      expect(problem.errors).toMatchObject([{ path: 'body.texts' }])
    }
  })
})

describe('composing a text of one’s own', () => {
  it('tells what it lacks, and offers what would shorten it', async ({ world }) => {
    await seed(world)

    const told = await compose(world, freely({ lo: 'ນໍ້າຖ້ວມ', en: `Flood – ${'leave now '.repeat(9)}` }))

    expect(told).toMatchObject({ freeText: true, unreviewed: [] })
    const [lo, en] = told.texts
    expect(lo).toMatchObject({
      widestVillage: null,
      content: { there: ['hazard'], missing: ['source', 'place', 'action', 'time'] },
      spelling: { text: 'ນ້ຳຖ້ວມ', unitsSaved: 1 },
    })
    expect(en?.spelling.offers).toMatchObject([{ kind: 'plain-character', from: '–', to: '-' }])
    expect(en).toMatchObject({ parts: 3, saveAPart: { parts: 2 } })
    expect(en?.script).toMatch(/^EXERCISE\. Attention.*I say it again.*EXERCISE\.$/)
  })

  it('may name what Siang knows of villages, and nothing else in braces', async ({ world }) => {
    await seed(world)

    const [en] = (await compose(world, freely({ en: 'Go to {safePlace}' }))).texts
    const problem = await world.api.refused(alertRoutes.composeText, {
      user: 'officer',
      body: { ...body, ...freely({ en: 'Go to {hill}' }) },
    })

    expect(en?.rendered).toContain('Go to ')
    expect(en?.rendered).not.toContain('{')
    expect(problem.errors).toMatchObject([{ path: 'body.texts.en' }])
  })
})

describe('the templates', () => {
  it('are listed for everybody, with what is unreviewed', async ({ world }) => {
    const { body: told } = await world.api.ok(alertRoutes.listTemplates, { user: 'viewer' })

    expect(told.templates.map(({ id }) => id)).toEqual(templates.map(({ id }) => id))
    expect(told.templates[0]).toMatchObject({ id: 'flood-watch', version: 2, unreviewed: ['lo', 'en'] })
  })

  it('are shown with their words, slots and what can stand in them', async ({ world }) => {
    const { body: told } = await world.api.ok(alertRoutes.getTemplate, {
      user: 'admin',
      params: { templateId: 'flood-watch' },
    })

    expect(told.slots).toEqual([
      { slot: 'river', type: 'river' },
      { slot: 'place', type: 'place' },
      { slot: 'until', type: 'time' },
    ])
    expect(told.wordings.map(({ language, review }) => [language, review])).toEqual([
      ['lo', null],
      ['en', null],
    ])
    expect(told.rivers.map(({ id }) => id)).toContain('xe-champhone')
  })

  it('answer like what is not there where there is none of the id', async ({ world }) => {
    const problem = await world.api.refused(alertRoutes.getTemplate, {
      user: 'admin',
      params: { templateId: 'tsunami' },
    })

    expect(problem.code).toBe('not-found')
  })
})
