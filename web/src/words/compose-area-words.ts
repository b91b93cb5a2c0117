import type { Words } from './language.ts'

/** Words of choosing the areas of an alert. Lao wording unreviewed. */
export const areaWords = {
  areas: { lo: '2. ບ້ານໃດ?', en: '2. Which villages?' },
  reaches: { lo: 'ເຂດທີ່ບັນທຶກໄວ້', en: 'Saved reaches' },
  saveReach: { lo: 'ບັນທຶກເຂດນີ້ໄວ້ໃຊ້ອີກ', en: 'Save these areas for next time' },
  reachName: { lo: 'ຊື່', en: 'Name' },
  manageReaches: { lo: 'ປ່ຽນຊື່ ຫຼື ລຶບເຂດ', en: 'Rename or delete reaches' },
  nameOf: { lo: 'ຊື່ຂອງ {name}', en: 'Name of {name}' },
  remove: { lo: 'ລຶບ {name}', en: 'Delete {name}' },
  chooseVillages: { lo: 'ເລືອກບ້ານ', en: 'Choose villages' },
  province: { lo: 'ແຂວງ', en: 'Province' },
  district: { lo: 'ເມືອງ', en: 'District' },
  choose: { lo: '– ເລືອກ –', en: '– choose –' },
  whole: { lo: 'ທັງໝົດ {name}', en: 'All of {name}' },
  exposed: { lo: 'ທຸກບ້ານທີ່ມີຄວາມສ່ຽງ', en: 'All exposed villages' },
  exposedHigh: { lo: 'ສະເພາະຄວາມສ່ຽງສູງສຸດ', en: 'The most exposed only' },
  findVillage: { lo: 'ຄົ້ນຫາບ້ານ', en: 'Find a village' },
  villagesOf: { lo: 'ບ້ານຂອງ {name}', en: 'Villages of {name}' },
  shown: { lo: '{n} ບ້ານ', en: '{n} villages' },
  noVillages: { lo: 'ບໍ່ມີບ້ານໃນບັນຊີ.', en: 'No village is on the roster.' },
  noContact: { lo: 'ບໍ່ມີເບີໂທ', en: 'no phone' },
  chosen: { lo: 'ເຂດທີ່ເລືອກ: {n}', en: 'Areas chosen: {n}' },
  clear: { lo: 'ລຶບທັງໝົດ', en: 'Clear all' },
  takeAway: { lo: 'ເອົາ {name} ອອກ', en: 'Take {name} away' },
  moreAreas: { lo: 'ສະແດງທັງໝົດ {n}', en: 'Show all {n}' },
  map: { lo: 'ແຜນທີ່: ເລືອກ {n} ຈາກ {all} ບ້ານ', en: 'Map: {n} of {all} villages chosen' },
} as const satisfies Record<string, Words>
