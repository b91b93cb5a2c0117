import type { Words } from './language.ts'

/** Words of the lists of the roster: areas, and the villages of a district. Lao wording unreviewed. */
export const rosterWords = {
  provinces: { lo: 'ບ້ານຕາມແຂວງ', en: 'Villages by province' },
  area: { lo: 'ເຂດ', en: 'Area' },
  rostered: { lo: 'ບ້ານໃນບັນຊີ', en: 'On the roster' },
  withoutContact: { lo: 'ບໍ່ມີຜູ້ຕິດຕໍ່', en: 'Without contact' },
  ofExpected: { lo: '{n} ຈາກ {all}', en: '{n} of {all}' },
  noAreas: { lo: 'ບໍ່ມີເຂດໃຫ້ເບິ່ງ.', en: 'There is no area for you to see.' },
  summary: {
    lo: '{villages} ບ້ານ, {people} ຄົນ, ແມ່ຍິງ {women} ຄົນ',
    en: '{villages} villages, {people} people, {women} of them women',
  },
  missing: {
    lo: 'ຄວນມີ {all} ບ້ານ: ຍັງຂາດ {n} ບ້ານ ທີ່ບໍ່ມີໃຜໄດ້ຮັບ SMS.',
    en: '{all} villages are expected: in the {n} that are missing nobody gets an SMS.',
  },
  desk: { lo: 'ເບີໂທຫ້ອງການເມືອງ: {phone}', en: 'Desk phone of the district: {phone}' },
  noDesk: { lo: 'ຍັງບໍ່ມີເບີໂທຫ້ອງການເມືອງ.', en: 'The district’s desk phone is not known yet.' },
  search: { lo: 'ຊອກຊື່ບ້ານ ຫຼື ລະຫັດ', en: 'Search by name or code' },
  show: { lo: 'ສະແດງ', en: 'Show' },
  all: { lo: 'ທັງໝົດ', en: 'All' },
  failing: { lo: 'ມີເບີທີ່ໃຊ້ບໍ່ໄດ້', en: 'With failing numbers' },
  noSafePlace: { lo: 'ບໍ່ມີບ່ອນປອດໄພ', en: 'Without safe place' },
  shown: { lo: 'ພົບ {found} ຈາກ {all} ບ້ານ', en: '{found} of {all} villages found' },
  noneFound: { lo: 'ບໍ່ພົບບ້ານ. ລອງຄຳອື່ນ.', en: 'No village found. Try other words.' },
  emptyDistrict: {
    lo: 'ຍັງບໍ່ມີບ້ານໃນບັນຊີ: ນຳເຂົ້າບັນຊີ ຫຼື ເພີ່ມບ້ານ.',
    en: 'No village is on the roster yet: import a roster, or add a village.',
  },
  map: {
    lo: 'ແຜນທີ່: {contact} ບ້ານມີຜູ້ຕິດຕໍ່ (ວົງ), {without} ບ້ານບໍ່ມີ (ກາກະບາດ). ຕາຕະລາງຢູ່ລຸ່ມນີ້.',
    en: 'Map: {contact} villages with a contact (ring), {without} without (cross). The table below says the same.',
  },
  onMap: { lo: 'ແຜນທີ່ບ້ານ', en: 'Map of the villages' },
  village: { lo: 'ບ້ານ', en: 'Village' },
  contacts: { lo: 'ຜູ້ຮັບ SMS', en: 'Gets SMS' },
  exposure: { lo: 'ຄວາມສ່ຽງ', en: 'Exposure' },
  failingCount: { lo: 'ເບີໃຊ້ບໍ່ໄດ້ {n}', en: '{n} failing' },
  provisional: { lo: 'ລະຫັດຊົ່ວຄາວ', en: 'Provisional code' },
  merged: { lo: 'ລວມເຂົ້າບ້ານອື່ນແລ້ວ', en: 'Merged into another village' },
  manage: { lo: 'ໄຟລ໌ ແລະ ການຕັ້ງຄ່າ', en: 'Files and settings' },
  callSheet: { lo: 'ໃບລາຍຊື່ໂທ ສຳລັບພິມ', en: 'Call sheet to print' },
  failingList: { lo: 'ເບີທີ່ໃຊ້ບໍ່ໄດ້', en: 'Failing numbers' },
} as const satisfies Record<string, Words>
