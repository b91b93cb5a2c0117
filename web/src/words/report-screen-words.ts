import type { Words } from './language.ts'

/** Words of the report that its printed form does not have. Lao wording unreviewed. */
export const reportScreenWords = {
  curve: {
    lo: 'ເສັ້ນສະແດງ: ຫຼັງ {minutes} ນາທີ, ມອບແລ້ວ {handedOver}, ຮອດແລ້ວ {delivered}, ຢືນຢັນແລ້ວ {acknowledged} ຈາກ {all} ບ້ານ. ຕາຕະລາງຢູ່ລຸ່ມນີ້.',
    en: 'Curve: after {minutes} minutes {handedOver} of {all} villages handed over, {delivered} delivered, {acknowledged} acknowledged. The table below says the same.',
  },
  tooEarly: { lo: 'ຍັງບໍ່ຮອດໜຶ່ງນາທີນັບແຕ່ອອກ.', en: 'Not a minute has passed since it was issued.' },
  asOf: { lo: 'ຂໍ້ມູນເມື່ອ {time}', en: 'As of {time}' },
  state: { lo: 'ສະຖານະຕາມສະບັບຫຼ້າສຸດ', en: 'State by the last version' },
  calls: { lo: 'ການໂທ', en: 'Calls' },
  noCalls: { lo: 'ບໍ່ມີການໂທທີ່ບັນທຶກໄວ້.', en: 'No call was recorded.' },
  nothingIssued: { lo: 'ຍັງບໍ່ມີຫຍັງຖືກສົ່ງ.', en: 'Nothing was sent yet.' },
} as const satisfies Record<string, Words>
