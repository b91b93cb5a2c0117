import type { auditPhases } from '../../../shared/domain/audit.ts'
import type { RouteKey } from '../api/routes.ts'
import type { Words } from './language.ts'

/** What a row of the audit is. Lao wording unreviewed. */
export const phaseWords: Readonly<Record<(typeof auditPhases)[number], Words>> = {
  intent: { lo: 'ຂໍເຮັດ', en: 'Asked for' },
  outcome: { lo: 'ຜົນ', en: 'Outcome' },
  reveal: { lo: 'ເຫັນເບີໂທເຕັມ', en: 'Whole numbers shown' },
  event: { lo: 'Siang ເຮັດເອງ', en: 'Siang did this itself' },
}

/** What was done, by the route that the audit names. Lao wording unreviewed. */
export const auditedRoutes: Readonly<Partial<Record<RouteKey, Words>>> = {
  'GET /v1/users/{userId}': { lo: 'ເບິ່ງເບີໂທຂອງຜູ້ໃຊ້', en: 'Looked at a user’s phone number' },
  'POST /v1/users': { lo: 'ເຊີນຜູ້ໃຊ້', en: 'Invite a user' },
  'PATCH /v1/users/{userId}': { lo: 'ແກ້ໄຂຜູ້ໃຊ້', en: 'Edit a user' },
  'POST /v1/users/{userId}/disable': { lo: 'ປິດບັນຊີຜູ້ໃຊ້', en: 'Disable a user' },
  'POST /v1/users/{userId}/enable': { lo: 'ເປີດບັນຊີຜູ້ໃຊ້ຄືນ', en: 'Enable a user' },
  'POST /v1/users/{userId}/confirm': { lo: 'ຢືນຢັນສິດຂອງຜູ້ໃຊ້', en: 'Confirm a user’s rights' },
  'POST /v1/users/{userId}/refuse': { lo: 'ປະຕິເສດສິດຂອງຜູ້ໃຊ້', en: 'Refuse a user’s rights' },
  'PATCH /v1/areas/{district}': { lo: 'ບອກຈຳນວນບ້ານຂອງເມືອງ', en: 'Say how many villages a district has' },
  'PUT /v1/areas/{district}/desk': { lo: 'ໃສ່ເບີຫ້ອງການເມືອງ', en: 'Set a district’s desk phone' },
  'GET /v1/villages/{code}': { lo: 'ເບິ່ງເບີໂທຂອງບ້ານ', en: 'Looked at a village’s numbers' },
  'PUT /v1/villages/{code}': { lo: 'ເພີ່ມ ຫຼື ແກ້ໄຂບ້ານ', en: 'Add or edit a village' },
  'POST /v1/villages/{code}/members': { lo: 'ເພີ່ມສະມາຊິກ', en: 'Add a member' },
  'PATCH /v1/villages/{code}/members/{memberId}': { lo: 'ແກ້ໄຂສະມາຊິກ', en: 'Edit a member' },
  'DELETE /v1/villages/{code}/members/{memberId}': { lo: 'ໝາຍວ່າສະມາຊິກອອກ', en: 'Mark a member as left' },
  'POST /v1/villages/{code}/members/{memberId}/test-sms': {
    lo: 'ສົ່ງ SMS ທົດລອງຫາສະມາຊິກ',
    en: 'Send a member a test SMS',
  },
  'PUT /v1/villages/{code}/members/{memberId}/test-sms/answer': {
    lo: 'ບັນທຶກວ່າອ່ານ SMS ທົດລອງໄດ້ບໍ່',
    en: 'Keep what a member said of a test SMS',
  },
  'POST /v1/roster-imports': { lo: 'ເລີ່ມນຳເຂົ້າບັນຊີ', en: 'Begin an import' },
  'POST /v1/roster-imports/{importId}/plan': { lo: 'ອ່ານໄຟລ໌ຂອງການນຳເຂົ້າ', en: 'Read the file of an import' },
  'POST /v1/roster-imports/{importId}/apply': { lo: 'ນຳເຂົ້າບັນຊີ', en: 'Carry out an import' },
  'POST /v1/roster-imports/{importId}/undo': { lo: 'ເອົາການນຳເຂົ້າຄືນ', en: 'Take an import back' },
  'POST /v1/roster-exports': { lo: 'ສົ່ງອອກບັນຊີ', en: 'Export the roster' },
  'GET /v1/roster-exports/{exportId}': { lo: 'ຮັບໄຟລ໌ບັນຊີ', en: 'Fetched an export' },
  'POST /v1/alerts': { lo: 'ຂຽນຄຳເຕືອນ', en: 'Write an alert' },
  'PATCH /v1/alerts/{alertId}': { lo: 'ແກ້ໄຂຮ່າງ', en: 'Edit the draft' },
  'POST /v1/alerts/{alertId}/submit': { lo: 'ສະເໜີຮ່າງ', en: 'Submit the draft' },
  'POST /v1/alerts/{alertId}/approve': { lo: 'ອະນຸມັດ ແລະ ອອກ', en: 'Approve and issue' },
  'POST /v1/alerts/{alertId}/return': { lo: 'ສົ່ງຮ່າງຄືນ', en: 'Return the draft' },
  'POST /v1/alerts/{alertId}/reject': { lo: 'ປະຕິເສດ', en: 'Reject the draft' },
  'POST /v1/alerts/{alertId}/break-glass': { lo: 'ອອກຄົນດຽວ, ສຸກເສີນ', en: 'Issue alone, in an emergency' },
  'POST /v1/alerts/{alertId}/review': { lo: 'ກວດຄືນ', en: 'Review what one person issued' },
  'POST /v1/alerts/{alertId}/update': { lo: 'ຂຽນການແຈ້ງເພີ່ມ', en: 'Write an update' },
  'POST /v1/alerts/{alertId}/cancel': { lo: 'ຍົກເລີກຄຳເຕືອນ', en: 'Take an alert back' },
  'POST /v1/alerts/{alertId}/all-clear': { lo: 'ຂຽນວ່າພົ້ນອັນຕະລາຍ', en: 'Write an all-clear' },
  'POST /v1/alerts/{alertId}/stop': { lo: 'ຢຸດສົ່ງ', en: 'Stop sending' },
  'POST /v1/alerts/{alertId}/resume': { lo: 'ສົ່ງຕໍ່', en: 'Go on sending' },
  'POST /v1/alerts/{alertId}/resend-failed': { lo: 'ສົ່ງອີກຫາຜູ້ທີ່ບໍ່ໄດ້ຮັບ', en: 'Send again to the failed' },
  'POST /v1/emergency-stop': { lo: 'ຢຸດ SMS ທັງໝົດ', en: 'Stop all SMS' },
  'DELETE /v1/emergency-stop': { lo: 'ສົ່ງ SMS ທັງໝົດຕໍ່', en: 'Let all SMS go on' },
  'POST /v1/alerts/{alertId}/villages/{code}/acknowledgements': { lo: 'ບັນທຶກການໂທ', en: 'Record a call' },
  'GET /v1/alerts/{alertId}/call-list': { lo: 'ເປີດລາຍຊື່ໂທ', en: 'Opened the call list' },
  'GET /v1/districts/{district}/call-sheet': { lo: 'ເປີດໃບລາຍຊື່ໂທ', en: 'Opened the call sheet' },
  'PUT /v1/budgets/{area}/{lane}': { lo: 'ກຳນົດງົບປະມານ', en: 'Set a budget' },
  'POST /v1/schedules': { lo: 'ຂຽນຕາຕະລາງສົ່ງ', en: 'Write a schedule' },
  'PATCH /v1/schedules/{scheduleId}': { lo: 'ແກ້ໄຂຕາຕະລາງສົ່ງ', en: 'Change a schedule' },
  'POST /v1/schedules/{scheduleId}/pause': { lo: 'ຢຸດຕາຕະລາງສົ່ງໄວ້', en: 'Pause a schedule' },
  'POST /v1/schedules/{scheduleId}/resume': { lo: 'ໃຫ້ຕາຕະລາງສົ່ງເຮັດຕໍ່', en: 'Resume a schedule' },
  'POST /v1/schedules/{scheduleId}/reconfirm': { lo: 'ຢືນຢັນຕາຕະລາງສົ່ງອີກ', en: 'Confirm a schedule again' },
  'DELETE /v1/schedules/{scheduleId}': { lo: 'ຈົບຕາຕະລາງສົ່ງ', en: 'End a schedule' },
  'POST /v1/dead-letters/redrive': { lo: 'ເຮັດວຽກທີ່ຄ້າງອີກ', en: 'Redrive work that was given up' },
}

