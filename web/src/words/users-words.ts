import type { roles } from '../../../shared/domain/user.ts'
import type { Words } from './language.ts'

/** What the roles are called, and what they are for. Lao wording unreviewed. */
export const roleWords: Readonly<Record<(typeof roles)[number], { name: Words; may: Words }>> = {
  viewer: {
    name: { lo: 'ຜູ້ເບິ່ງ', en: 'Viewer' },
    may: {
      lo: 'ເບິ່ງຄຳເຕືອນ ແລະ ບ້ານ. ປ່ຽນຫຍັງບໍ່ໄດ້.',
      en: 'Sees alerts and villages. Changes nothing.',
    },
  },
  officer: {
    name: { lo: 'ເຈົ້າໜ້າທີ່', en: 'Officer' },
    may: {
      lo: 'ຂຽນ, ອະນຸມັດ ແລະ ຢຸດຄຳເຕືອນ, ບັນທຶກການໂທ. ແກ້ບັນຊີບ້ານບໍ່ໄດ້.',
      en: 'Writes, approves and stops alerts, and records calls. Does not change the roster.',
    },
  },
  admin: {
    name: { lo: 'ຜູ້ດູແລ', en: 'Admin' },
    may: {
      lo: 'ດູແລບັນຊີບ້ານ, ຜູ້ໃຊ້ ແລະ ງົບປະມານ, ອ່ານບັນທຶກການໃຊ້, ຢຸດ SMS ທັງໝົດ. ອອກຄຳເຕືອນບໍ່ໄດ້.',
      en: 'Keeps rosters, users and budgets, reads the audit, stops all SMS. Issues no alerts.',
    },
  },
}

