/** What is wrong with cells of any column, or with the table itself. Lao wording: unreviewed. */
export const tableMessages = {
  'cell-formula-error': {
    en: 'The cell shows an error of the spreadsheet instead of a value. Correct the formula, or write the value.',
    lo: 'ຊ່ອງນີ້ສະແດງຂໍ້ຜິດພາດຂອງຕາຕະລາງແທນຄ່າ. ໃຫ້ແກ້ສູດ ຫຼື ຂຽນຄ່າ.',
  },
  'text-lost': {
    en: 'Letters were lost here when the file was saved. Save it again from the spreadsheet as .xlsx or as "CSV UTF-8".',
    lo: 'ຕົວໜັງສືສູນຫາຍໄປຕອນບັນທຶກໄຟລ໌. ໃຫ້ບັນທຶກໃໝ່ເປັນ .xlsx ຫຼື "CSV UTF-8".',
  },
  'text-legacy-font': {
    en: 'This is written in an old Lao font (such as Alice or Saysettha) and unreadable without it. Write it again in Phetsarath OT or another Unicode font.',
    lo: 'ຂໍ້ຄວາມນີ້ຂຽນດ້ວຍຟອນລາວເກົ່າ (ເຊັ່ນ Alice, Saysettha) ແລະ ອ່ານບໍ່ໄດ້ຖ້າບໍ່ມີມັນ. ໃຫ້ຂຽນໃໝ່ດ້ວຍ Phetsarath OT ຫຼື ຟອນ Unicode ອື່ນ.',
  },
  'text-too-long': {
    en: 'The text is too long; at most {limit} characters. Shorten it.',
    lo: 'ຂໍ້ຄວາມຍາວເກີນ; ສູງສຸດ {limit} ຕົວ. ໃຫ້ຫຍໍ້ລົງ.',
  },
  'lao-without-lao-letters': {
    en: 'This column is for Lao, but the text has no Lao letters. Move it to the English column, or write it in Lao.',
    lo: 'ຖັນນີ້ແມ່ນສຳລັບພາສາລາວ ແຕ່ຂໍ້ຄວາມບໍ່ມີຕົວລາວ. ໃຫ້ຍ້າຍໄປຖັນພາສາອັງກິດ ຫຼື ຂຽນເປັນລາວ.',
  },
  'row-too-long': {
    en: 'The row has more cells than there are headers. A comma inside a text needs quotes around the text; then the columns fit again.',
    lo: 'ແຖວນີ້ມີຊ່ອງຫຼາຍກວ່າຫົວຖັນ. ຖ້າມີຈຸດ (,) ໃນຂໍ້ຄວາມ ໃຫ້ໃສ່ວົງຢືມອ້ອມຂໍ້ຄວາມ; ແລ້ວຖັນຈະຕົງກັນ.',
  },
  'column-unknown': {
    en: 'The header of column {letter} is not known; the column is left out. Give it one of the names of the template if it is needed.',
    lo: 'ບໍ່ຮູ້ຈັກຫົວຂອງຖັນ {letter}; ຈຶ່ງບໍ່ໄດ້ໃຊ້ຖັນນີ້. ຖ້າຕ້ອງການ ໃຫ້ໃຊ້ຊື່ຕາມແບບຟອມ.',
  },
  'column-unknown-suggested': {
    en: 'The header of column {letter} is not known; the column is left out. If {suggestion} is meant, write that.',
    lo: 'ບໍ່ຮູ້ຈັກຫົວຂອງຖັນ {letter}; ຈຶ່ງບໍ່ໄດ້ໃຊ້ຖັນນີ້. ຖ້າໝາຍເຖິງ {suggestion} ໃຫ້ຂຽນຊື່ນັ້ນ.',
  },
} as const
