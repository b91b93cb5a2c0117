import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { versionStateLabels } from '../../shared/domain/state-labels.ts'
import type { Words } from '../../shared/domain/wording.ts'
import { RequestError } from '../../shared/errors.ts'

const steps = {
  edit: { en: 'edited', lo: 'ແກ້ໄຂ' },
  issue: { en: 'issued', lo: 'ອອກ' },
  'issue-alone': { en: 'issued alone', lo: 'ອອກຄົນດຽວ' },
  reject: { en: 'rejected', lo: 'ປະຕິເສດ' },
  resend: { en: 'resent', lo: 'ສົ່ງອີກ' },
  resume: { en: 'resumed', lo: 'ສົ່ງຕໍ່' },
  return: { en: 'returned', lo: 'ສົ່ງຄືນ' },
  stop: { en: 'stopped', lo: 'ຢຸດ' },
} as const satisfies Record<string, Words>

/** Says that the state of the version does not allow what was asked. */
export const wrongState = ({ state }: VersionRecord, what: keyof typeof steps): RequestError =>
  new RequestError('wrong-state', {
    en: `This version is ${state}: it cannot be ${steps[what].en}. Nothing was changed.`,
    lo: `ສະບັບນີ້ຢູ່ໃນສະຖານະ “${versionStateLabels[state].lo}”: ${steps[what].lo}ບໍ່ໄດ້. ບໍ່ມີຫຍັງປ່ຽນ.`,
  })

/** Somebody is quicker again and again. */
export const changingNow = (): RequestError =>
  new RequestError('wrong-state', {
    en: 'Others are changing this alert at this moment. Try again.',
    lo: 'ຄົນອື່ນກຳລັງປ່ຽນຄຳເຕືອນນີ້. ລອງອີກ.',
  })
