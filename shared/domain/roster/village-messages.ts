/** What is wrong with a village's own columns or its committee as a whole. Lao wording: unreviewed. */
export const villageMessages = {
  'village-name-missing': {
    en: 'A new village needs a name. Write it in Lao or English.',
    lo: 'ບ້ານໃໝ່ຕ້ອງມີຊື່. ໃຫ້ຂຽນເປັນພາສາລາວ ຫຼື ອັງກິດ.',
  },
  'village-contradicts': {
    en: 'Row {rows} says something else about the same village. Write the same in both, or leave one empty.',
    lo: 'ແຖວ {rows} ຂຽນຕ່າງກັນກ່ຽວກັບບ້ານດຽວກັນ. ໃຫ້ຂຽນຄືກັນທັງສອງແຖວ ຫຼື ປະແຖວໜຶ່ງຫວ່າງ.',
  },
  'village-merged': {
    en: 'This village was merged into another and gets no alerts. Enter its committee under the other village.',
    lo: 'ບ້ານນີ້ໄດ້ລວມເຂົ້າກັບບ້ານອື່ນ ແລະ ບໍ່ໄດ້ຮັບຄຳເຕືອນ. ໃຫ້ປ້ອນຄະນະກຳມະການໃສ່ບ້ານນັ້ນ.',
  },
  'coordinate-malformed': {
    en: 'This is not a coordinate. Write decimal degrees, such as 16.5564 for latitude and 104.7525 for longitude.',
    lo: 'ນີ້ບໍ່ແມ່ນພິກັດ. ໃຫ້ຂຽນເປັນອົງສາທົດສະນິຍົມ ເຊັ່ນ 16.5564 ສຳລັບເສັ້ນຂະໜານ ແລະ 104.7525 ສຳລັບເສັ້ນແວງ.',
  },
  'coordinate-outside': {
    en: 'This lies outside Laos and was left out. Correct it: latitude is between 13.8 and 22.6, longitude between 100 and 107.8.',
    lo: 'ພິກັດນີ້ຢູ່ນອກປະເທດລາວ ຈຶ່ງບໍ່ໄດ້ໃຊ້. ໃຫ້ແກ້: ເສັ້ນຂະໜານຢູ່ລະຫວ່າງ 13.8 ຫາ 22.6 ແລະ ເສັ້ນແວງຢູ່ລະຫວ່າງ 100 ຫາ 107.8.',
  },
  'coordinate-alone': {
    en: 'Latitude and longitude belong together. Write both or neither.',
    lo: 'ຕ້ອງມີທັງເສັ້ນຂະໜານ ແລະ ເສັ້ນແວງ. ໃຫ້ຂຽນທັງສອງ ຫຼື ບໍ່ຂຽນເລີຍ.',
  },
  'coordinates-swapped': {
    en: 'Latitude and longitude stand in each other’s place. Exchange them; in Laos latitude is the smaller number.',
    lo: 'ເສັ້ນຂະໜານ ແລະ ເສັ້ນແວງສະຫຼັບກັນ. ໃຫ້ປ່ຽນບ່ອນ; ໃນລາວເສັ້ນຂະໜານແມ່ນເລກທີ່ນ້ອຍກວ່າ.',
  },
  'exposure-unknown': {
    en: 'Exposure is 1, 2 or 3; 3 is flooded first.',
    lo: 'ລະດັບຄວາມສ່ຽງແມ່ນ 1, 2 ຫຼື 3; 3 ແມ່ນຖ້ວມກ່ອນ.',
  },
  'households-malformed': {
    en: 'This is not a number of households. Write a whole number up to {limit} in digits alone.',
    lo: 'ນີ້ບໍ່ແມ່ນຈຳນວນຄອບຄົວ. ໃຫ້ຂຽນຈຳນວນເຕັມບໍ່ເກີນ {limit} ເປັນຕົວເລກ.',
  },
  'languages-too-many': {
    en: 'At most {limit} languages, separated by semicolons, each in a few words.',
    lo: 'ບໍ່ເກີນ {limit} ພາສາ, ຂັ້ນດ້ວຍ ; ແລະ ແຕ່ລະພາສາສັ້ນໆ.',
  },
  'too-many-members': {
    en: 'The committee would have {count} members; at most {limit} are possible. Mark as left who is no longer in it.',
    lo: 'ຄະນະກຳມະການຈະມີ {count} ຄົນ; ສູງສຸດ {limit} ຄົນ. ໃຫ້ໝາຍຜູ້ທີ່ອອກແລ້ວວ່າ left.',
  },
  'too-many-kept-members': {
    en: 'Together with those who left, the village would have {count} entries; at most {limit} can be kept. Write the member_id of people who are on the roster, so that they are not added again.',
    lo: 'ລວມຜູ້ທີ່ອອກແລ້ວ ບ້ານນີ້ຈະມີ {count} ລາຍການ; ເກັບໄດ້ສູງສຸດ {limit}. ໃຫ້ຂຽນລະຫັດສະມາຊິກຂອງຜູ້ທີ່ມີໃນບັນຊີແລ້ວ ເພື່ອບໍ່ໃຫ້ຕື່ມຊ້ຳ.',
  },
  'village-too-large': {
    en: 'Together with those who left, the village holds too much text to be kept. Shorten notes, and write the member_id of people who are on the roster.',
    lo: 'ລວມຜູ້ທີ່ອອກແລ້ວ ບ້ານນີ້ມີຂໍ້ຄວາມຫຼາຍເກີນຈະເກັບໄດ້. ໃຫ້ຫຍໍ້ໝາຍເຫດ ແລະ ຂຽນລະຫັດສະມາຊິກຂອງຜູ້ທີ່ມີໃນບັນຊີແລ້ວ.',
  },
  'no-first-contact': {
    en: 'Nobody of this village would get an SMS. Enter at least one active member with a mobile number.',
    lo: 'ບ້ານນີ້ບໍ່ມີໃຜຈະໄດ້ຮັບ SMS. ໃຫ້ປ້ອນສະມາຊິກທີ່ມີເບີມືຖືຢ່າງໜ້ອຍໜຶ່ງຄົນ.',
  },
  'no-safe-place': {
    en: 'No safe place is agreed for this village. Enter where people should go.',
    lo: 'ບ້ານນີ້ຍັງບໍ່ມີບ່ອນປອດໄພທີ່ຕົກລົງກັນ. ໃຫ້ປ້ອນບ່ອນທີ່ຄົນຄວນໄປ.',
  },
  'nobody-marked-left': {
    en: 'The file names no member of this village, so nobody of it is marked as left. Write left in the status column for those who left.',
    lo: 'ໄຟລ໌ບໍ່ມີຊື່ສະມາຊິກຂອງບ້ານນີ້ ຈຶ່ງບໍ່ໄດ້ໝາຍໃຜວ່າອອກແລ້ວ. ໃຫ້ຂຽນ left ໃນຖັນ status ສຳລັບຜູ້ທີ່ອອກ.',
  },
} as const
