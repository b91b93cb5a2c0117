import type { Words } from './language.ts'

/** Words of a village and its committee, to read, to print and to edit. Lao wording unreviewed. */
export const villageWords = {
  notKnown: { lo: 'ບໍ່ຮູ້', en: 'Not known' },
  code: { lo: 'ລະຫັດບ້ານ', en: 'Village code' },
  codeHint: { lo: '7 ຕົວເລກ, ຂຶ້ນຕົ້ນດ້ວຍ {district}', en: '7 digits, beginning with {district}' },
  nameLo: { lo: 'ຊື່ເປັນພາສາລາວ', en: 'Name in Lao' },
  nameEn: { lo: 'ຊື່ເປັນພາສາອັງກິດ', en: 'Name in English' },
  latitude: { lo: 'ເສັ້ນຂະໜານ', en: 'Latitude' },
  longitude: { lo: 'ເສັ້ນແວງ', en: 'Longitude' },
  placeHint: { lo: 'ອົງສາທົດສະນິຍົມ, ເຊັ່ນ 16.2912', en: 'Decimal degrees, like 16.2912' },
  exposureAsk: { lo: 'ບ້ານຖືກນ້ຳຖ້ວມໄວປານໃດ?', en: 'How near the danger is it?' },
  safePlaceLo: { lo: 'ບ່ອນປອດໄພ (ພາສາລາວ)', en: 'Safe place, in Lao' },
  safePlaceEn: { lo: 'ບ່ອນປອດໄພ (ພາສາອັງກິດ)', en: 'Safe place, in English' },
  languagesSpoken: { lo: 'ພາສາທີ່ເວົ້າ', en: 'Languages spoken' },
  languagesHint: { lo: 'ຂັ້ນດ້ວຍຈຸດ (,)', en: 'Separated by commas' },
  households: { lo: 'ຈຳນວນຄອບຄົວ', en: 'Households' },
  safePlace: { lo: 'ບ່ອນປອດໄພ', en: 'Safe place' },
  place: { lo: 'ພິກັດ', en: 'Coordinates' },
  about: { lo: 'ກ່ຽວກັບບ້ານ', en: 'About the village' },
  editVillage: { lo: 'ແກ້ໄຂຂໍ້ມູນບ້ານ', en: 'Edit the village' },
  committee: { lo: 'ຄະນະກຳມະການ', en: 'Committee' },
  order: {
    lo: 'ຜູ້ຢູ່ເທິງສຸດຖືກຕິດຕໍ່ກ່ອນ.',
    en: 'Whoever stands first is contacted first.',
  },
  nobody: {
    lo: 'ບໍ່ມີໃຜໃນຄະນະກຳມະການ: ບໍ່ມີໃຜໄດ້ຮັບ SMS.',
    en: 'Nobody is on the committee: nobody here gets an SMS.',
  },
  addMember: { lo: 'ເພີ່ມສະມາຊິກ', en: 'Add a member' },
  editMember: { lo: 'ແກ້ໄຂ {name}', en: 'Edit {name}' },
  moveUp: { lo: 'ຍ້າຍ {name} ຂຶ້ນ', en: 'Move {name} up' },
  moveDown: { lo: 'ຍ້າຍ {name} ລົງ', en: 'Move {name} down' },
  moved: { lo: '{name} ຢູ່ລຳດັບ {n} ແລ້ວ.', en: '{name} is now number {n}.' },
  edit: { lo: 'ແກ້ໄຂ', en: 'Edit' },
  markLeft: { lo: 'ອອກແລ້ວ', en: 'Has left' },
  markLeftSure: {
    lo: '{name} ຈະບໍ່ໄດ້ຮັບ SMS ອີກ. ຊື່ຍັງຢູ່ໃນປະຫວັດ.',
    en: '{name} gets no more SMS. The name stays in the history.',
  },
  markLeftYes: { lo: 'ແມ່ນ, ອອກແລ້ວ', en: 'Yes, they left' },
  leftMembers: { lo: 'ຜູ້ທີ່ອອກແລ້ວ ({n})', en: 'Members who left ({n})' },
  bringBack: { lo: 'ເອົາ {name} ກັບຄືນ', en: 'Bring {name} back' },
  showNumber: { lo: 'ສະແດງເບີ', en: 'Show the number' },
  masked: {
    lo: 'ເບີໂທຖືກປິດບັງ: ມີແຕ່ຜູ້ດູແລບັນຊີເຫັນເບີເຕັມ.',
    en: 'Numbers are masked: only admins of the roster see them whole.',
  },
  name: { lo: 'ຊື່ ແລະ ນາມສະກຸນ', en: 'Name' },
  phone: { lo: 'ເບີໂທ', en: 'Phone' },
  phoneHint: { lo: 'ເຊັ່ນ 020 55 123 456', en: 'Like 020 55 123 456' },
  phoneKept: {
    lo: 'ປະຫວ່າງໄວ້ ຖ້າເບີຍັງຄືເກົ່າ ({phone})',
    en: 'Leave empty if the number stays ({phone})',
  },
  duty: { lo: 'ໜ້າທີ່', en: 'Duty' },
  sex: { lo: 'ເພດ', en: 'Sex' },
  language: { lo: 'ພາສາຂອງ SMS', en: 'Language of the SMS' },
  script: { lo: 'ໂທລະສັບສະແດງຕົວໜັງສື', en: 'Letters that the phone shows' },
  status: { lo: 'ສະຖານະ', en: 'State' },
  organisation: { lo: 'ອົງການ', en: 'Organisation' },
  consentedOn: { lo: 'ວັນທີຍິນຍອມ', en: 'Agreed on' },
  notes: { lo: 'ໝາຍເຫດ', en: 'Notes' },
  quarantined: { lo: 'ເບີໃຊ້ບໍ່ໄດ້', en: 'Number fails' },
  landline: { lo: 'ໂທລະສັບຕັ້ງໂຕະ: ບໍ່ຮັບ SMS', en: 'Fixed line: gets no SMS' },
  wireless: { lo: 'ໂທລະສັບ 030: ອາດບໍ່ສະແດງ SMS', en: '030 telephone: may not show SMS' },
  noConsent: { lo: 'ຍັງບໍ່ມີວັນທີຍິນຍອມ', en: 'No date of consent' },
  proven: { lo: 'ຕິດຕໍ່ໄດ້ຄັ້ງສຸດທ້າຍ {time}', en: 'Last reached {time}' },
  print: { lo: 'ພິມ', en: 'Print' },
  sheetWhy: {
    lo: 'ພິມໄວ້ກ່ອນໄຟດັບ. ໃບນີ້ມີເບີເຕັມ: ຮັກສາໄວ້ໃຫ້ດີ. ການເປີດເບິ່ງຖືກບັນທຶກ.',
    en: 'Print it before the power is out. It shows whole numbers: keep it safe. Opening it is recorded.',
  },
  emptySheet: { lo: 'ບໍ່ມີບ້ານໃນບັນຊີ.', en: 'No village is on the roster.' },
  reload: { lo: 'ເບິ່ງຂອງເຂົາ, ຮັກສາສິ່ງທີ່ຂ້ອຍພິມ', en: 'Load theirs, keep what I typed' },
  readMore: {
    lo: 'ຂໍ້ມູນໃໝ່ແລ້ວ ພ້ອມສິ່ງທີ່ທ່ານພິມ: ກວດ ແລ້ວບັນທຶກອີກ.',
    en: 'This is theirs with what you typed: look, and save again.',
  },
} as const satisfies Record<string, Words>

