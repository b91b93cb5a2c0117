import type { AnswerOf } from '../api/routes.ts'
import type { Words } from './language.ts'

type Schedule = AnswerOf<'GET /v1/schedules/{scheduleId}'>
type Runs = AnswerOf<'GET /v1/schedules/{scheduleId}/runs'>

/** Words of the screens of schedules. Lao wording unreviewed. */
export const scheduleWords = {
  title: { lo: 'ຕາຕະລາງສົ່ງ', en: 'Schedules' },
  why: {
    lo: 'ຂໍ້ຄວາມກຽມພ້ອມ ທີ່ລະບົບສົ່ງເອງຕາມປະຕິທິນ.',
    en: 'Preparedness messages that Siang sends by itself, by the calendar.',
  },
  quiet: {
    lo: 'ຂໍ້ຄວາມເຫຼົ່ານີ້ພັກໃນຊົ່ວໂມງງຽບ (ປົກກະຕິ 20:00 ຫາ 07:00): ລໍຖ້າຮອດເຊົ້າ. ບ້ານໜຶ່ງໄດ້ຮັບບໍ່ເກີນສອງເທື່ອຕໍ່ເດືອນ.',
    en: 'These rest in quiet hours (usually 20:00 to 07:00) and wait for the morning. A village gets two a month at most.',
  },
  officersWrite: { lo: 'ເຈົ້າໜ້າທີ່ຂອງເຂດເປັນຜູ້ຂຽນ.', en: 'Officers of the area write them.' },
  none: { lo: 'ຍັງບໍ່ມີຕາຕະລາງໃນເຂດຂອງທ່ານ.', en: 'There is no schedule in your areas yet.' },
  add: { lo: 'ຕາຕະລາງໃໝ່', en: 'New schedule' },
  further: { lo: 'ສະແດງຕື່ມ', en: 'Show more' },
  next: { lo: 'ຄັ້ງຕໍ່ໄປ', en: 'Next run' },
  nextAt: { lo: 'ຄັ້ງຕໍ່ໄປ {time}', en: 'Next run {time}' },
  noNext: { lo: 'ບໍ່ມີຄັ້ງຕໍ່ໄປ.', en: 'No run follows.' },
  awaits: { lo: 'ລໍຖ້າທ່ານຢືນຢັນ', en: 'Awaits your confirmation' },
  awaitsWhat: {
    lo: 'ຖ້າບໍ່ມີໃຜຢືນຢັນກ່ອນ {time}, ຄັ້ງນີ້ຈະບໍ່ຖືກສົ່ງ.',
    en: 'Unless somebody confirms it before {time}, that run is left out.',
  },
  askedFrom: { lo: 'ຈະຖາມທ່ານຕັ້ງແຕ່ {time}.', en: 'You will be asked from {time} on.' },
  when: { lo: 'ເວລາ', en: 'When' },
  what: { lo: 'ຂໍ້ຄວາມ', en: 'Message' },
  where: { lo: 'ບ້ານ', en: 'Villages' },
  whom: { lo: 'ຫາໃຜ', en: 'To whom' },
  late: { lo: 'ຖ້າກາຍເວລາ', en: 'If its time is missed' },
  lateSent: { lo: 'ສົ່ງພາຍໃນ {n} ຊົ່ວໂມງ', en: 'Sent within {n} hours' },
  lateSkipped: { lo: 'ບໍ່ສົ່ງ', en: 'Left out' },
  holds: { lo: 'ມີຜົນ', en: 'Holds for' },
  hours: { lo: '{n} ຊົ່ວໂມງ', en: '{n} hours' },
  responsible: { lo: 'ຜູ້ຮັບຜິດຊອບ', en: 'Who answers for it' },
  youWould: {
    lo: 'ໃຜແກ້ໄຂ, ເຮັດຕໍ່ ຫຼື ຢືນຢັນ ແມ່ນຜູ້ຮັບຜິດຊອບຕໍ່ໄປ.',
    en: 'Whoever edits, resumes or confirms it answers for it from then on.',
  },
  nextRuns: { lo: 'ຄັ້ງຕໍ່ໆໄປ', en: 'The next runs' },
  confirmed: { lo: 'ຢືນຢັນແລ້ວ', en: 'confirmed' },
  notConfirmed: { lo: 'ຍັງບໍ່ໄດ້ຢືນຢັນ', en: 'not confirmed yet' },
  smsFrom: { lo: 'SMS ທຳອິດ {time}: ຊົ່ວໂມງງຽບ', en: 'first SMS {time}: quiet hours' },
  pastRuns: { lo: 'ຄັ້ງທີ່ຜ່ານມາ', en: 'Past runs' },
  noPast: { lo: 'ຍັງບໍ່ເຄີຍສົ່ງ.', en: 'It has not run yet.' },
  seeAlert: { lo: 'ເບິ່ງຄຳເຕືອນ', en: 'See the alert' },
  leftOut: { lo: 'ບ້ານທີ່ໄດ້ຮັບຄົບແລ້ວ: {names}', en: 'Left out, as they had theirs: {names}' },
  gone: {
    lo: 'ບໍ່ໄດ້ສົ່ງ, ຍ້ອນບ້ານຖືກລວມ ຫຼື ຖືກເອົາອອກຈາກບັນຊີ: {names}',
    en: 'Left out, as they were merged or taken off the roster: {names}',
  },
  goneNow: {
    lo: 'ບ້ານທີ່ຖືກລວມ ຫຼື ຖືກເອົາອອກຈາກບັນຊີ ຈະບໍ່ໄດ້ຮັບຫຍັງ: {names}. ແກ້ໄຂຕາຕະລາງ: ເລືອກບ້ານທີ່ຄົນຂອງເຂົາຢູ່ດຽວນີ້.',
    en: 'Merged or taken off the roster, so that nobody there gets anything: {names}. Edit the schedule: choose the villages where their people are now.',
  },
  history: { lo: 'ໃຜເຮັດຫຍັງ', en: 'Who did what' },
  edit: { lo: 'ແກ້ໄຂ', en: 'Edit' },
  editTitle: { lo: 'ແກ້ໄຂຕາຕະລາງ', en: 'Edit the schedule' },
  pause: { lo: 'ຢຸດໄວ້', en: 'Pause' },
  resume: { lo: 'ເຮັດຕໍ່', en: 'Resume' },
  reconfirm: { lo: 'ຢືນຢັນຄັ້ງຕໍ່ໄປ', en: 'Confirm the next run' },
  end: { lo: 'ຈົບຕາຕະລາງນີ້', en: 'End this schedule' },
  endWhat: {
    lo: 'ຈະບໍ່ມີຄັ້ງຕໍ່ໄປອີກ. ເອົາຄືນບໍ່ໄດ້. ສິ່ງທີ່ຜ່ານມາຍັງເບິ່ງໄດ້.',
    en: 'No run follows. It cannot be taken back. What was stays to be seen.',
  },
  endYes: { lo: 'ແມ່ນ, ຈົບ', en: 'Yes, end it' },
  notYours: {
    lo: 'ມັນໄປເຖິງບ້ານນອກເຂດຂອງທ່ານ: ທ່ານເບິ່ງໄດ້ແຕ່ປ່ຽນບໍ່ໄດ້.',
    en: 'It concerns villages outside your areas: you may look at it, not change it.',
  },
} as const satisfies Record<string, Words>

