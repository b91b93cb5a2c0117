import { buildCommittee, villageWith } from './alert-samples.ts'
import type { AlertWorld } from './alert-world.ts'

/** A template whose text names words of each village, filled in. */
export const template = {
  id: 'flood-warning',
  version: 2,
  slots: {
    river: 'xe-champhone',
    place: { lo: 'ແກ້ງດີ', en: 'Kengdi' },
    level: 7.5,
    by: '2026-07-23T18:00:00+07:00',
  },
}

/** A village with readers of both languages and a safe place, one without, and the number of their district's desk. */
export const seed = async (world: AlertWorld) => {
  await world.seedVillages([
    villageWith('1308001', 0, {
      safePlaceLo: 'ວັດໜອງສູງ',
      safePlaceEn: 'Temple hill',
      members: [...buildCommittee('1308001', 1), ...buildCommittee('1308002', 1, { language: 'en' })],
    }),
    villageWith('1308003', 1),
  ])
  await world.summaries.setDeskPhone('1308', '041 212 345')
}

/** What went to this phone first. */
export const textTo = (world: AlertWorld, phone: string): string | undefined =>
  world.phones.outbox.find((sms) => sms.phone === phone)?.text
