import type { Words } from './language.ts'

/** Words of what is kept on the device while it is written. Lao wording unreviewed. */
export const draftWords = {
  goesOn: {
    lo: 'ຮ່າງທີ່ຂຽນໄວ້ຢູ່ໃນເຄື່ອງນີ້ ຖືກເອົາມາໃຊ້ຕໍ່.',
    en: 'You go on with what you wrote on this device.',
  },
  discard: { lo: 'ຖິ້ມຮ່າງ', en: 'Discard it' },
  notKept: {
    lo: 'ເຄື່ອງນີ້ເກັບຮ່າງບໍ່ໄດ້: ຢ່າປິດໜ້ານີ້.',
    en: 'This device keeps no draft: do not close the page.',
  },
} as const satisfies Record<string, Words>