export const scheduleStateWords: Readonly<Record<Schedule['state'], Words>> = {
  active: { lo: 'ເຮັດວຽກ', en: 'Active' },
  paused: { lo: 'ຢຸດໄວ້', en: 'Paused' },
  ended: { lo: 'ຈົບແລ້ວ', en: 'Ended' },
}

export const runStateWords: Readonly<Record<Runs['past'][number]['state'], Words>> = {
  started: { lo: 'ກຳລັງເຮັດ', en: 'On its way' },
  issued: { lo: 'ອອກແລ້ວ', en: 'Issued' },
  submitted: { lo: 'ລໍຖ້າຜູ້ອະນຸມັດ', en: 'Waits for a second person' },
  skipped: { lo: 'ບໍ່ໄດ້ສົ່ງ', en: 'Not sent' },
}

/** What people and Siang do to a schedule. */
export const scheduleActionWords: Readonly<Record<string, Words>> = {
  create: { lo: 'ຂຽນ', en: 'Written' },
  edit: { lo: 'ແກ້ໄຂ', en: 'Edited' },
  pause: { lo: 'ຢຸດໄວ້', en: 'Paused' },
  resume: { lo: 'ເຮັດຕໍ່', en: 'Resumed' },
  reconfirm: { lo: 'ຢືນຢັນ', en: 'Confirmed' },
  end: { lo: 'ຈົບ', en: 'Ended' },
}

/** How a recurrence is told. */
export const recurrenceWords = {
  once: { lo: 'ເທື່ອດຽວ, {date} ເວລາ {time}', en: 'Once, on {date} at {time}' },
  yearly: { lo: 'ທຸກປີ ວັນທີ {day}/{month} ເວລາ {time}', en: 'Every year on {day}/{month} at {time}' },
  monthly: { lo: 'ທຸກເດືອນ ວັນທີ {day} ເວລາ {time}', en: 'Every month on day {day} at {time}' },
  'before-rains': {
    lo: '{days} ມື້ກ່ອນລະດູຝົນ ເວລາ {time}',
    en: '{days} days before the rains begin, at {time}',
  },
} as const satisfies Record<string, Words>

/** What only the form can say of a refusal. */
export const scheduleSays = {
  'edited-meanwhile': {
    lo: 'ຄົນອື່ນແກ້ໄຂຕາຕະລາງນີ້ແລ້ວ. ສິ່ງທີ່ທ່ານພິມຍັງຢູ່, ແຕ່ຍັງບໍ່ໄດ້ບັນທຶກ.',
    en: 'Somebody has changed this schedule meanwhile. What you typed is still here, and not saved yet.',
  },
} as const satisfies Record<string, Words>
