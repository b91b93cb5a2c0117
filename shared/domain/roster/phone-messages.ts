/** What is wrong with a phone cell. The number itself is never repeated. Lao wording: unreviewed. */
export const phoneMessages = {
  'phone-missing': {
    en: 'The member has no phone number. Write one as 020 55 123 456.',
    lo: 'ສະມາຊິກບໍ່ມີເບີໂທ. ໃຫ້ຂຽນແບບ 020 55 123 456.',
  },
  'phone-not-a-number': {
    en: 'This is not a phone number. Write digits alone, as 020 55 123 456.',
    lo: 'ນີ້ບໍ່ແມ່ນເບີໂທ. ໃຫ້ຂຽນສະເພາະຕົວເລກ ແບບ 020 55 123 456.',
  },
  'phone-several-numbers': {
    en: 'The cell holds several numbers. Keep the best one here; a second one may stand in a row of its own.',
    lo: 'ຊ່ອງນີ້ມີຫຼາຍເບີ. ໃຫ້ປະເບີທີ່ໃຊ້ດີທີ່ສຸດ; ເບີທີສອງໃຫ້ໃສ່ອີກແຖວໜຶ່ງ.',
  },
  'phone-scientific-notation': {
    en: 'The spreadsheet shortened this number to a power of ten and its digits are lost. Format the column as text and write the numbers again.',
    lo: 'ຕາຕະລາງໄດ້ຫຍໍ້ເບີນີ້ເປັນເລກກຳລັງ ແລະ ຕົວເລກສູນຫາຍໄປ. ໃຫ້ຕັ້ງຖັນເປັນຂໍ້ຄວາມ (Text) ແລະ ຂຽນເບີໃໝ່.',
  },
  'phone-too-short': {
    en: 'Digits are missing. A mobile number has 8 digits after 020.',
    lo: 'ຕົວເລກບໍ່ຄົບ. ເບີມືຖືມີ 8 ຕົວເລກຫຼັງ 020.',
  },
  'phone-too-long': {
    en: 'There are too many digits. A mobile number has 8 digits after 020.',
    lo: 'ຕົວເລກຫຼາຍເກີນ. ເບີມືຖືມີ 8 ຕົວເລກຫຼັງ 020.',
  },
  'phone-foreign': {
    en: 'This number is of another country. Only numbers of Laos can be used.',
    lo: 'ເບີນີ້ແມ່ນຂອງປະເທດອື່ນ. ໃຊ້ໄດ້ສະເພາະເບີໃນລາວ.',
  },
  'phone-not-lao-number': {
    en: 'No network of Laos gives out such a number. Check the digits.',
    lo: 'ບໍ່ມີເຄືອຂ່າຍໃດໃນລາວໃຊ້ເບີແບບນີ້. ໃຫ້ກວດຕົວເລກ.',
  },
  'phone-uncertain': {
    en: 'The 8 digits were read as a mobile number; they may also be a fixed line that lost its 0. Write the number with 020 or with its 0.',
    lo: 'ຕົວເລກ 8 ຕົວຖືກອ່ານເປັນເບີມືຖື; ອາດແມ່ນເບີຕັ້ງໂຕະທີ່ເລກ 0 ຫາຍໄປ. ໃຫ້ຂຽນເບີພ້ອມ 020 ຫຼື ເລກ 0 ໜ້າ.',
  },
  'phone-fixed-line': {
    en: 'A fixed line gets no SMS. Enter a mobile number (020) if the member has one.',
    lo: 'ເບີຕັ້ງໂຕະບໍ່ໄດ້ຮັບ SMS. ໃຫ້ປ້ອນເບີມືຖື (020) ຖ້າມີ.',
  },
  'phone-wireless': {
    en: 'Telephones with 030 do not always show SMS. Enter a mobile number (020) if the member has one.',
    lo: 'ໂທລະສັບ 030 ບາງເຄື່ອງບໍ່ສະແດງ SMS. ໃຫ້ປ້ອນເບີມືຖື (020) ຖ້າມີ.',
  },
  'phone-repeated': {
    en: 'The same phone number stands in row {rows}. Leave it if they share the phone; correct it otherwise.',
    lo: 'ເບີໂທດຽວກັນນີ້ຍັງມີຢູ່ແຖວ {rows}. ຖ້າໃຊ້ໂທລະສັບຮ່ວມກັນ ກໍປະໄວ້; ຖ້າບໍ່ແມ່ນ ໃຫ້ແກ້.',
  },
  'phone-elsewhere': {
    en: 'On the roster the same phone number also stands in village {villages}. Leave it if they share the phone; correct it otherwise, or mark who moved as left there.',
    lo: 'ໃນບັນຊີ ເບີໂທດຽວກັນນີ້ຍັງມີຢູ່ບ້ານ {villages}. ຖ້າໃຊ້ໂທລະສັບຮ່ວມກັນ ກໍປະໄວ້; ຖ້າບໍ່ແມ່ນ ໃຫ້ແກ້ ຫຼື ໝາຍຜູ້ທີ່ຍ້າຍອອກວ່າ left ໃນບ້ານນັ້ນ.',
  },
} as const