/** What Siang does by itself. Lao wording unreviewed. */
export const auditedEvents: Readonly<Record<string, Words>> = {
  expire: { lo: 'ໝົດອາຍຸ', en: 'Its time was over' },
  supersede: { lo: 'ສະບັບໃໝ່ແທນທີ່', en: 'A newer version took its place' },
  notice: { lo: 'ແຈ້ງເຈົ້າໜ້າທີ່ທາງ SMS', en: 'Officers or admins were told by SMS' },
  'open-chain': { lo: 'ເລີ່ມບັນທຶກຂອງຄຳເຕືອນ', en: 'An alert got its first row of the day' },
  'leave-out': {
    lo: 'ຂ້າມບ້ານທີ່ບໍ່ຢູ່ໃນບັນຊີແລ້ວ ໃນການສົ່ງຕາມຕາຕະລາງ',
    en: 'A scheduled run left villages out that are not on the roster any more',
  },
  'skip-run': { lo: 'ຂ້າມການສົ່ງຕາມຕາຕະລາງ', en: 'A scheduled run was skipped' },
}

/** What an id of a row names. Lao wording unreviewed. */
export const subjectWords: Readonly<Record<string, Words>> = {
  alertId: { lo: 'ຄຳເຕືອນ', en: 'alert' },
  version: { lo: 'ສະບັບ', en: 'version' },
  village: { lo: 'ບ້ານ', en: 'village' },
  district: { lo: 'ເມືອງ', en: 'district' },
  area: { lo: 'ເຂດ', en: 'area' },
  memberId: { lo: 'ສະມາຊິກ', en: 'member' },
  userId: { lo: 'ຜູ້ໃຊ້', en: 'user' },
  importId: { lo: 'ການນຳເຂົ້າ', en: 'import' },
  exportId: { lo: 'ການສົ່ງອອກ', en: 'export' },
  scheduleId: { lo: 'ຕາຕະລາງສົ່ງ', en: 'schedule' },
  madeId: { lo: 'ສ້າງແລ້ວ', en: 'made' },
  lane: { lo: 'ປະເພດ', en: 'lane' },
  notice: { lo: 'ແຈ້ງເລື່ອງ', en: 'about' },
  sms: { lo: 'SMS', en: 'SMS' },
  withoutPhone: { lo: 'ບໍ່ມີເບີໂທ', en: 'people without a phone' },
}

