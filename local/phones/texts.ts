/** The words of the wall of phones in one language. `{n}` stands for a number. */
export type PhonesTexts = {
  title: string
  explanation: string
  search: string
  searchHint: string
  total: string
  shown: string
  found: string
  none: string
  parts: string
  from: string
  noSender: string
  otherLanguage: string
  updated: string
  lost: string
  pages: string
  console: string
  officers: string
  others: string
  phones: string
  also: string
}

/** English words, and Lao words that no speaker has reviewed yet. */
export const phonesTexts: Record<'en' | 'lo', PhonesTexts & { reviewed: boolean }> = {
  en: {
    reviewed: true,
    title: 'The wall of phones',
    explanation: 'SMS that this local run has handed over. None of them has left this machine.',
    search: 'Search',
    searchHint: 'A village, a name, a number, or words of the SMS.',
    total: '{n} SMS to {p} phones',
    shown: 'The {n} phones with the newest SMS are shown.',
    found: 'Phones found: {n} (the newest are shown).',
    none: 'No SMS yet.',
    parts: 'parts: {n}',
    from: 'from',
    noSender: 'no sender name',
    otherLanguage: 'ພາສາລາວ',
    updated: '{n} SMS so far',
    lost: 'The connection is lost; this page tries again.',
    pages: 'Pages',
    console: 'The console',
    officers: 'Officers and admins: what Siang tells them',
    others: 'Numbers of nobody on the roster',
    phones: 'phones: {n}',
    also: 'also {n}',
  },
  lo: {
    // Unreviewed: written without a Lao speaker.
    reviewed: false,
    title: 'ໂທລະສັບທັງໝົດ',
    explanation: 'ຂໍ້ຄວາມ SMS ທີ່ລະບົບທົດລອງນີ້ສົ່ງອອກ. ບໍ່ມີຂໍ້ຄວາມໃດອອກຈາກເຄື່ອງນີ້.',
    search: 'ຄົ້ນຫາ',
    searchHint: 'ບ້ານ, ຊື່, ເບີໂທ ຫຼື ຄຳໃນ SMS.',
    total: '{n} SMS ເຖິງ {p} ເບີ',
    shown: 'ສະແດງ {n} ເບີທີ່ມີ SMS ໃໝ່ສຸດ.',
    found: 'ພົບ {n} ເບີ (ສະແດງເບີໃໝ່ສຸດ).',
    none: 'ຍັງບໍ່ມີ SMS.',
    parts: 'ຈຳນວນສ່ວນ: {n}',
    from: 'ຈາກ',
    noSender: 'ບໍ່ມີຊື່ຜູ້ສົ່ງ',
    otherLanguage: 'English',
    updated: '{n} SMS ແລ້ວ',
    lost: 'ການເຊື່ອມຕໍ່ຂາດ; ໜ້ານີ້ຈະລອງໃໝ່.',
    pages: 'ໜ້າ',
    console: 'ໜ້າຈໍ',
    officers: 'ເຈົ້າໜ້າທີ່ ແລະ ຜູ້ດູແລ: ສິ່ງທີ່ລະບົບບອກ',
    others: 'ເບີທີ່ບໍ່ຢູ່ໃນບັນຊີ',
    phones: '{n} ເບີ',
    also: 'ແລະ {n}',
  },
}
