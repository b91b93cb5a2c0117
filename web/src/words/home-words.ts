import type { Words } from './language.ts'

/** Words of the home screen. Lao wording unreviewed. */
export const homeWords = {
  newAlert: { lo: 'ອອກຄຳເຕືອນໃໝ່', en: 'New alert' },
  live: { lo: 'ກຳລັງມີຜົນ', en: 'Live now' },
  nothingLive: { lo: 'ບໍ່ມີຄຳເຕືອນໃນເຂດຂອງທ່ານ.', en: 'No alert in your areas.' },
  guide: { lo: 'ຄູ່ມື: ເຮັດຫຍັງ, ເວລາໃດ', en: 'The guide: what to do, and when' },
  waiting: { lo: 'ລໍຖ້າທ່ານອະນຸມັດ', en: 'Waits for approval' },
  approved: { lo: 'ອະນຸມັດແລ້ວ, ຍັງບໍ່ໄດ້ສົ່ງ', en: 'Approved, not sent yet' },
  since: { lo: 'ຕັ້ງແຕ່ {time}', en: 'since {time}' },
  reviewOverdue: {
    lo: 'ຕ້ອງກວດຄືນ: ອອກໂດຍຄົນດຽວ',
    en: 'To be reviewed: one person issued it alone',
  },
  notCounted: { lo: 'ບໍ່ໄດ້ນັບຢູ່ນີ້: ເປີດເບິ່ງ.', en: 'Not counted here: open it.' },
  olderUnseen: {
    lo: 'ທີ່ນີ້ມີແຕ່ຄຳເຕືອນທີ່ອອກມາບໍ່ດົນ. ເບິ່ງທັງໝົດ',
    en: 'Only recent alerts stand here. See all',
  },
  schedules: { lo: 'ຕາຕະລາງສົ່ງຕໍ່ໄປ', en: 'Next schedules' },
  nextRun: { lo: '{time}: {name}', en: '{time}: {name}' },
  awaits: { lo: 'ລໍຖ້າການຢືນຢັນ', en: 'waits to be confirmed' },
  later: { lo: 'ສະບັບທີ {version} ({level}): {state}', en: 'Version {version} ({level}): {state}' },
} as const satisfies Record<string, Words>
