import type { Words } from './language.ts'

/** Words of what became of a village: a new name, a code to come, a merge. Lao wording unreviewed. */
export const standingWords = {
  title: { lo: 'ປ່ຽນຊື່, ລວມບ້ານ, ລະຫັດຊົ່ວຄາວ', en: 'Renamed, merged, provisional code' },
  renamed: {
    lo: 'ຖ້າບ້ານປ່ຽນຊື່: ກົດ «ແກ້ໄຂຂໍ້ມູນບ້ານ». ລະຫັດ, ຄະນະກຳມະການ ແລະ ປະຫວັດຍັງຄືເກົ່າ.',
    en: 'A new name: press “Edit the village”. Code, committee and history stay.',
  },
  ask: { lo: 'ບ້ານນີ້ເປັນແນວໃດ?', en: 'How does the village stand?' },
  active: { lo: 'ບ້ານປົກກະຕິ', en: 'A village with its own code' },
  provisional: { lo: 'ຍັງບໍ່ມີລະຫັດທາງການ', en: 'It has no official code yet' },
  merged: { lo: 'ລວມເຂົ້າບ້ານອື່ນແລ້ວ', en: 'It was merged into another village' },
  into: { lo: 'ລວມເຂົ້າບ້ານໃດ?', en: 'Into which village?' },
  choose: { lo: 'ເລືອກ…', en: 'Choose…' },
  chooseFirst: { lo: 'ເລືອກບ້ານ.', en: 'Choose the village.' },
  warning: {
    lo: 'ຈາກນີ້ໄປ {n} ຄົນໃນຄະນະກຳມະການນີ້ ຈະບໍ່ໄດ້ຮັບ SMS ຈັກອັນ. ລະບົບບໍ່ຍ້າຍໃຜ: ເພີ່ມຜູ້ທີ່ຢູ່ຕໍ່ ໃສ່ຄະນະກຳມະການຂອງບ້ານນັ້ນກ່ອນ.',
    en: 'From now on the {n} people of this committee get no SMS at all. Nobody is moved over: first add those who go on to the committee of the other village.',
  },
  stays: {
    lo: 'ບ້ານນີ້ຍັງຢູ່ໃນບັນຊີ ແລະ ເອົາຄືນໄດ້. ປ່ຽນຈຳນວນບ້ານທີ່ເມືອງຄວນມີນຳ.',
    en: 'The village stays on the roster, and this can be taken back. Correct the number of villages that the district should have, too.',
  },
  save: { lo: 'ບັນທຶກສະຖານະຂອງບ້ານ', en: 'Save how it stands' },
  isIn: {
    lo: 'ຄົນຢູ່ລຸ່ມນີ້ບໍ່ໄດ້ຮັບ SMS. ຄຳເຕືອນໄປຫາຄະນະກຳມະການຂອງ',
    en: 'Nobody below gets an SMS. Alerts go to the committee of',
  },
} as const satisfies Record<string, Words>
