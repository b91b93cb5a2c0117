import type { Words } from './language.ts'

/** Words of the home screen. Lao wording unreviewed. */
export const homeWords = {
  newAlert: { lo: 'ອອກຄຳເຕືອນໃໝ່', en: 'New alert' },
  live: { lo: 'ກຳລັງມີຜົນ', en: 'Live now' },
  nothingLive: { lo: 'ບໍ່ມີການເຕືອນໃນເຂດຂອງທ່ານ.', en: 'No alert in your areas.' },
  waiting: { lo: 'ລໍຖ້າທ່ານອະນຸມັດ', en: 'Waits for approval' },
  since: { lo: 'ຕັ້ງແຕ່ {time}', en: 'since {time}' },
  reviewOverdue: {
    lo: 'ຕ້ອງກວດຄືນ: ອອກໂດຍຄົນດຽວ',
    en: 'To be reviewed: one person issued it alone',
  },
  accountStopped: {
    lo: 'ການສົ່ງ SMS ທັງໝົດຖືກຢຸດໄວ້ ຕັ້ງແຕ່ {time}.',
    en: 'Every SMS of Siang has been stopped since {time}.',
  },
  schedules: { lo: 'ກຳນົດສົ່ງຕໍ່ໄປ', en: 'Next schedules' },
  nextRun: { lo: '{time}: {name}', en: '{time}: {name}' },
  awaits: { lo: 'ລໍຖ້າທ່ານຢືນຢັນ', en: 'waits to be confirmed' },
  later: { lo: 'ສະບັບທີ {version} ({level}): {state}', en: 'Version {version} ({level}): {state}' },
} as const satisfies Record<string, Words>
