import { everyMode, type Template } from './template.ts'

/** The river may leave its bed within days. */
export const floodWatch: Template = {
  id: 'flood-watch',
  version: 2,
  name: { en: 'Flood watch', lo: 'ເຝົ້າລະວັງນ້ຳຖ້ວມ', laoReviewedBy: null },
  kinds: ['flood'],
  hazards: ['river-flood', 'heavy-rain'],
  levels: ['watch'],
  modes: everyMode,
  slots: { river: 'river', place: 'place', until: 'time' },
  wordings: {
    en: {
      first:
        'FLOOD WATCH until {until}: get ready boats, rice, papers and animals. {river} may flood low land.',
      rest: 'Watch the water near {place}. Test the loudspeaker. {office}, phone {desk}.',
      script:
        'Attention, {village}. {office} gives a flood watch until {until}. {river} may flood low land near {place}. Get boats, rice, papers and animals ready. Help old people, children and disabled people to get ready.',
      review: null,
    },
    lo: {
      first: 'ເຝົ້າລະວັງນ້ຳຖ້ວມ {river} ຮອດ {until}: ກຽມເຮືອ, ເຂົ້າ, ສັດ.',
      rest: 'ເກັບເອກະສານ. ນ້ຳອາດຖ້ວມເຂດຕ່ຳໃກ້ {place}. ທົດລອງໂທລະໂຄ່ງ. {office} {desk}.',
      script:
        'ແຈ້ງໃຫ້ຊາວ{village} ຊາບ: {office} ໃຫ້ເຝົ້າລະວັງນ້ຳຖ້ວມ ຮອດ {until}. {river} ອາດຖ້ວມເຂດຕ່ຳໃກ້ {place}. ໃຫ້ກຽມເຮືອ, ເຂົ້າສານ, ເອກະສານ ແລະ ສັດລ້ຽງ. ໃຫ້ຊ່ວຍຜູ້ເຖົ້າ, ເດັກນ້ອຍ ແລະ ຄົນພິການກຽມພ້ອມ.',
      review: null,
    },
  },
}
