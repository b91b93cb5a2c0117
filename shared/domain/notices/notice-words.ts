import type { AlertMode } from '../alert.ts'
import type { Level } from '../level.ts'
import { localTime, renderTexts, type Texts } from '../render-text.ts'
import { fillWording, type Wording } from '../wording.ts'
import type { NoticeKind } from './notice.ts'

const unreviewed = (en: string, lo: string): Wording => ({ en, lo, laoReviewedBy: null })

/** How notices name a level. Lao wording unreviewed. */
export const noticeLevels: Readonly<Record<Level, Wording>> = {
  prepare: unreviewed('Preparedness message', 'ແຈ້ງກຽມພ້ອມ'),
  watch: unreviewed('Watch', 'ເຝົ້າລະວັງ'),
  warning: unreviewed('Warning', 'ເຕືອນໄພ'),
  evacuate: unreviewed('Evacuation', 'ຍົກຍ້າຍ'),
  'all-clear': unreviewed('All-clear', 'ພົ້ນອັນຕະລາຍ'),
  cancel: unreviewed('Cancel', 'ຍົກເລີກ'),
}

/**
 * What notices say; `{level}`, `{time}` (dd/mm HH:MM) and `{villages}` (how many) are filled in, and the stamp comes
 * last. In Lao one SMS holds 70 letters, the stamp included. Lao wording unreviewed.
 */
export const noticeTexts: Readonly<Record<NoticeKind, Wording>> = {
  submitted: unreviewed('Siang: {level} waits for your approval.', '{level} ລໍຖ້າທ່ານອະນຸມັດ'),
  'still-waiting': unreviewed('Siang: {level} STILL waits for your approval.', '{level} ຍັງລໍຖ້າທ່ານອະນຸມັດ'),
  'glass-broken': unreviewed(
    'Siang: {level} was issued by one officer alone. Review it.',
    '{level} ອອກໂດຍຄົນດຽວ. ກວດຄືນ',
  ),
  returned: unreviewed(
    'Siang: your {level} was returned with a reason. Correct it.',
    '{level} ຖືກສົ່ງຄືນ. ໃຫ້ແກ້ໄຂ',
  ),
  rejected: unreviewed('Siang: your {level} was rejected with a reason.', '{level} ບໍ່ໄດ້ຮັບອະນຸມັດ'),
  'call-villages': unreviewed(
    'Siang: {level}: villages to call: {villages}. They gave no proof, or need help. See the call list.',
    '{level}: ໂທຫາ {villages} ບ້ານ: ບໍ່ມີຫຼັກຖານ/ຂໍຊ່ວຍ',
  ),
  'still-to-call': unreviewed(
    'Siang: {level}: villages STILL to call: {villages}. They gave no proof, or need help.',
    '{level}: ຍັງຕ້ອງໂທຫາ {villages} ບ້ານ',
  ),
  expiring: unreviewed('Siang: {level} ends at {time}. Update it, or end it.', '{level} ໝົດ {time}. ຕໍ່ ຫຼື ສິ້ນສຸດ'),
  'not-ended': unreviewed(
    'Siang: {level} was over at {time} and nobody has ended it. Give the all-clear, or update it.',
    '{level} ໝົດແຕ່ {time}, ຍັງບໍ່ປິດ',
  ),
  'account-stopped': unreviewed(
    'Siang: an admin has stopped ALL SMS. Nothing goes out to villages.',
    'ຢຸດສົ່ງ SMS ທັງໝົດແລ້ວ',
  ),
  'account-resumed': unreviewed('Siang: SMS go out again.', 'ສົ່ງ SMS ໄດ້ອີກແລ້ວ'),
}

/** What a notice speaks of. */
export type NoticeSubject = {
  level: Level
  mode: AlertMode
  number: number
  version: number
  expiresAtEpochSeconds: number
}

/**
 * A notice about a version as phones show it: number, version and time at its end, a drill's word around it.
 * `villages`: how many it is about, where it counts them.
 */
export const alertNoticeTexts = (
  kind: NoticeKind,
  subject: NoticeSubject,
  nowMs: number,
  villages = 0,
): Texts => {
  const time = localTime(subject.expiresAtEpochSeconds * 1000)
  const wording = noticeTexts[kind]
  const level = noticeLevels[subject.level]
  const texts = {
    en: fillWording(wording, { level: level.en, time, villages }).en,
    lo: fillWording(wording, { level: level.lo, time, villages }).lo,
  }
  return renderTexts(texts, subject.mode, { ...subject, issuedAtMs: nowMs })
}

/** A notice about the whole account, with its time. */
export const accountNoticeTexts = (kind: NoticeKind, nowMs: number): Texts => {
  const { en, lo } = noticeTexts[kind]
  return { en: `${en} ${localTime(nowMs)}`, lo: `${lo} ${localTime(nowMs)}`.normalize('NFC') }
}