/** Words of the audit's screen. Lao wording unreviewed. */
export const auditWords = {
  title: { lo: 'ບັນທຶກການໃຊ້: ໃຜເຮັດຫຍັງ', en: 'Audit: who did what' },
  what: { lo: 'ເບິ່ງບັນທຶກຂອງ', en: 'Show the rows of' },
  byAlert: { lo: 'ຄຳເຕືອນໜຶ່ງ', en: 'One alert' },
  byDay: { lo: 'ອື່ນໆ ໃນມື້ໜຶ່ງ', en: 'Everything else on a day' },
  day: { lo: 'ວັນທີ', en: 'Day' },
  alert: { lo: 'ຄຳເຕືອນ', en: 'Alert' },
  choose: { lo: 'ເລືອກ…', en: 'Choose…' },
  dayNeedsAll: {
    lo: 'ບັນທຶກຂອງມື້ ມີແຕ່ຜູ້ດູແລທົ່ວປະເທດເບິ່ງໄດ້.',
    en: 'Rows of a day are for admins of the whole country.',
  },
  none: { lo: 'ບໍ່ມີບັນທຶກ.', en: 'There are no rows.' },
  done: { lo: 'ສຳເລັດ', en: 'Done' },
  refused: { lo: 'ຖືກປະຕິເສດ ({code})', en: 'Refused ({code})' },
  failed: { lo: 'ຜິດພາດ ({code})', en: 'Failed ({code})' },
  notKnown: { lo: 'ບໍ່ຮູ້ຜົນ', en: 'No outcome is known' },
  repeats: { lo: 'ສົ່ງຊ້ຳຂອງແຖວ {n}', en: 'The same request as row {n}, sent again' },
  row: { lo: 'ແຖວ {n}', en: 'Row {n}' },
  verify: { lo: 'ກວດວ່າບັນທຶກຄົບຖ້ວນ', en: 'Check that nothing was changed' },
  intact: {
    lo: 'ຄົບຖ້ວນ: {rows} ແຖວ, ບໍ່ມີແຖວໃດຖືກປ່ຽນ, ຫາຍ ຫຼື ຍ້າຍ.',
    en: 'Whole: {rows} rows, none changed, missing or moved.',
  },
  broken: { lo: 'ບັນທຶກຖືກແຕະຕ້ອງ: ພົບ {n} ຈຸດ.', en: 'Somebody has touched it: {n} faults.' },
  knownBy: {
    lo: 'ທຽບກັບ: {by}.',
    en: 'Held against: {by}.',
  },
  onlyItself: {
    lo: 'ທຽບກັບຕົວມັນເອງເທົ່ານັ້ນ: ຫຼັກໝາຍຂອງຄືນນີ້ຍັງບໍ່ທັນມີ.',
    en: 'Held against itself alone: tonight’s anchor is not written yet.',
  },
  alertItself: { lo: 'ຄຳເຕືອນເອງ', en: 'the alert itself' },
  anchor: { lo: 'ຫຼັກໝາຍຂອງ {day}', en: 'the anchor of {day}' },
  open: {
    lo: '{n} ແຖວບໍ່ຮູ້ຜົນ: ບໍ່ແມ່ນຄວາມຜິດຂອງບັນທຶກ.',
    en: '{n} rows have no known outcome: that is no fault of the audit.',
  },
} as const satisfies Record<string, Words>
