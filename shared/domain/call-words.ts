import type { CallOutcome } from './acknowledgement.ts'
import type { CallReason } from './call-list.ts'
import type { Duty } from './village.ts'
import type { Wording } from './wording.ts'

const unreviewed = (en: string, lo: string): Wording => ({ en, lo, laoReviewedBy: null })

/** How people are told what a call came to. Lao wording unreviewed. */
export const callOutcomeWords: Readonly<Record<CallOutcome, Wording>> = {
  told: unreviewed('Told', 'ບອກແລ້ວ'),
  relaying: unreviewed('Told, and telling the village', 'ບອກແລ້ວ, ກຳລັງປະກາດໃຫ້ຊາວບ້ານ'),
  'needs-help': unreviewed('Needs help', 'ຕ້ອງການຄວາມຊ່ວຍເຫຼືອ'),
  'no-answer': unreviewed('No answer', 'ບໍ່ຮັບສາຍ'),
  'wrong-number': unreviewed('Wrong number', 'ເບີຜິດ'),
}

/** How people are told why a village is on the call list. Lao wording unreviewed. */
export const callReasonWords: Readonly<Record<CallReason, Wording>> = {
  'needs-help': unreviewed('NEEDS HELP', 'ຕ້ອງການຄວາມຊ່ວຍເຫຼືອ'),
  'send-someone': unreviewed('Nobody to call: send someone', 'ບໍ່ມີຜູ້ຕິດຕໍ່: ສົ່ງຄົນໄປ'),
  call: unreviewed('Call', 'ໂທຫາ'),
}

/** Duties as printed lists name them. Lao wording unreviewed. */
export const dutyLabels: Readonly<Record<Duty, Wording>> = {
  head: unreviewed('Head', 'ນາຍບ້ານ'),
  deputy: unreviewed('Deputy', 'ຮອງນາຍບ້ານ'),
  'early-warning': unreviewed('Early warning', 'ແຈ້ງເຕືອນໄພ'),
  'womens-union': unreviewed('Women’s union', 'ສະຫະພັນແມ່ຍິງ'),
  'youth-union': unreviewed('Youth union', 'ຊາວໜຸ່ມ'),
  front: unreviewed('Lao Front', 'ແນວລາວສ້າງຊາດ'),
  health: unreviewed('Health', 'ສາທາລະນະສຸກ'),
  teacher: unreviewed('Teacher', 'ຄູ'),
  security: unreviewed('Security', 'ປ້ອງກັນຄວາມສະຫງົບ'),
  rescue: unreviewed('Rescue', 'ກູ້ໄພ'),
  shelter: unreviewed('Shelter', 'ທີ່ພັກພິງ'),
  secretary: unreviewed('Secretary', 'ເລຂານຸການ'),
  'disability-focal-point': unreviewed('Disability', 'ວຽກຄົນພິການ'),
  'cluster-contact': unreviewed('Village cluster', 'ກຸ່ມບ້ານ'),
  member: unreviewed('Member', 'ສະມາຊິກ'),
}

/** Words of printed lists; `{…}` are filled in. Lao wording unreviewed. */
export const callSheetWords = {
  callList: unreviewed('Call list, alert {number}.{version}', 'ລາຍຊື່ໂທ, ຄຳເຕືອນເລກທີ {number}.{version}'),
  callSheet: unreviewed('Call sheet, {district}', 'ໃບລາຍຊື່ໂທ, ເມືອງ{district}'),
  level: unreviewed('Level', 'ລະດັບ'),
  issued: unreviewed('Issued', 'ອອກເວລາ'),
  holdsUntil: unreviewed('Holds until', 'ມີຜົນເຖິງ'),
  asOf: unreviewed('As of', 'ຂໍ້ມູນເວລາ'),
  script: unreviewed('Read this out', 'ອ່ານຂໍ້ຄວາມນີ້'),
  villages: unreviewed('Villages', 'ບ້ານ'),
  leftOff: unreviewed(
    '{count} more villages do not stand here: ask for one district, or for a longer list.',
    'ຍັງມີອີກ {count} ບ້ານທີ່ບໍ່ຢູ່ໃນນີ້: ກະລຸນາຂໍເທື່ອລະເມືອງ ຫຼື ລາຍຊື່ທີ່ຍາວກວ່າ.',
  ),
  nobody: unreviewed('No village waits for a call.', 'ບໍ່ມີບ້ານທີ່ຕ້ອງໂທ.'),
  over: unreviewed('This version no longer holds: numbers are masked.', 'ສະບັບນີ້ໝົດຜົນແລ້ວ: ເບີໂທຖືກປິດບັງ.'),
  exposure: unreviewed('Exposure', 'ຄວາມສ່ຽງ'),
  minutesWaiting: unreviewed('{minutes} min waiting', 'ລໍຖ້າ {minutes} ນາທີ'),
  safePlace: unreviewed('Safe place', 'ບ່ອນປອດໄພ'),
  languages: unreviewed('Languages', 'ພາສາ'),
  calls: unreviewed('Calls', 'ການໂທ'),
  order: unreviewed('No.', 'ລ/ດ'),
  name: unreviewed('Name', 'ຊື່'),
  duty: unreviewed('Duty', 'ໜ້າທີ່'),
  phone: unreviewed('Phone', 'ເບີໂທ'),
  sms: unreviewed('SMS', 'SMS'),
  outcome: unreviewed('Outcome', 'ຜົນ'),
  time: unreviewed('Time', 'ເວລາ'),
  quarantined: unreviewed('number fails', 'ເບີໃຊ້ບໍ່ໄດ້'),
  noLaoLetters: unreviewed('phone shows no Lao letters', 'ໂທລະສັບບໍ່ສະແດງຕົວອັກສອນລາວ'),
} as const satisfies Record<string, Wording>
