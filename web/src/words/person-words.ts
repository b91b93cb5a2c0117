import type { Words } from './language.ts'

/** Who did something. Lao wording unreviewed. */
export const personWords = {
  you: { lo: 'ທ່ານ', en: 'you' },
  unknown: { lo: 'ຜູ້ທີ່ບໍ່ຢູ່ໃນລະບົບແລ້ວ', en: 'somebody who is no user any more' },
  written: { lo: 'ຂຽນໂດຍ {name}', en: 'Written by {name}' },
  submitted: { lo: 'ສະເໜີໂດຍ {name}', en: 'Submitted by {name}' },
  approved: { lo: 'ອະນຸມັດໂດຍ {name}', en: 'Approved by {name}' },
  alone: { lo: 'ອອກຄົນດຽວໂດຍ {name}', en: 'Issued by {name} alone' },
  stopped: { lo: 'ຢຸດໂດຍ {name}', en: 'Stopped by {name}' },
} as const satisfies Record<string, Words>
