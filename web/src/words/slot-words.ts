import type { Words } from './language.ts'

/** What stands in braces in a template's words. Lao wording unreviewed. */
export const slotWords: Readonly<Record<string, Words>> = {
  river: { lo: 'ແມ່ນ້ຳ', en: 'river' },
  place: { lo: 'ສະຖານທີ່', en: 'place' },
  dam: { lo: 'ເຂື່ອນ', en: 'dam' },
  level: { lo: 'ລະດັບນ້ຳ', en: 'water level' },
  by: { lo: 'ກ່ອນເວລາ', en: 'by when' },
  until: { lo: 'ຮອດເວລາ', en: 'until when' },
  next: { lo: 'ຈະແຈ້ງອີກກ່ອນ', en: 'next message by' },
  village: { lo: 'ຊື່ບ້ານ', en: 'village' },
  safePlace: { lo: 'ບ່ອນປອດໄພ', en: 'safe place' },
  office: { lo: 'ຫ້ອງການ', en: 'office' },
  desk: { lo: 'ເບີຫ້ອງການເມືອງ', en: 'desk number' },
}
