/** What is wrong with a member's columns, their phone aside. Lao wording: unreviewed. */
export const memberMessages = {
  'member-name-missing': {
    en: 'The member has no name. Write it, or leave all columns of the member empty.',
    lo: 'ສະມາຊິກບໍ່ມີຊື່. ໃຫ້ຂຽນຊື່ ຫຼື ປະຖັນຂອງສະມາຊິກຫວ່າງທັງໝົດ.',
  },
  'member-columns-ignored': {
    en: 'The row names no member, so this and the other columns of a member were left out. Write name and phone if there is one.',
    lo: 'ແຖວນີ້ບໍ່ມີຊື່ສະມາຊິກ ຈຶ່ງບໍ່ໄດ້ໃຊ້ຖັນຂອງສະມາຊິກ. ຖ້າມີສະມາຊິກ ໃຫ້ຂຽນຊື່ ແລະ ເບີໂທ.',
  },
  'duty-unknown': {
    en: 'This duty is not known. Write for instance head, deputy, early-warning, womens-union, youth-union, health, teacher, security, rescue or member.',
    lo: 'ບໍ່ຮູ້ຈັກໜ້າທີ່ນີ້. ໃຫ້ຂຽນ ເຊັ່ນ ນາຍບ້ານ, ຮອງນາຍບ້ານ, ເຕືອນໄພ, ສະຫະພັນແມ່ຍິງ, ຊາວໜຸ່ມ, ສາທາລະນະສຸກ, ຄູ, ປກສ, ກູ້ໄພ ຫຼື ສະມາຊິກ.',
  },
  'sex-unknown': {
    en: 'Write female, male, other or unknown.',
    lo: 'ໃຫ້ຂຽນ ຍິງ, ຊາຍ, ອື່ນໆ ຫຼື ບໍ່ຮູ້.',
  },
  'language-unknown': { en: 'Write lo for Lao or en for English.', lo: 'ໃຫ້ຂຽນ ລາວ ຫຼື ອັງກິດ.' },
  'script-unknown': {
    en: 'Write lao, or latin where the phone shows no Lao letters.',
    lo: 'ໃຫ້ຂຽນ ຕົວລາວ ຫຼື ຕົວລາຕິນ ຖ້າໂທລະສັບບໍ່ສະແດງຕົວລາວ.',
  },
  'status-unknown': {
    en: 'Write active, quarantined or left, or leave the cell empty.',
    lo: 'ໃຫ້ຂຽນ active, quarantined ຫຼື left ຫຼື ປະຊ່ອງຫວ່າງ.',
  },
  'member-order-malformed': {
    en: 'The order is a whole number: 1 is contacted first.',
    lo: 'ລຳດັບແມ່ນຈຳນວນເຕັມ: 1 ແມ່ນຕິດຕໍ່ກ່ອນ.',
  },
  'member-order-twice': {
    en: 'Row {rows} gives the same order to another member. The row higher up goes first.',
    lo: 'ແຖວ {rows} ໃຫ້ລຳດັບດຽວກັນແກ່ຜູ້ອື່ນ. ແຖວທີ່ຢູ່ເທິງກວ່າໄປກ່ອນ.',
  },
  'member-id-malformed': {
    en: 'This is not an id of Siang. Leave the cell empty for new members.',
    lo: 'ນີ້ບໍ່ແມ່ນລະຫັດຂອງສຽງ. ສຳລັບສະມາຊິກໃໝ່ ໃຫ້ປະຊ່ອງຫວ່າງ.',
  },
  'member-id-unknown': {
    en: 'No member of this village has this id; name and phone were compared instead. Check that the row stands under the right village.',
    lo: 'ບ້ານນີ້ບໍ່ມີສະມາຊິກທີ່ມີລະຫັດນີ້; ໄດ້ທຽບຊື່ ແລະ ເບີໂທແທນ. ໃຫ້ກວດວ່າແຖວນີ້ຢູ່ບ້ານທີ່ຖືກຕ້ອງ.',
  },
  'member-id-twice': {
    en: 'Row {rows} has the same member id. Leave it empty in the row of the new member.',
    lo: 'ແຖວ {rows} ມີລະຫັດສະມາຊິກດຽວກັນ. ໃຫ້ປະຫວ່າງໃນແຖວຂອງສະມາຊິກໃໝ່.',
  },
  'member-twice': {
    en: 'Row {rows} names the same member with the same phone. Delete one of the rows.',
    lo: 'ແຖວ {rows} ມີສະມາຊິກ ແລະ ເບີໂທດຽວກັນ. ໃຫ້ລຶບແຖວໜຶ່ງອອກ.',
  },
  'member-replaced': {
    en: 'Name and phone of this member id both change. If this is another person, leave the id empty and mark the old member as left.',
    lo: 'ທັງຊື່ ແລະ ເບີໂທຂອງລະຫັດສະມາຊິກນີ້ຈະປ່ຽນ. ຖ້າແມ່ນຄົນອື່ນ ໃຫ້ປະລະຫັດຫວ່າງ ແລະ ໝາຍຄົນເກົ່າວ່າ left.',
  },
  'member-renamed': {
    en: 'The roster has this phone under another name, which this row replaces. If this is another person, add a row with the old name, this phone and the status left.',
    lo: 'ໃນບັນຊີ ເບີໂທນີ້ເປັນຂອງຊື່ອື່ນ ເຊິ່ງແຖວນີ້ຈະປ່ຽນແທນ. ຖ້າແມ່ນຄົນອື່ນ ໃຫ້ຕື່ມແຖວທີ່ມີຊື່ເກົ່າ, ເບີນີ້ ແລະ ສະຖານະ left.',
  },
  'listed-but-left': {
    en: 'This member is marked as left and gets no SMS. Write active in the status column if they are back.',
    lo: 'ສະມາຊິກນີ້ຖືກໝາຍວ່າອອກແລ້ວ ແລະ ບໍ່ໄດ້ຮັບ SMS. ຖ້າກັບມາ ໃຫ້ຂຽນ active ໃນຖັນ status.',
  },
  'consent-missing': {
    en: 'No date of consent. Ask the member and enter the day on which they agreed.',
    lo: 'ບໍ່ມີວັນທີຍິນຍອມ. ໃຫ້ຖາມສະມາຊິກ ແລະ ປ້ອນວັນທີທີ່ຍິນຍອມ.',
  },
  'date-malformed': {
    en: 'This is not a date. Write day/month/year such as 31/05/2026, or 2026-05-31.',
    lo: 'ນີ້ບໍ່ແມ່ນວັນທີ. ໃຫ້ຂຽນ ວັນ/ເດືອນ/ປີ ເຊັ່ນ 31/05/2026 ຫຼື 2026-05-31.',
  },
  'date-impossible': {
    en: 'There is no such day. Write the day first, then the month: 31/05/2026.',
    lo: 'ບໍ່ມີວັນທີນີ້. ໃຫ້ຂຽນວັນກ່ອນເດືອນ: 31/05/2026.',
  },
  'date-future': {
    en: 'This day is still to come. Write the day on which the member agreed, day first.',
    lo: 'ວັນນີ້ຍັງບໍ່ທັນມາຮອດ. ໃຫ້ຂຽນວັນທີ່ສະມາຊິກໄດ້ຍິນຍອມ ໂດຍຂຽນວັນກ່ອນ.',
  },
  'date-too-old': {
    en: 'This year cannot be meant. Write the year with 4 digits, such as 2026.',
    lo: 'ປີນີ້ບໍ່ຖືກຕ້ອງ. ໃຫ້ຂຽນປີ 4 ຕົວເລກ ເຊັ່ນ 2026.',
  },
  'date-short-year': {
    en: 'Write the year with 4 digits, such as 31/05/2026.',
    lo: 'ໃຫ້ຂຽນປີ 4 ຕົວເລກ ເຊັ່ນ 31/05/2026.',
  },
  'date-buddhist-year': {
    en: 'The year is of the Buddhist calendar. Write the international year, which is 543 less.',
    lo: 'ປີນີ້ແມ່ນພຸດທະສັກກະລາດ. ໃຫ້ຂຽນຄຣິດສັກກະລາດ ເຊິ່ງໜ້ອຍກວ່າ 543 ປີ.',
  },
  'date-serial-number': {
    en: 'The spreadsheet shows this date as a number of days. Format the column as a date, or write 31/05/2026 as text.',
    lo: 'ຕາຕະລາງສະແດງວັນທີນີ້ເປັນຕົວເລກ. ໃຫ້ຕັ້ງຖັນເປັນວັນທີ ຫຼື ຂຽນ 31/05/2026 ເປັນຂໍ້ຄວາມ.',
  },
  'date-swapped': {
    en: 'The roster has this date with day and month the other way round. A spreadsheet may have exchanged them: check which is right.',
    lo: 'ໃນບັນຊີ ວັນ ແລະ ເດືອນຂອງວັນທີນີ້ສະຫຼັບກັນ. ຕາຕະລາງອາດໄດ້ສະຫຼັບ: ໃຫ້ກວດວ່າອັນໃດຖືກ.',
  },
} as const
