import type { RosterColumn } from './roster-columns.ts'

/**
 * What people write above the columns, beside the columns' own names. Case, spaces and punctuation do not
 * count. A bare "No." or "ລຳດັບ" is missing on purpose: it numbers the sheet's lines, not the committee.
 * Lao words: unreviewed.
 */
export const headerWords: Readonly<Record<RosterColumn, { en: readonly string[]; lo: readonly string[] }>> = {
  village_code: {
    en: ['village id', 'village no', 'village number', 'ban code', 'code'],
    lo: ['ລະຫັດບ້ານ', 'ລະຫັດ', 'ເລກລະຫັດບ້ານ'],
  },
  village_name_lo: {
    en: [
      'village',
      'village name',
      'village lao',
      'village name lao',
      'village name in lao',
      'lao village name',
    ],
    lo: ['ບ້ານ', 'ຊື່ບ້ານ', 'ຊື່ບ້ານ (ລາວ)', 'ຊື່ບ້ານພາສາລາວ', 'ຊື່ບ້ານ (ພາສາລາວ)'],
  },
  village_name_en: {
    en: ['village english', 'village name english', 'village name in english', 'english village name'],
    lo: ['ຊື່ບ້ານ (ອັງກິດ)', 'ຊື່ບ້ານພາສາອັງກິດ', 'ຊື່ບ້ານ (ພາສາອັງກິດ)'],
  },
  district: {
    en: ['district name', 'district code', 'muang'],
    lo: ['ເມືອງ', 'ຊື່ເມືອງ', 'ລະຫັດເມືອງ'],
  },
  latitude: { en: ['lat', 'gps latitude', 'gps lat'], lo: ['ເສັ້ນຂະໜານ', 'ລາຕິຈູດ'] },
  longitude: { en: ['lon', 'lng', 'long', 'gps longitude', 'gps lon'], lo: ['ເສັ້ນແວງ', 'ລອງຈິຈູດ'] },
  exposure: {
    en: ['exposure level', 'risk', 'risk level', 'flood risk'],
    lo: ['ລະດັບຄວາມສ່ຽງ', 'ຄວາມສ່ຽງ'],
  },
  safe_place_lo: {
    en: ['safe place', 'safe place lao', 'safe place in lao', 'safe area', 'evacuation place'],
    lo: ['ບ່ອນປອດໄພ', 'ຈຸດປອດໄພ', 'ສະຖານທີ່ປອດໄພ', 'ບ່ອນປອດໄພ (ລາວ)', 'ບ່ອນປອດໄພພາສາລາວ'],
  },
  safe_place_en: {
    en: ['safe place english', 'safe place in english'],
    lo: ['ບ່ອນປອດໄພ (ອັງກິດ)', 'ບ່ອນປອດໄພພາສາອັງກິດ'],
  },
  languages_spoken: {
    en: ['spoken languages', 'languages', 'village languages'],
    lo: ['ພາສາທີ່ເວົ້າ', 'ພາສາເວົ້າ', 'ພາສາທ້ອງຖິ່ນ'],
  },
  households: {
    en: ['household', 'hh', 'families', 'number of households', 'number of families'],
    lo: ['ຄອບຄົວ', 'ຈຳນວນຄອບຄົວ', 'ຫຼັງຄາເຮືອນ', 'ຈຳນວນຫຼັງຄາເຮືອນ'],
  },
  member_order: {
    en: ['order of members', 'contact order', 'order of contact', 'member position'],
    lo: ['ລຳດັບການຕິດຕໍ່', 'ລຳດັບສະມາຊິກ'],
  },
  member_name: {
    en: [
      'name',
      'full name',
      'member',
      'name of member',
      'committee member',
      'contact',
      'contact name',
      'person',
    ],
    lo: ['ຊື່', 'ຊື່ສະມາຊິກ', 'ຊື່ ແລະ ນາມສະກຸນ', 'ຊື່ນາມສະກຸນ', 'ສະມາຊິກ'],
  },
  phone: {
    en: [
      'phone number',
      'phone no',
      'telephone',
      'telephone number',
      'tel',
      'tel no',
      'mobile',
      'mobile number',
      'mobile phone',
    ],
    lo: ['ເບີໂທ', 'ເບີໂທລະສັບ', 'ໂທລະສັບ', 'ໝາຍເລກໂທລະສັບ', 'ເບີໂທລະສັບມືຖື', 'ເບີມືຖື'],
  },
  duty: {
    en: ['duties', 'role', 'position', 'function', 'task', 'responsibility'],
    lo: ['ໜ້າທີ່', 'ຕຳແໜ່ງ', 'ໜ້າທີ່ຮັບຜິດຊອບ', 'ຕຳແໜ່ງໜ້າທີ່'],
  },
  sex: { en: ['gender', 'm/f', 'f/m'], lo: ['ເພດ', 'ຍິງ/ຊາຍ', 'ຊາຍ/ຍິງ'] },
  language: {
    en: ['sms language', 'language of sms', 'message language'],
    lo: ['ພາສາ', 'ພາສາຂໍ້ຄວາມ', 'ພາສາ SMS'],
  },
  script: { en: ['letters', 'alphabet', 'sms script'], lo: ['ຕົວອັກສອນ', 'ຕົວໜັງສື'] },
  consented_on: {
    en: ['consent', 'consented', 'consent date', 'date of consent', 'agreed on'],
    lo: ['ວັນທີຍິນຍອມ', 'ວັນທີ່ຍິນຍອມ', 'ຍິນຍອມ', 'ວັນທີເຫັນດີ'],
  },
  organisation: { en: ['organization', 'org', 'agency', 'partner'], lo: ['ອົງການ', 'ອົງກອນ', 'ການຈັດຕັ້ງ'] },
  status: { en: ['member status', 'state'], lo: ['ສະຖານະ', 'ສະຖານະສະມາຊິກ'] },
  notes: { en: ['note', 'remark', 'remarks', 'comment', 'comments'], lo: ['ໝາຍເຫດ', 'ບັນທຶກ'] },
  member_id: { en: ['id of member', 'member no', 'member code'], lo: ['ລະຫັດສະມາຊິກ'] },
}
