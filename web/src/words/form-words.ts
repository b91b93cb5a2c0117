import type { Words } from './language.ts'

/** Words of buttons and long lists, which Home does without. Lao wording unreviewed. */
export const formWords = {
  notSent: {
    lo: 'ຍັງບໍ່ໄດ້ສົ່ງ: ບໍ່ມີສັນຍານ. ບໍ່ມີຫຍັງເສຍ, ກົດອີກຄັ້ງເມື່ອມີສັນຍານ.',
    en: 'Not sent: no connection. Nothing is lost, press again when there is one.',
  },
  sendingNow: { lo: 'ກຳລັງສົ່ງ…', en: 'Sending…' },
  older: { lo: 'ເບິ່ງກ່ອນໜ້ານີ້', en: 'Look further back' },
  noAlerts: { lo: 'ຍັງບໍ່ມີຄຳເຕືອນ.', en: 'There is no alert yet.' },
  save: { lo: 'ບັນທຶກ', en: 'Save' },
  saved: { lo: 'ບັນທຶກແລ້ວ.', en: 'Saved.' },
  cancel: { lo: 'ຍົກເລີກ', en: 'Cancel' },
} as const satisfies Record<string, Words>
