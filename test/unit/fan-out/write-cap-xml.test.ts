import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCapXml } from '../../../functions/fan-out/write-cap-xml.ts'
import { alertKinds, alertModes, hazards } from '../../../shared/domain/alert.ts'
import { buildCapAlert, type CapReference, type CapVersion } from '../../../shared/domain/cap/cap-alert.ts'
import type { CapDistrict, PlacedVillage } from '../../../shared/domain/cap/cap-areas.ts'
import { districts } from '../../../shared/domain/laos-districts.ts'
import { capValues, levels } from '../../../shared/domain/level.ts'
import { buildAuthority, buildCapVersion, songkhone } from '../../support/cap-samples.ts'
import { findRuleFaults, findSchemaFaults, parseCap } from '../../support/check-cap.ts'

const first: CapReference = {
  sender: 'warnings@example.org',
  identifier: '0123456789abcdef0123456789abcdef-1',
  sent: '2026-07-23T12:00:00+07:00',
}
const write = (
  version: Partial<CapVersion> = {},
  earlier: readonly CapReference[] = [],
  places: readonly CapDistrict[] = [songkhone],
): string =>
  writeCapXml(
    buildCapAlert(buildAuthority(), { version: buildCapVersion(version), districts: places }, earlier),
  )

/** What people type, and what a careless program lets through. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<b>',
        '&',
        '&amp;',
        ']]>',
        '"',
        "'",
        '\u0000',
        '\u001b',
        '\ud800',
        '\ufffe',
        '\n\n',
        'ນ້ຳ',
        '{village}',
        '{x}',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => `x${parts.join('')}`)

const villageOf = (district: string): fc.Arbitrary<PlacedVillage> =>
  fc.record({
    code: fc.integer({ min: 1, max: 999 }).map((number) => `${district}${String(number).padStart(3, '0')}`),
    nameLo: anyText,
    nameEn: anyText,
    latitude: fc.option(fc.double({ min: 13.8, max: 22.6, noNaN: true }), { nil: undefined }),
    longitude: fc.option(fc.double({ min: 100, max: 107.8, noNaN: true }), { nil: undefined }),
  })
const anyDistrict: fc.Arbitrary<CapDistrict> = fc
  .constantFrom(...districts.map(({ code }) => code), '9999')
  .chain((code) =>
    fc.record({
      code: fc.constant(code),
      isWhole: fc.boolean(),
      villages: fc.array(villageOf(code), { maxLength: 5 }),
    }),
  )
const anyMessage = fc
  .record({
    places: fc.uniqueArray(anyDistrict, { minLength: 1, maxLength: 5, selector: ({ code }) => code }),
    version: fc.integer({ min: 1, max: 4 }),
    kind: fc.constantFrom(...alertKinds),
    hazard: fc.constantFrom(...hazards),
    level: fc.constantFrom(...levels),
    mode: fc.constantFrom(...alertModes),
    texts: fc.oneof(
      fc.record({ lo: anyText }),
      fc.record({ en: anyText }),
      fc.record({ lo: anyText, en: anyText }),
    ),
    lifeSeconds: fc.integer({ min: 1, max: 30 * 86_400 }),
    contact: fc.option(anyText, { nil: undefined }),
  })
  // An all-clear or cancel of nothing is not published.
  .filter(({ version, level }) => version > 1 || capValues[level].msgType === 'Alert')
  .map(({ places, lifeSeconds, contact, ...over }) => {
    const { issuedAtEpochSeconds: issuedAt } = buildCapVersion()
    const version = buildCapVersion({
      ...over,
      districts: Object.fromEntries(places.map(({ code }) => [code, []])),
      expiresAtEpochSeconds: issuedAt + lifeSeconds,
    })
    const earlier = Array.from({ length: over.version - 1 }, (_, index) => ({
      ...first,
      identifier: `${version.alertId}-${index + 1}`,
    }))
    return writeCapXml(buildCapAlert(buildAuthority({ contact }), { version, districts: places }, earlier))
  })

describe('a CAP message', () => {
  it('is valid whatever the version says, and wherever it is meant for', async () => {
    const messages = fc.sample(anyMessage, { numRuns: 300, seed: 12 })

    expect(await findSchemaFaults(messages)).toEqual([])
    expect(messages.flatMap((message) => findRuleFaults(parseCap(message)))).toEqual([])
  })

  it.each([
    [
      'an element out of its order',
      (xml: string) => xml.replace(/(<sender>.*<\/sender>)(<sent>.*<\/sent>)/, '$2$1'),
    ],
    ['a time with Z', (xml: string) => xml.replace(/(<sent>[^+]*)\+07:00/, '$1Z')],
    ['a time with fractions', (xml: string) => xml.replace(/(<expires>[^+]*)\+07:00/, '$1.000+07:00')],
    ['an unknown urgency', (xml: string) => xml.replace('<urgency>Expected', '<urgency>Soon')],
    ['an identifier with a comma', (xml: string) => xml.replace('<identifier>', '<identifier>a,b')],
    [
      'a circle with its longitude and no radius',
      (xml: string) => xml.replace(/<circle>[^<]*/, '<circle>105.5'),
    ],
    ['an element that CAP does not know', (xml: string) => xml.replace('<info>', '<extra/><info>')],
    ['the namespace of CAP 1.1', (xml: string) => xml.replace('cap:1.2', 'cap:1.1')],
  ])('would not be valid with %s', async (_what, spoil) => {
    const spoilt = spoil(write())

    expect(spoilt).not.toBe(write())
    expect(await findSchemaFaults([spoilt])).not.toEqual([])
  })

  it('says what happens, to whom, until when and by whom, in both languages', () => {
    const cap = parseCap(write())

    expect(cap).toMatchObject({
      identifier: '0123456789abcdef0123456789abcdef-1',
      sender: 'warnings@example.org',
      sent: '2026-07-23T12:00:00+07:00',
      status: 'Actual',
      msgType: 'Alert',
      scope: 'Public',
    })
    expect(cap.info.map(({ language }) => language)).toEqual(['lo', 'en'])
    expect(cap.info[1]).toMatchObject({
      category: ['Met'],
      event: 'River flood',
      responseType: 'Prepare',
      urgency: 'Expected',
      severity: 'Severe',
      certainty: 'Likely',
      effective: '2026-07-23T12:00:00+07:00',
      expires: '2026-07-24T12:00:00+07:00',
      senderName: 'Made-up authority',
      headline: 'Warning: River flood (Songkhone)',
    })
  })

  it('has general words where those of a village stand in its SMS, and no number of a desk', () => {
    const [, english] = parseCap(write()).info

    expect(english?.description).toBe(
      'Flood warning. Go to the high ground of your village. Songkhone District, phone of the district office.',
    )
  })

  it('names no district as the sender where it is meant for several', () => {
    const cap = parseCap(write({ districts: { '1308': [], '1309': [] } }))

    expect(cap.info[1]?.description).toContain('Your district, phone of the district office.')
  })

  it('tells people to do what the template has read out by loudspeaker', () => {
    const template = { id: 'flood-evacuate', version: 1, slots: { by: '2026-07-23T18:00:00+07:00' } }
    const cap = parseCap(write({ level: 'evacuate', template }))

    expect(cap.info[1]?.responseType).toBe('Evacuate')
    expect(cap.info[1]?.instruction).toMatch(/^Attention, your village\. Songkhone District .*23\/07 18:00/)
  })

  it('sends people to those who know the way where no template says it', () => {
    expect(parseCap(write()).info[1]?.instruction).toBe(
      'Follow what your village disaster committee and your district office say.',
    )
  })

  it.each([
    ['exercise', 'Exercise', 'EXERCISE'],
    ['test', 'Test', 'TEST'],
  ] as const)('of mode %s says so in its status, its note and every text', (mode, status, word) => {
    const cap = parseCap(write({ mode }))

    expect([cap.status, cap.note]).toEqual([status, expect.stringContaining('There is no danger.')])
    for (const text of [cap.info[1]?.headline, cap.info[1]?.description, cap.info[1]?.instruction]) {
      expect(text).toMatch(new RegExp(`^${word}`))
    }
  })

  it.each([
    ['warning', 'Update', 'Prepare', 'Expected'],
    ['all-clear', 'Update', 'AllClear', 'Past'],
    ['cancel', 'Cancel', 'None', 'Unknown'],
  ] as const)('that follows one with the level %s refers to it', (level, msgType, responseType, urgency) => {
    const cap = parseCap(write({ version: 2, level }, [first]))

    expect(cap).toMatchObject({
      msgType,
      references: 'warnings@example.org,0123456789abcdef0123456789abcdef-1,2026-07-23T12:00:00+07:00',
    })
    expect(cap.info[0]).toMatchObject({ responseType, urgency })
  })

  it('names its district by P-code, with a circle around each village, latitude first', () => {
    const [area] = parseCap(write()).info[1]?.area ?? []

    expect(area).toEqual({
      areaDesc: 'Songkhone District, Savannakhet',
      circle: ['16.25000,105.50000 3', '16.30000,105.60000 3'],
      geocode: [{ valueName: 'P-CODE', value: 'LA1308' }],
    })
  })

  it('has no circle where the place of one of the villages is not known', () => {
    const unplaced = { code: '1308003', nameLo: 'ບ້ານສາມ', nameEn: 'Ban Sam' }
    const places = [{ ...songkhone, villages: [...songkhone.villages, unplaced] }]

    expect(write({}, [], places)).not.toContain('<circle>')
  })

  it('names villages where it is meant for no others', () => {
    const [area] = parseCap(write({}, [], [{ ...songkhone, isWhole: false }])).info[0]?.area ?? []

    expect(area?.areaDesc).toBe('ເມືອງສອງຄອນ, ສະຫວັນນະເຂດ: ບ້ານທົດລອງ, ບ້ານສອງ')
    expect(area?.geocode.map(({ value }) => value)).toEqual(['LA1308001', 'LA1308002'])
  })

  it('fits in an item of the table for 500 villages, and for the whole country', () => {
    const manyVillages = Array.from({ length: 500 }, (_, index) => ({
      code: String(1_308_001 + index),
      nameLo: 'ບ້ານທີ່ມີຊື່ຍາວຫຼາຍເປັນພິເສດ',
      nameEn: 'Ban Thi Mi Su Nyao Lai Pen Phiset',
      latitude: 16 + index / 1000,
      longitude: 105,
    }))
    const country = districts.map(({ code }) => ({ code, isWhole: true, villages: [] }))
    const sizes = [[{ code: '1308', isWhole: false, villages: manyVillages }], country].map((places) =>
      Buffer.byteLength(write({}, [], places)),
    )

    expect(Math.max(...sizes)).toBeLessThan(350_000)
  })
})
