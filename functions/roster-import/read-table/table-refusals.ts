import type { TableLimits } from './table-limits.ts'

/** Why a whole file cannot be read, and what to do. Placeholders are filled by `refuseTable`. Lao wording: unreviewed. */
const messages = {
  'file-empty': {
    en: 'The file is empty. Choose the file again, or save it once more from the spreadsheet.',
    lo: 'ໄຟລ໌ຫວ່າງເປົ່າ. ໃຫ້ເລືອກໄຟລ໌ໃໝ່ ຫຼື ບັນທຶກຈາກຕາຕະລາງອີກຄັ້ງ.',
  },
  'file-too-large': {
    en: 'The file is larger than {uploadedMb} MB. Split it by district, or compress it as .csv.gz.',
    lo: 'ໄຟລ໌ໃຫຍ່ກວ່າ {uploadedMb} MB. ໃຫ້ແຍກເປັນແຕ່ລະເມືອງ ຫຼື ບີບອັດເປັນ .csv.gz.',
  },
  'unpacked-too-large': {
    en: 'Unpacked, the file is larger than {unpackedMb} MB. Split it by district, and delete sheets and formats that are not needed.',
    lo: 'ເມື່ອແຕກໄຟລ໌ແລ້ວໃຫຍ່ກວ່າ {unpackedMb} MB. ໃຫ້ແຍກເປັນແຕ່ລະເມືອງ ແລະ ລຶບແຜ່ນວຽກ ແລະ ຮູບແບບທີ່ບໍ່ຈຳເປັນ.',
  },
  'too-many-rows': {
    en: 'The file has more than {rows} rows, or something far below the last of them. Split it by district, and delete what stands below the table.',
    lo: 'ໄຟລ໌ມີຫຼາຍກວ່າ {rows} ແຖວ ຫຼື ມີຂໍ້ມູນຢູ່ລຸ່ມຕາຕະລາງ. ໃຫ້ແຍກເປັນແຕ່ລະເມືອງ ແລະ ລຶບສິ່ງທີ່ຢູ່ລຸ່ມຕາຕະລາງ.',
  },
  'too-many-columns': {
    en: 'Something stands to the right of column {columns}. Delete the columns that are not needed.',
    lo: 'ມີຂໍ້ມູນຢູ່ເບື້ອງຂວາຂອງຖັນທີ {columns}. ໃຫ້ລຶບຖັນທີ່ບໍ່ຈຳເປັນ.',
  },
  'old-excel-or-protected': {
    en: 'This is an old Excel file (.xls) or one with a password. Open it in Excel, take the password away, and save it as .xlsx or "CSV UTF-8".',
    lo: 'ນີ້ແມ່ນໄຟລ໌ Excel ເກົ່າ (.xls) ຫຼື ມີລະຫັດຜ່ານ. ໃຫ້ເປີດໃນ Excel, ເອົາລະຫັດອອກ ແລະ ບັນທຶກເປັນ .xlsx ຫຼື "CSV UTF-8".',
  },
  'binary-excel': {
    en: 'This is a binary Excel file (.xlsb). Open it in Excel and save it as .xlsx.',
    lo: 'ນີ້ແມ່ນໄຟລ໌ .xlsb. ໃຫ້ເປີດໃນ Excel ແລະ ບັນທຶກເປັນ .xlsx.',
  },
  opendocument: {
    en: 'This is an OpenDocument file (.ods). Open it in LibreOffice and save it as .xlsx or as CSV in UTF-8.',
    lo: 'ນີ້ແມ່ນໄຟລ໌ .ods. ໃຫ້ເປີດໃນ LibreOffice ແລະ ບັນທຶກເປັນ .xlsx ຫຼື CSV UTF-8.',
  },
  pdf: {
    en: 'This is a PDF. Send the spreadsheet that it was printed from, as .xlsx or .csv.',
    lo: 'ນີ້ແມ່ນ PDF. ໃຫ້ສົ່ງຕາຕະລາງຕົ້ນສະບັບເປັນ .xlsx ຫຼື .csv.',
  },
  'web-page': {
    en: 'This is a web page or XML, although it may be named .xls. Open it in Excel and save it as .xlsx.',
    lo: 'ນີ້ແມ່ນໜ້າເວັບ ຫຼື XML ເຖິງແມ່ນຊື່ຈະເປັນ .xls. ໃຫ້ເປີດໃນ Excel ແລະ ບັນທຶກເປັນ .xlsx.',
  },
  'other-archive': {
    en: 'This is an archive without a spreadsheet that can be read. Unpack it and send the .xlsx or .csv file in it.',
    lo: 'ໄຟລ໌ບີບອັດນີ້ບໍ່ມີຕາຕະລາງທີ່ອ່ານໄດ້. ໃຫ້ແຕກໄຟລ໌ ແລະ ສົ່ງໄຟລ໌ .xlsx ຫຼື .csv ທີ່ຢູ່ໃນ.',
  },
  'not-a-table': {
    en: 'This is neither text nor a spreadsheet. Send .xlsx, .csv or .csv.gz.',
    lo: 'ນີ້ບໍ່ແມ່ນຂໍ້ຄວາມ ຫຼື ຕາຕະລາງ. ໃຫ້ສົ່ງ .xlsx, .csv ຫຼື .csv.gz.',
  },
  'utf16-without-bom': {
    en: 'This text is UTF-16 without the mark that says so. Save it as .xlsx or "CSV UTF-8".',
    lo: 'ຂໍ້ຄວາມນີ້ແມ່ນ UTF-16 ທີ່ບໍ່ມີເຄື່ອງໝາຍບອກ. ໃຫ້ບັນທຶກເປັນ .xlsx ຫຼື "CSV UTF-8".',
  },
  'utf16-damaged': {
    en: 'This text says that it is UTF-16, but letters in it are broken. Save it as .xlsx or "CSV UTF-8".',
    lo: 'ຂໍ້ຄວາມນີ້ບອກວ່າເປັນ UTF-16 ແຕ່ຕົວໜັງສືເສຍຫາຍ. ໃຫ້ບັນທຶກເປັນ .xlsx ຫຼື "CSV UTF-8".',
  },
  'not-utf8': {
    en: 'This text is in an older encoding (such as Windows-874 or Latin-1), in which Lao letters cannot be written. In Excel choose "Save as" and "CSV UTF-8", or save it as .xlsx.',
    lo: 'ຂໍ້ຄວາມນີ້ໃຊ້ລະຫັດຕົວອັກສອນເກົ່າ (ເຊັ່ນ Windows-874 ຫຼື Latin-1) ທີ່ຂຽນຕົວລາວບໍ່ໄດ້. ໃນ Excel ໃຫ້ເລືອກ "Save as" ແລະ "CSV UTF-8" ຫຼື ບັນທຶກເປັນ .xlsx.',
  },
  'archive-damaged': {
    en: 'The file cannot be unpacked; it is damaged or was cut off. Save it again and send it once more.',
    lo: 'ແຕກໄຟລ໌ບໍ່ໄດ້; ໄຟລ໌ເສຍຫາຍ ຫຼື ບໍ່ຄົບ. ໃຫ້ບັນທຶກໃໝ່ ແລະ ສົ່ງອີກຄັ້ງ.',
  },
  'spreadsheet-damaged': {
    en: 'The spreadsheet cannot be read. Open it in Excel or LibreOffice, save it as a new .xlsx file, and send that.',
    lo: 'ອ່ານຕາຕະລາງບໍ່ໄດ້. ໃຫ້ເປີດໃນ Excel ຫຼື LibreOffice, ບັນທຶກເປັນໄຟລ໌ .xlsx ໃໝ່ ແລ້ວສົ່ງ.',
  },
  'quotes-damaged': {
    en: 'From row {row} on the quotation marks do not match, or a cell is far too long. Correct the row, or save the table from a spreadsheet again.',
    lo: 'ແຕ່ແຖວ {row} ໄປ ວົງຢືມບໍ່ຄົບຄູ່ ຫຼື ຊ່ອງຍາວເກີນໄປ. ໃຫ້ແກ້ແຖວນັ້ນ ຫຼື ບັນທຶກຈາກຕາຕະລາງໃໝ່.',
  },
  'header-missing': {
    en: 'No row with the names of the columns was found at the top. Write it as in the template: village_code, member_name, phone and so on.',
    lo: 'ບໍ່ພົບແຖວທີ່ເປັນຊື່ຖັນຢູ່ເທິງສຸດ. ໃຫ້ຂຽນຕາມແບບຟອມ: village_code, member_name, phone ແລະ ອື່ນໆ.',
  },
  'header-text-lost': {
    en: 'Letters were lost in the names of the columns when the file was saved. Save it again from the spreadsheet as .xlsx or as "CSV UTF-8".',
    lo: 'ຕົວໜັງສືໃນຊື່ຖັນສູນຫາຍໄປຕອນບັນທຶກໄຟລ໌. ໃຫ້ບັນທຶກໃໝ່ເປັນ .xlsx ຫຼື "CSV UTF-8".',
  },
  'header-legacy-font': {
    en: 'The names of the columns are written in an old Lao font (such as Alice or Saysettha) and unreadable without it. Write them as in the template, and the Lao texts in Phetsarath OT or another Unicode font.',
    lo: 'ຊື່ຖັນຂຽນດ້ວຍຟອນລາວເກົ່າ (ເຊັ່ນ Alice, Saysettha) ແລະ ອ່ານບໍ່ໄດ້ຖ້າບໍ່ມີມັນ. ໃຫ້ຂຽນຊື່ຖັນຕາມແບບຟອມ ແລະ ຂຽນຂໍ້ຄວາມລາວດ້ວຍ Phetsarath OT ຫຼື ຟອນ Unicode ອື່ນ.',
  },
  'columns-missing': {
    en: 'These columns are missing: {columns_missing}. Add them as in the template.',
    lo: 'ຂາດຖັນ: {columns_missing}. ໃຫ້ຕື່ມຕາມແບບຟອມ.',
  },
  'column-twice': {
    en: 'Two columns are headed as {column}: {letters}. Delete or rename one of them.',
    lo: 'ມີສອງຖັນທີ່ເປັນ {column}: {letters}. ໃຫ້ລຶບ ຫຼື ປ່ຽນຊື່ຖັນໜຶ່ງ.',
  },
  'rows-missing': {
    en: 'Below the names of the columns there is nothing. Write one row for each member.',
    lo: 'ບໍ່ມີຂໍ້ມູນຢູ່ລຸ່ມຊື່ຖັນ. ໃຫ້ຂຽນໜຶ່ງແຖວຕໍ່ສະມາຊິກໜຶ່ງຄົນ.',
  },
} as const
export type TableRefusalCode = keyof typeof messages

/** A file that cannot be read as a roster. `detail` never holds anything of its cells. */
export type TableRefusal = { outcome: 'refused'; code: TableRefusalCode; detail: { en: string; lo: string } }

export type RefusalDetails = { row?: number; columnsMissing?: string; column?: string; letters?: string }

export function refuseTable(
  code: TableRefusalCode,
  limits: TableLimits,
  details: RefusalDetails = {},
): TableRefusal {
  const fill = (sentence: string): string =>
    sentence
      .replaceAll('{uploadedMb}', megabytes(limits.uploadedBytes))
      .replaceAll('{unpackedMb}', megabytes(limits.unpackedBytes))
      .replaceAll('{rows}', String(limits.rows))
      .replaceAll('{columns}', String(limits.columns))
      .replaceAll('{row}', String(details.row))
      .replaceAll('{columns_missing}', details.columnsMissing ?? '')
      .replaceAll('{column}', details.column ?? '')
      .replaceAll('{letters}', details.letters ?? '')
  const { en, lo } = messages[code]
  return { outcome: 'refused', code, detail: { en: fill(en), lo: fill(lo) } }
}

function megabytes(bytes: number): string {
  return String(Math.round((bytes / 1024 / 1024) * 100) / 100)
}
