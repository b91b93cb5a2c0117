import type { Words } from './language.ts'

/** Words of the page that leads to everything else. Lao wording unreviewed. */
export const moreWords = {
  prepare: { lo: 'ກຽມພ້ອມ', en: 'Prepare' },
  keep: { lo: 'ຄຸ້ມຄອງ', en: 'Keep in order' },
  here: { lo: 'ເຄື່ອງນີ້', en: 'This device' },
  templates: { lo: 'ແມ່ແບບຂໍ້ຄວາມ', en: 'Templates' },
  templatesWhy: { lo: 'ຄຳທີ່ກຽມໄວ້ໃນສອງພາສາ', en: 'words that are ready, in both languages' },
  schedules: { lo: 'ຕາຕະລາງສົ່ງ', en: 'Schedules' },
  schedulesWhy: { lo: 'ຂໍ້ຄວາມກຽມພ້ອມຕາມປະຕິທິນ', en: 'preparedness messages by the calendar' },
  drills: { lo: 'ຝຶກຊ້ອມ', en: 'Drills' },
  drillsWhy: { lo: 'ເລີ່ມ ແລະ ເບິ່ງຄັ້ງກ່ອນ', en: 'begin one, and see the former ones' },
  users: { lo: 'ຜູ້ໃຊ້', en: 'Users' },
  usersWhy: { lo: 'ໃຜເຮັດຫຍັງໄດ້ ຢູ່ໃສ', en: 'who may do what, and where' },
  budgets: { lo: 'ງົບປະມານ', en: 'Budgets' },
  budgetsWhy: { lo: 'ເງິນ SMS ຂອງເດືອນ', en: 'money for SMS of the month' },
  audit: { lo: 'ບັນທຶກການໃຊ້', en: 'Audit' },
  auditWhy: { lo: 'ໃຜເຮັດຫຍັງ, ເວລາໃດ', en: 'who did what, and when' },
  accountStop: { lo: 'ຢຸດ SMS ທັງໝົດ', en: 'Stop every SMS' },
  accountStopWhy: { lo: 'ຂອງທຸກການເຕືອນ, ທົ່ວປະເທດ', en: 'of all alerts, in the whole country' },
  deadLetters: { lo: 'ວຽກທີ່ຄ້າງ', en: 'Work that was given up' },
  deadLettersWhy: { lo: 'ຍ້ອນຫຍັງ, ແລະ ເຮັດອີກ', en: 'why, and do it again' },
  phones: { lo: 'ໂທລະສັບຂອງບ້ານ', en: 'Phones of the villages' },
  phonesWhy: { lo: 'ສິ່ງທີ່ຄະນະກຳມະການເຫັນ (ສາທິດ)', en: 'what committees see (demonstration)' },
  settings: { lo: 'ການຕັ້ງຄ່າ', en: 'Settings' },
  settingsWhy: { lo: 'ພາສາ, ຮ່າງ, ສິ່ງທີ່ເກັບໄວ້', en: 'language, drafts, what is kept here' },
} as const satisfies Record<string, Words>
