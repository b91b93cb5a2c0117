import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactsOf, planDispatches, planPlaces, placesOf } from '../../../shared/domain/committee.ts'
import { countVillages, recipientsInLane, sumRecipients } from '../../../shared/domain/district-summary.ts'
import { buildMember, buildVillage } from '../../support/builders.ts'
import { districtVillages } from '../../support/village-arbitrary.ts'

const lanes = ['urgent', 'routine'] as const
const forAll = (check: (villages: ReturnType<typeof buildVillage>[], lane: (typeof lanes)[number]) => void) =>
  fc.assert(fc.property(districtVillages(), fc.constantFrom(...lanes), check), { numRuns: 300 })

const phones = (all: readonly (readonly { phone: string }[])[]) =>
  new Set(all.flat().map(({ phone }) => phone))

describe('planDispatches', () => {
  it('sends one SMS per phone, and the smallest village code owns it', () => {
    forAll((villages, lane) => {
      const planned = planDispatches(villages, lane)

      const owned = planned.flatMap(({ village, recipients }) =>
        recipients.filter((one) => one.sharedWith === undefined).map(({ phone }) => ({ phone, village })),
      )
      expect(new Set(owned.map(({ phone }) => phone)).size).toBe(owned.length)
      for (const { village, recipients } of planned) {
        for (const { phone, sharedWith } of recipients) {
          const owner = owned.find((one) => one.phone === phone)?.village
          expect(sharedWith ?? village).toBe(owner)
          expect((owner ?? '') <= village).toBe(true)
        }
      }
    })
  })

  it('gives every village with a contact of its own exactly one first contact: the first of these', () => {
    forAll((villages, lane) => {
      for (const { recipients } of planDispatches(villages, lane)) {
        const own = recipients.filter((one) => one.sharedWith === undefined)
        expect(recipients.filter((one) => one.wave === 1)).toEqual(own.slice(0, 1))
      }
    })
  })

  it('writes to nobody who left or has a fixed line, and to nothing of a merged village', () => {
    forAll((villages, lane) => {
      const planned = planDispatches(villages, lane)

      const byCode = new Map(villages.map((village) => [village.code, village]))
      for (const { village, recipients } of planned) {
        expect(byCode.get(village)?.status).not.toBe('merged')
        for (const { memberId, phone } of recipients) {
          expect(phone).not.toBe('+85621212345')
          expect(byCode.get(village)?.members.find(({ id }) => id === memberId)?.status).not.toBe('left')
        }
      }
      expect(planned).toHaveLength(villages.filter(({ status }) => status !== 'merged').length)
    })
  })

  it('leaves no phone out that may be written to', () => {
    forAll((villages, lane) => {
      const reachable = villages
        .filter(({ status }) => status !== 'merged')
        .map(({ members }) => contactsOf(members, lane))
      expect(phones(planDispatches(villages, lane).map(({ recipients }) => recipients))).toEqual(
        phones(reachable),
      )
    })
  })

  it('plans the same whatever the order in which villages were read', () => {
    forAll((villages, lane) => {
      expect(planDispatches(villages.toReversed(), lane)).toEqual(planDispatches(villages, lane))
    })
  })

  it('agrees with the counts that a preview shows', () => {
    forAll((villages, lane) => {
      const counts = countVillages(villages)

      const owned = planDispatches(villages, lane).flatMap(({ recipients }) =>
        recipients.filter((one) => one.sharedWith === undefined),
      )
      expect(sumRecipients(recipientsInLane(counts, lane))).toBe(owned.length)
      for (const language of ['lo', 'en'] as const) {
        const inLanguage = owned.filter((one) => one.language === language).length
        expect(recipientsInLane(counts, lane)[language] ?? 0).toBe(inLanguage)
      }
    })
  })

  it('lets a village that shares its first contact begin with the next', () => {
    const shared = buildMember({ id: 'shared' })
    const own = buildMember({ id: 'own', phone: '+8562055999999' })

    const [, second] = planDispatches(
      [
        buildVillage({ code: '1308001', members: [shared] }),
        buildVillage({ code: '1308002', members: [shared, own], exposure: 3 }),
      ],
      'urgent',
    )

    expect(second).toEqual({
      village: '1308002',
      exposure: 3,
      recipients: [
        { memberId: 'shared', phone: shared.phone, language: 'lo', wave: 2, sharedWith: '1308001' },
        { memberId: 'own', phone: own.phone, language: 'lo', wave: 1 },
      ],
    })
  })
})

describe('contactsOf', () => {
  const active = buildMember({ id: 'active', phone: '+8562055000001' })
  const quarantined = buildMember({ id: 'quarantined', phone: '+8562055000002', status: 'quarantined' })

  it('tries quarantined numbers last, in an urgent alert', () => {
    expect(contactsOf([quarantined, active], 'urgent')).toEqual([active, quarantined])
  })

  it('spares them in a routine one, unless the village has nobody else', () => {
    expect(contactsOf([quarantined, active], 'routine')).toEqual([active])
    expect(contactsOf([quarantined], 'routine')).toEqual([quarantined])
  })
})

describe('planPlaces, where some dispatches are written already', () => {
  it('loses no phone that a written one left to a village whose roster has changed since', () => {
    forAll((villages, lane) => {
      const before = planDispatches(villages, lane)
      const written = before.slice(Math.ceil(before.length / 2))
      const emptied = villages.map((village) => ({ ...village, members: [] }))

      const planned = planPlaces(placesOf(emptied, lane), written)

      const own = [...written, ...planned].flatMap(({ recipients }) =>
        recipients.filter(({ sharedWith }) => sharedWith === undefined).map(({ phone }) => phone),
      )
      expect(new Set(own)).toEqual(phones(written.map(({ recipients }) => recipients)))
      expect(new Set(own).size).toBe(own.length)
    })
  })
})
