import type { Language } from './village.ts'
import type { ChainFaultKind } from './audit-check.ts'
import { fillWording, type Wording } from './wording.ts'

const unreviewed = (en: string, lo: string): Wording => ({ en, lo, laoReviewedBy: null })

/** What a fault of a chain means; `{sequence}` and `{by}` are filled in. Lao wording unreviewed. */
const chainFaultWords: Readonly<Record<ChainFaultKind, Wording>> = {
  unreadable: unreviewed('Row {sequence} is no row of the audit.', 'ແຖວ {sequence} ບໍ່ແມ່ນແຖວຂອງບັນທຶກ.'),
  changed: unreviewed(
    'Row {sequence} was changed after it was written: its hash is that of another content.',
    'ແຖວ {sequence} ຖືກປ່ຽນຫຼັງຈາກຂຽນແລ້ວ: ຄ່າ hash ຂອງມັນແມ່ນຂອງເນື້ອໃນອື່ນ.',
  ),
  gap: unreviewed('Row {sequence} is missing.', 'ແຖວ {sequence} ຫາຍໄປ.'),
  'out-of-order': unreviewed('Row {sequence} stands where another row belongs.', 'ແຖວ {sequence} ຢູ່ຜິດບ່ອນ.'),
  unlinked: unreviewed(
    'Row {sequence} was written after another row than the one before it.',
    'ແຖວ {sequence} ບໍ່ຕໍ່ກັບແຖວກ່ອນໜ້າ.',
  ),
  cut: unreviewed(
    'The chain ends before row {sequence}, which is known by: {by}.',
    'ບັນທຶກຈົບກ່ອນແຖວ {sequence} ທີ່ຮູ້ຈາກ: {by}.',
  ),
  differs: unreviewed(
    'Row {sequence} is another one than is known by: {by}.',
    'ແຖວ {sequence} ບໍ່ຄືກັບທີ່ຮູ້ຈາກ: {by}.',
  ),
  'after-anchor': unreviewed(
    'Row {sequence} claims a time that was closed without it by: {by}.',
    'ແຖວ {sequence} ອ້າງເວລາທີ່ປິດແລ້ວໂດຍ: {by}.',
  ),
}

/** A fault in a sentence, in both languages. */
export const describeChainFault = ({
  kind,
  sequence,
  by,
}: {
  kind: ChainFaultKind
  sequence: number
  by?: string | undefined
}): Record<Language, string> => fillWording(chainFaultWords[kind], { sequence, by: by ?? '' })
