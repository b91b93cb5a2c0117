/** What is wrong with how a row names its village, and what to do. Lao wording: unreviewed. */
export const placeMessages = {
  'village-missing': {
    en: 'The row does not say which village it is about. Write the village code in every row (merged cells fill only the first), or the district and the village name.',
    lo: 'ແຖວນີ້ບໍ່ໄດ້ບອກວ່າແມ່ນບ້ານໃດ. ໃຫ້ຂຽນລະຫັດບ້ານໃສ່ທຸກແຖວ (ຊ່ອງທີ່ລວມກັນມີຄ່າແຕ່ແຖວທຳອິດ) ຫຼື ຂຽນເມືອງ ແລະ ຊື່ບ້ານ.',
  },
  'village-code-malformed': {
    en: 'This is not a village code. Write the 7 digits of the official code and nothing else.',
    lo: 'ນີ້ບໍ່ແມ່ນລະຫັດບ້ານ. ໃຫ້ຂຽນສະເພາະຕົວເລກ 7 ຕົວຂອງລະຫັດທາງການ.',
  },
  'village-code-length': {
    en: 'A village code has 7 digits: 4 of the district and 3 of the village. Look the code up and write all of it.',
    lo: 'ລະຫັດບ້ານມີ 7 ຕົວເລກ: 4 ຕົວຂອງເມືອງ ແລະ 3 ຕົວຂອງບ້ານ. ໃຫ້ກວດລະຫັດ ແລະ ຂຽນໃຫ້ຄົບ.',
  },
  'village-code-scientific': {
    en: 'The spreadsheet shortened this code to a power of ten and its digits are lost. Format the column as text and write the codes again.',
    lo: 'ຕາຕະລາງໄດ້ຫຍໍ້ລະຫັດນີ້ເປັນເລກກຳລັງ ແລະ ຕົວເລກສູນຫາຍໄປ. ໃຫ້ຕັ້ງຖັນເປັນຂໍ້ຄວາມ (Text) ແລະ ຂຽນລະຫັດໃໝ່.',
  },
  'village-code-p-code': {
    en: 'Codes that begin with LA are numbered differently in different lists. Write the 7 digits of the official code without LA.',
    lo: 'ລະຫັດທີ່ຂຶ້ນຕົ້ນດ້ວຍ LA ບໍ່ຄືກັນໃນແຕ່ລະບັນຊີ. ໃຫ້ຂຽນລະຫັດທາງການ 7 ຕົວເລກ ໂດຍບໍ່ມີ LA.',
  },
  'village-code-uncertain': {
    en: 'The code has 6 digits, and with a 0 in front it lies in no district. Look the code up and write all 7 digits.',
    lo: 'ລະຫັດມີ 6 ຕົວເລກ ແລະ ເມື່ອຕື່ມ 0 ໜ້າກໍບໍ່ຢູ່ໃນເມືອງໃດ. ໃຫ້ກວດລະຫັດ ແລະ ຂຽນໃຫ້ຄົບ 7 ຕົວ.',
  },
  'village-code-two-readings': {
    en: 'The code has 6 digits and can be read in two ways: either its leading 0 is missing, or its last digit is, for both districts exist. Look the code up and write all 7 digits.',
    lo: 'ລະຫັດມີ 6 ຕົວເລກ ແລະ ອ່ານໄດ້ສອງແບບ: ຂາດເລກ 0 ໜ້າ ຫຼື ຂາດຕົວເລກສຸດທ້າຍ, ເພາະມີທັງສອງເມືອງ. ໃຫ້ກວດລະຫັດ ແລະ ຂຽນໃຫ້ຄົບ 7 ຕົວ.',
  },
  'village-code-unknown-district': {
    en: 'No district has the first 4 digits of this code. Look the code up and correct it.',
    lo: 'ບໍ່ມີເມືອງທີ່ມີລະຫັດ 4 ຕົວທຳອິດນີ້. ໃຫ້ກວດ ແລະ ແກ້ລະຫັດ.',
  },
  'village-code-zero-restored': {
    en: 'The spreadsheet dropped the leading 0 of village codes; it was put back in {count} rows, of which this is the first. Nothing needs to be done.',
    lo: 'ຕາຕະລາງໄດ້ຕັດເລກ 0 ໜ້າລະຫັດບ້ານອອກ; ໄດ້ຕື່ມຄືນແລ້ວໃນ {count} ແຖວ ເລີ່ມແຕ່ແຖວນີ້. ບໍ່ຕ້ອງເຮັດຫຍັງ.',
  },
  'district-unknown': {
    en: 'No district has this code or name. Write the 4-digit code of the district, or its name as on the list of areas.',
    lo: 'ບໍ່ມີເມືອງທີ່ມີລະຫັດ ຫຼື ຊື່ນີ້. ໃຫ້ຂຽນລະຫັດເມືອງ 4 ຕົວ ຫຼື ຊື່ຕາມບັນຊີເຂດ.',
  },
  'district-unknown-ignored': {
    en: 'No district has this code or name; the village code was used. Correct the district or leave the cell empty.',
    lo: 'ບໍ່ມີເມືອງທີ່ມີລະຫັດ ຫຼື ຊື່ນີ້; ໄດ້ໃຊ້ລະຫັດບ້ານແທນ. ໃຫ້ແກ້ຊື່ເມືອງ ຫຼື ປະຊ່ອງຫວ່າງ.',
  },
  'district-ambiguous': {
    en: 'Districts of several provinces have this name, and more than one has such a village. Write the 4-digit code of the district, or the village code.',
    lo: 'ມີເມືອງຊື່ນີ້ຢູ່ຫຼາຍແຂວງ ແລະ ມີບ້ານຊື່ນີ້ຫຼາຍກວ່າໜຶ່ງ. ໃຫ້ຂຽນລະຫັດເມືອງ 4 ຕົວ ຫຼື ລະຫັດບ້ານ.',
  },
  'district-contradicts-code': {
    en: 'The village code lies in another district than the one written here. Correct the code or the district.',
    lo: 'ລະຫັດບ້ານຢູ່ໃນເມືອງອື່ນ ບໍ່ແມ່ນເມືອງທີ່ຂຽນໄວ້. ໃຫ້ແກ້ລະຫັດ ຫຼື ເມືອງ.',
  },
  'village-not-found': {
    en: 'The roster has no village of this name in the district. New villages need their 7-digit code; correct the name otherwise.',
    lo: 'ບໍ່ມີບ້ານຊື່ນີ້ໃນເມືອງດັ່ງກ່າວ. ບ້ານໃໝ່ຕ້ອງມີລະຫັດ 7 ຕົວ; ຖ້າບໍ່ແມ່ນບ້ານໃໝ່ ໃຫ້ແກ້ຊື່.',
  },
  'match-to-confirm': {
    en: 'The village was found by its name. Confirm that it is the right one before applying, or write its code.',
    lo: 'ໄດ້ພົບບ້ານຕາມຊື່. ໃຫ້ຢືນຢັນວ່າຖືກຕ້ອງກ່ອນນຳເຂົ້າ ຫຼື ຂຽນລະຫັດບ້ານ.',
  },
  'match-several': {
    en: 'The district has {count} villages of this name. Choose the right one before applying, or write its code.',
    lo: 'ເມືອງນີ້ມີບ້ານຊື່ດຽວກັນ {count} ບ້ານ. ໃຫ້ເລືອກບ້ານທີ່ຖືກກ່ອນນຳເຂົ້າ ຫຼື ຂຽນລະຫັດບ້ານ.',
  },
  'match-not-a-candidate': {
    en: 'The village confirmed for this row has another name. Choose one of the villages shown, or write the code in the file.',
    lo: 'ບ້ານທີ່ຢືນຢັນສຳລັບແຖວນີ້ມີຊື່ອື່ນ. ໃຫ້ເລືອກບ້ານທີ່ສະແດງ ຫຼື ຂຽນລະຫັດໃນໄຟລ໌.',
  },
} as const
