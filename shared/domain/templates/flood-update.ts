import { everyMode, type Template } from './template.ts'

/** How the flood goes on, to people who have left their houses already. */
export const floodUpdate: Template = {
  id: 'flood-update',
  version: 1,
  name: { en: 'Flood update', lo: 'ແຈ້ງເພີ່ມ: ນ້ຳຖ້ວມ', laoReviewedBy: null },
  kinds: ['flood'],
  hazards: ['river-flood', 'heavy-rain', 'dam-release', 'dam-break', 'flash-flood'],
  levels: ['warning', 'evacuate'],
  modes: everyMode,
  slots: { river: 'river', level: 'metres', place: 'place', next: 'time' },
  wordings: {
    en: {
      first: 'FLOOD UPDATE: stay at {safePlace}, do not go home. Next message by {next}.',
      rest: '{river} {level} m at {place}. {office}, phone {desk}.',
      script:
        'Attention, {village}. News of the flood from {office}: {river} stands at {level} metres at {place}. Stay at {safePlace}. Do not go home and do not cross water. The next message comes before {next}.',
      review: null,
    },
    lo: {
      first: 'ນ້ຳຖ້ວມ: ຢູ່ {safePlace}, ຢ່າກັບບ້ານ. ແຈ້ງອີກກ່ອນ {next}.',
      rest: '{river} {level} ແມັດ, {place}. {office} {desk}.',
      script:
        'ແຈ້ງໃຫ້ຊາວ{village} ຊາບຂ່າວນ້ຳຖ້ວມຈາກ {office}: {river} ສູງ {level} ແມັດ ຢູ່ {place}. ໃຫ້ຢູ່ {safePlace}. ຢ່າກັບບ້ານ ແລະ ຢ່າຂ້າມນ້ຳ. ຈະແຈ້ງອີກກ່ອນ {next}.',
      review: null,
    },
  },
}