/** What a choice of a member's form is called. Lao wording unreviewed. */
export const choiceWords = {
  sex: {
    female: { lo: 'ຍິງ', en: 'Female' },
    male: { lo: 'ຊາຍ', en: 'Male' },
    other: { lo: 'ອື່ນໆ', en: 'Other' },
    unknown: { lo: 'ບໍ່ຮູ້', en: 'Not known' },
  },
  language: { lo: { lo: 'ລາວ', en: 'Lao' }, en: { lo: 'ອັງກິດ', en: 'English' } },
  script: {
    lao: { lo: 'ຕົວໜັງສືລາວ', en: 'Lao letters' },
    latin: { lo: 'ຕົວລາຕິນເທົ່ານັ້ນ', en: 'Latin letters alone' },
  },
  status: {
    active: { lo: 'ໃຊ້ໄດ້', en: 'Active' },
    quarantined: { lo: 'ເບີໃຊ້ບໍ່ໄດ້', en: 'Number fails' },
    left: { lo: 'ອອກແລ້ວ', en: 'Left' },
  },
} as const

/** What only the forms can say of a refusal. Lao wording unreviewed. */
export const villageSays = {
  'edited-meanwhile': {
    lo: 'ຄົນອື່ນແກ້ໄຂບ້ານນີ້ແລ້ວ. ສິ່ງທີ່ທ່ານພິມຍັງຢູ່, ແຕ່ຍັງບໍ່ໄດ້ບັນທຶກ.',
    en: 'Somebody else changed this village meanwhile. What you typed is still here, and not saved yet.',
  },
} as const satisfies Record<string, Words>

/** Faults that the forms find themselves, by the field. Lao wording unreviewed. */
export const fieldFaults: Readonly<Record<string, Words>> = {
  name: { lo: 'ຂຽນຊື່.', en: 'Give a name.' },
  phone: { lo: 'ຂຽນເບີໂທ.', en: 'Give a phone number.' },
  nameLo: { lo: 'ຂຽນຊື່ເປັນພາສາລາວ ຫຼື ອັງກິດ.', en: 'Give a name in Lao or English.' },
  latitude: { lo: 'ຂຽນເປັນອົງສາທົດສະນິຍົມ ເຊັ່ນ 16.2912.', en: 'Give decimal degrees, like 16.2912.' },
  longitude: { lo: 'ຂຽນເປັນອົງສາທົດສະນິຍົມ ເຊັ່ນ 105.3000.', en: 'Give decimal degrees, like 105.3000.' },
  households: { lo: 'ຂຽນຈຳນວນເຕັມ.', en: 'Give a whole number.' },
  code: {
    lo: 'ຂຽນ 7 ຕົວເລກ ທີ່ຂຶ້ນຕົ້ນດ້ວຍ 4 ຕົວເລກຂອງເມືອງ.',
    en: 'Give 7 digits that begin with the district’s 4.',
  },
}
