import type { Words } from './language.ts'

/** Words of what an admin does with the files and settings of districts. Lao wording unreviewed. */
export const manageWords = {
  importRoster: { lo: 'ນຳເຂົ້າບັນຊີ', en: 'Import a roster' },
  addVillage: { lo: 'ເພີ່ມບ້ານ', en: 'Add a village' },
  expected: { lo: 'ຈຳນວນບ້ານທີ່ຄວນມີ', en: 'Villages the district should have' },
  deskPhone: { lo: 'ເບີໂທຫ້ອງການເມືອງ', en: 'Desk phone of the district' },
  deskHint: { lo: 'SMS ບອກເບີນີ້ໃຫ້ຊາວບ້ານໂທຫາ', en: 'SMS tell people to call this number' },
  exportRoster: { lo: 'ສົ່ງອອກບັນຊີ', en: 'Export the roster' },
  exportTemplate: { lo: 'ແບບຟອມທີ່ມີຊື່ບ້ານແລ້ວ', en: 'Template with the villages in it' },
  exporting: { lo: 'ກຳລັງກຽມໄຟລ໌…', en: 'The file is being written…' },
  exportFailed: { lo: 'ກຽມໄຟລ໌ບໍ່ໄດ້. ລອງອີກ.', en: 'The file could not be written. Try again.' },
  download: { lo: 'ດາວໂຫຼດ ({n} ບ້ານ)', en: 'Download ({n} villages)' },
} as const satisfies Record<string, Words>
