import type { Words } from './language.ts'

/** Words of the stop of every SMS. Lao wording unreviewed. */
export const accountStopWords = {
  title: { lo: 'ຢຸດ SMS ທັງໝົດ', en: 'Stop every SMS' },
  goes: { lo: 'SMS ອອກຕາມປົກກະຕິ.', en: 'SMS go out as usual.' },
  stopped: { lo: 'SMS ທັງໝົດຖືກຢຸດໄວ້', en: 'Every SMS is stopped' },
  since: { lo: 'ຕັ້ງແຕ່', en: 'Since' },
  by: { lo: 'ໂດຍ', en: 'By' },
  you: { lo: 'ທ່ານ', en: 'you' },
  anAdmin: { lo: 'ຜູ້ດູແລ', en: 'an admin' },
  why: { lo: 'ເຫດຜົນ', en: 'Why' },
  what: {
    lo: 'ພາຍໃນສອງວິນາທີ ຈະບໍ່ມີ SMS ຂອງຄຳເຕືອນໃດອອກ, ທົ່ວປະເທດ. ບໍ່ມີຫຍັງເສຍ: ສິ່ງທີ່ລໍຖ້າຈະໄປຕໍ່ເອງເມື່ອປົດ. ແຕ່ສິ່ງທີ່ໝົດເວລາກ່ອນນັ້ນ ຈະບໍ່ໄປ.',
    en: 'Within two seconds no SMS of any alert goes out, in the whole country. Nothing is lost: what waits goes on by itself once it is released. Only what expires before that is not sent.',
  },
  oneAlert: {
    lo: 'ຢາກຢຸດຄຳເຕືອນດຽວ? ເປີດຄຳເຕືອນນັ້ນ ແລ້ວກົດ «ຢຸດສົ່ງ».',
    en: 'To stop one alert, open it and stop it there.',
  },
  reason: { lo: 'ເປັນຫຍັງ? ທຸກຄົນຈະອ່ານ', en: 'Why? Everybody will read it' },
  reasonMissing: { lo: 'ບອກເຫດຜົນ ເພື່ອໃຫ້ຄົນອື່ນຮູ້', en: 'Say why, so that others know' },
  goOn: { lo: 'ຢຸດ SMS ທັງໝົດ…', en: 'Stop every SMS…' },
  sure: { lo: 'ຢຸດ SMS ທັງໝົດແທ້ບໍ?', en: 'Really stop every SMS?' },
  sureWhat: {
    lo: 'ຄຳເຕືອນຈິງກໍຈະບໍ່ຮອດບ້ານ ຈົນກວ່າຜູ້ດູແລຈະປົດ. ຜູ້ດູແລທຸກຄົນຈະໄດ້ຮັບແຈ້ງ.',
    en: 'Actual warnings will not reach villages either, until an admin releases it. Every admin is told.',
  },
  stopNow: { lo: 'ແມ່ນ, ຢຸດທັງໝົດດຽວນີ້', en: 'Yes, stop every SMS now' },
  not: { lo: 'ບໍ່, ກັບຄືນ', en: 'No, go back' },
  release: { lo: 'ປົດ: ໃຫ້ SMS ອອກອີກ', en: 'Release: let SMS go out again' },
  releaseWhat: {
    lo: 'ສິ່ງທີ່ລໍຖ້າຢູ່ຈະອອກທັນທີ. ຄຳເຕືອນທີ່ບໍ່ຄວນອອກ: ເປີດ ແລະ ຢຸດມັນກ່ອນ.',
    en: 'What waits goes out at once. Stop alerts that should not go out one by one first.',
  },
  onlyAdmins: { lo: 'ມີແຕ່ຜູ້ດູແລທີ່ຢຸດ ຫຼື ປົດໄດ້.', en: 'Only admins stop or release it.' },
} as const satisfies Record<string, Words>
