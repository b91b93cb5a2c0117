import { everyMode, type Template } from './template.ts'

/** Days after a flood: illness from water, and bombs that the water has moved. */
export const afterFlood: Template = {
  id: 'after-flood',
  version: 2,
  name: { en: 'After a flood: hygiene and bombs', lo: 'ຫຼັງນ້ຳຖ້ວມ: ອະນາໄມ ແລະ ລະເບີດ', laoReviewedBy: null },
  kinds: ['preparedness'],
  hazards: ['river-flood', 'flash-flood', 'dam-break', 'dam-release', 'heavy-rain', 'other'],
  levels: ['prepare'],
  modes: everyMode,
  slots: { until: 'time' },
  wordings: {
    en: {
      first:
        'AFTER THE FLOOD in {village}, until {until}: boil drinking water, do not touch unexploded bombs.',
      rest: 'Wash hands. Keep children away from mud and metal. {office}, phone {desk}.',
      script:
        'Attention, {village}. {office} advises until {until}: boil drinking water and wash hands with soap. The flood has moved unexploded bombs. Do not touch metal in the mud, mark the place and tell the village head. Keep children away.',
      review: null,
    },
    lo: {
      first: 'ຫຼັງນ້ຳຖ້ວມ {village} ຮອດ {until}: ຕົ້ມນ້ຳ, ຢ່າຈັບລະເບີດ.',
      rest: 'ລ້າງມື. ຢ່າໃຫ້ເດັກໃກ້ຂີ້ຕົມ ແລະ ເຫຼັກ. {office}, ໂທ {desk}.',
      script:
        'ແຈ້ງໃຫ້ຊາວ{village} ຊາບ: {office} ແນະນຳ ຮອດ {until}: ໃຫ້ຕົ້ມນ້ຳດື່ມ ແລະ ລ້າງມືໃສ່ສະບູ. ນ້ຳຖ້ວມໄດ້ພັດລະເບີດທີ່ຍັງບໍ່ແຕກມາ. ຢ່າຈັບເຫຼັກໃນຂີ້ຕົມ, ໃຫ້ໝາຍບ່ອນໄວ້ ແລະ ບອກນາຍບ້ານ. ຢ່າໃຫ້ເດັກນ້ອຍເຂົ້າໃກ້.',
      review: null,
    },
  },
}