/** Words of the screens about users. Lao wording unreviewed. */
export const usersWords = {
  title: { lo: 'ຜູ້ໃຊ້', en: 'Users' },
  invite: { lo: 'ເຊີນຜູ້ໃຊ້ໃໝ່', en: 'Invite somebody' },
  rolesMay: { lo: 'ແຕ່ລະບົດບາດເຮັດຫຍັງໄດ້', en: 'What each role may do' },
  onlyInAreas: {
    lo: 'ທຸກຢ່າງມີຜົນສະເພາະໃນເຂດຂອງຜູ້ໃຊ້.',
    en: 'All of it in the areas of the user alone.',
  },
  anyRole: { lo: 'ທຸກບົດບາດ', en: 'Any role' },
  anyStatus: { lo: 'ທຸກສະຖານະ', en: 'Any state' },
  anyArea: { lo: 'ທຸກແຂວງ', en: 'Any province' },
  role: { lo: 'ບົດບາດ', en: 'Role' },
  roles: { lo: 'ບົດບາດ', en: 'Roles' },
  areas: { lo: 'ເຂດ', en: 'Areas' },
  area: { lo: 'ແຂວງ', en: 'Province' },
  status: { lo: 'ສະຖານະ', en: 'State' },
  active: { lo: 'ໃຊ້ໄດ້', en: 'Active' },
  disabled: { lo: 'ປິດແລ້ວ', en: 'Disabled' },
  awaits: { lo: 'ລໍຖ້າຜູ້ດູແລຄົນທີສອງ', en: 'Waits for a second admin' },
  onlyAwaiting: { lo: 'ສະເພາະທີ່ລໍຖ້າຜູ້ດູແລຄົນທີສອງ', en: 'Only those that wait for a second admin' },
  none: { lo: 'ບໍ່ມີຜູ້ໃຊ້ແບບນີ້ໃນເຂດຂອງທ່ານ.', en: 'No such user in your areas.' },
  noRole: { lo: 'ຍັງບໍ່ມີສິດ', en: 'No rights yet' },
  noPhone: { lo: 'ບໍ່ມີເບີ: ບໍ່ໄດ້ຮັບ SMS ແຈ້ງ', en: 'No phone: gets no notices' },
  you: { lo: 'ທ່ານເອງ', en: 'You' },
  ownRights: {
    lo: 'ບໍ່ມີໃຜປ່ຽນສິດຂອງຕົນເອງ: ຂໍໃຫ້ຜູ້ດູແລຄົນອື່ນເຮັດ. ທ່ານປ່ຽນຊື່, ເບີໂທ ແລະ ພາສາໄດ້.',
    en: 'Nobody changes their own rights: ask another admin. You can change name, phone and language.',
  },
  phone: { lo: 'ເບີໂທ', en: 'Phone' },
  noNumber: { lo: 'ບໍ່ມີ', en: 'None' },
  showNumber: { lo: 'ສະແດງເບີ', en: 'Show the number' },
  language: { lo: 'ພາສາຂອງ SMS ແຈ້ງ', en: 'Language of notices' },
  lao: { lo: 'ລາວ', en: 'Lao' },
  english: { lo: 'ອັງກິດ', en: 'English' },
  ceiling: { lo: 'ຈຳນວນຄົນທີ່ສົ່ງຫາໄດ້ຕໍ່ຊົ່ວໂມງ', en: 'People they may write to within an hour' },
  ceilingHint: {
    lo: 'ປະຫວ່າງໄວ້ ຖ້າບໍ່ປ່ຽນ. ດຽວນີ້ {n}.',
    en: 'Leave empty to keep it. Now {n}.',
  },
  samePerson: { lo: 'ຄົນດຽວກັນມີບັນຊີອື່ນບໍ່?', en: 'Does the same person have another login?' },
  samePersonHint: {
    lo: 'ສິ່ງທີ່ບັນຊີໜຶ່ງຂຽນ ອີກບັນຊີໜຶ່ງອະນຸມັດບໍ່ໄດ້.',
    en: 'What one of the two writes the other cannot approve.',
  },
  oneLogin: { lo: 'ບໍ່ມີ', en: 'No' },
  somebodyElse: { lo: 'ມີ: ຢູ່ນອກເຂດຂອງທ່ານ', en: 'Yes, outside your areas' },
  edit: { lo: 'ແກ້ໄຂ', en: 'Edit' },
  disable: { lo: 'ປິດບັນຊີນີ້', en: 'Disable this account' },
  disableWhy: {
    lo: '{name} ຈະເສຍສິດທັງໝົດທັນທີ ແລະ ຖືກອອກຈາກລະບົບທຸກເຄື່ອງ.',
    en: '{name} loses all rights at once and is signed out everywhere.',
  },
  disableYes: { lo: 'ແມ່ນ, ປິດບັນຊີ', en: 'Yes, disable it' },
  enable: { lo: 'ເປີດບັນຊີຄືນ', en: 'Enable this account' },
  wanted: { lo: 'ສິດທີ່ຂໍ: {roles}, {areas}', en: 'Rights asked for: {roles}, {areas}' },
  askedAt: { lo: 'ຂໍເມື່ອ {time}, ໝົດອາຍຸ {until}.', en: 'Asked on {time}; void after {until}.' },
  askedByYou: {
    lo: 'ທ່ານເປັນຜູ້ຂໍ: ຜູ້ດູແລຄົນອື່ນຕ້ອງຢືນຢັນ.',
    en: 'You asked for this: another admin has to confirm it.',
  },
  twoAdmins: {
    lo: 'ການເຮັດໃຫ້ໃຜເປັນຜູ້ດູແລ ຕ້ອງມີສອງຄົນ. ຈົນກວ່ານັ້ນ ບໍ່ມີສິດເພີ່ມ.',
    en: 'It takes two persons to make an admin. Until then nothing is added.',
  },
  confirm: { lo: 'ຢືນຢັນສິດນີ້', en: 'Confirm these rights' },
  refuse: { lo: 'ປະຕິເສດ', en: 'Refuse' },
  takeBack: { lo: 'ຖອນຄຳຂໍ', en: 'Take it back' },
  name: { lo: 'ຊື່', en: 'Name' },
  email: { lo: 'ອີເມວ', en: 'Email' },
  emailHint: {
    lo: 'ຄຳເຊີນ ແລະ ລະຫັດຊົ່ວຄາວຖືກສົ່ງໄປທີ່ນີ້. ໃຊ້ໄດ້ 3 ວັນ.',
    en: 'The invitation goes there, with a temporary password that is good for 3 days.',
  },
  phoneHint: {
    lo: 'ຮັບ SMS ເມື່ອມີຫຍັງລໍຖ້າ. ເຊັ່ນ 020 55 123 456',
    en: 'Gets an SMS when something waits. Like 020 55 123 456',
  },
  phoneKept: { lo: 'ປະຫວ່າງໄວ້ ຖ້າເບີຍັງຄືເກົ່າ.', en: 'Leave empty if the number stays.' },
  removePhone: { lo: 'ລຶບເບີອອກ', en: 'Take the number away' },
  invited: {
    lo: 'ເຊີນ {name} ແລ້ວ. ຄຳເຊີນໄປທາງອີເມວ.',
    en: '{name} is invited. The invitation goes by email.',
  },
  openUser: { lo: 'ເບິ່ງ {name}', en: 'Look at {name}' },
  readAnew: { lo: 'ອ່ານຄືນ', en: 'Read it again' },
  wasRead: {
    lo: 'ຂໍ້ມູນໃໝ່ແລ້ວ ພ້ອມສິ່ງທີ່ທ່ານພິມ: ກວດ ແລ້ວບັນທຶກອີກ.',
    en: 'This is theirs with what you typed: look, and save again.',
  },
  allLaos: { lo: 'ທົ່ວປະເທດ', en: 'All of Laos' },
  wholeProvince: { lo: 'ໝົດແຂວງ', en: 'The whole province' },
  wholeDistrict: { lo: 'ໝົດເມືອງ', en: 'The whole district' },
  province: { lo: 'ແຂວງ', en: 'Province' },
  district: { lo: 'ເມືອງ', en: 'District' },
  village: { lo: 'ບ້ານ', en: 'Village' },
  choose: { lo: 'ເລືອກ…', en: 'Choose…' },
  addArea: { lo: 'ເພີ່ມເຂດ', en: 'Add this area' },
  removeArea: { lo: 'ເອົາ {name} ອອກ', en: 'Remove {name}' },
  noAreas: { lo: 'ຍັງບໍ່ໄດ້ເລືອກເຂດ.', en: 'No area chosen yet.' },
  needName: { lo: 'ຂຽນຊື່.', en: 'Give a name.' },
  needEmail: { lo: 'ຂຽນອີເມວ.', en: 'Give an email address.' },
  needRole: { lo: 'ເລືອກບົດບາດຢ່າງໜ້ອຍໜຶ່ງ.', en: 'Choose at least one role.' },
  needArea: { lo: 'ເພີ່ມເຂດຢ່າງໜ້ອຍໜຶ່ງ.', en: 'Add at least one area.' },
  needNumber: { lo: 'ຂຽນຕົວເລກ.', en: 'Give a whole number.' },
} as const satisfies Record<string, Words>
