import type { budgetLanes } from '../../../shared/domain/budget.ts'
import type { Words } from './language.ts'

/** What a lane's budget is for. Lao wording unreviewed. */
export const laneWords: Readonly<Record<(typeof budgetLanes)[number], { name: Words; means: Words }>> = {
  urgent: {
    name: { lo: 'ການເຕືອນໄພ', en: 'Warnings' },
    means: {
      lo: 'ບໍ່ເຄີຍກັ້ນຄຳເຕືອນ: ພຽງແຕ່ບອກເມື່ອໃຊ້ໝົດ.',
      en: 'Never holds a warning back: it only tells when it is used up.',
    },
  },
  routine: {
    name: { lo: 'ການກຽມພ້ອມ', en: 'Preparedness' },
    means: {
      lo: 'ເມື່ອໃຊ້ໝົດ ຂໍ້ຄວາມກຽມພ້ອມຈະບໍ່ຖືກສົ່ງ.',
      en: 'When it is used up, preparedness messages are refused.',
    },
  },
}

/** Words of the screen about budgets. Lao wording unreviewed. */
export const budgetsWords = {
  title: { lo: 'ງົບປະມານ SMS', en: 'SMS budgets' },
  of: { lo: 'ງົບປະມານ SMS: {area}', en: 'SMS budgets: {area}' },
  month: { lo: 'ເດືອນ {month}', en: 'Month {month}' },
  before: { lo: 'ເດືອນກ່ອນ', en: 'Month before' },
  after: { lo: 'ເດືອນຕໍ່ໄປ', en: 'Month after' },
  price: { lo: 'ສ່ວນໜຶ່ງຂອງ SMS ລາຄາ {usd}.', en: 'One SMS part costs {usd}.' },
  noLimit: { lo: 'ບໍ່ມີງົບປະມານ = ບໍ່ຈຳກັດ', en: 'No budget = no limit' },
  budget: { lo: 'ງົບປະມານ', en: 'Budget' },
  reserved: { lo: 'ຈອງໄວ້', en: 'Reserved' },
  spent: { lo: 'ໃຊ້ແລ້ວ', en: 'Spent' },
  left: { lo: 'ເຫຼືອ', en: 'Left' },
  amount: { lo: '{parts} ສ່ວນ ({usd})', en: '{parts} parts ({usd})' },
  used: {
    lo: 'ໃຊ້ ແລະ ຈອງ {used} ຈາກ {budget} ສ່ວນ, ເຫຼືອ {left}.',
    en: '{used} of {budget} parts spent or reserved, {left} left.',
  },
  over: { lo: 'ເກີນ {n} ສ່ວນ', en: '{n} parts over' },
  onlyMonth: { lo: 'ສະເພາະເດືອນນີ້', en: 'set for this month alone' },
  standing: { lo: 'ທຸກເດືອນ', en: 'set for every month' },
  below: { lo: 'ເຂດທີ່ຢູ່ລຸ່ມ', en: 'Areas below' },
  eachItself: {
    lo: 'ແຕ່ລະງົບປະມານນັບແຍກກັນ: ຂອງເຂດທີ່ຢູ່ລຸ່ມ ລວມກັນບໍ່ຈຳເປັນຕ້ອງເທົ່າກັບຂອງເຂດທີ່ຢູ່ເທິງ.',
    en: 'Each budget holds for itself: those below need not come to that above.',
  },
  leftOf: { lo: 'ເຫຼືອ {left} ຈາກ {budget} ສ່ວນ', en: '{left} of {budget} parts left' },
  usedAlone: { lo: 'ໃຊ້ {used} ສ່ວນ, ບໍ່ມີງົບປະມານ', en: '{used} parts used, no budget' },
  noBudget: { lo: 'ບໍ່ມີງົບປະມານ', en: 'no budget' },
  setOf: { lo: 'ກຳນົດງົບປະມານ: {lane}', en: 'Set the budget: {lane}' },
  partsEach: { lo: 'ສ່ວນຂອງ SMS ຕໍ່ເດືອນ', en: 'SMS parts a month' },
  partsHint: { lo: 'ປະຫວ່າງໄວ້ = ບໍ່ຈຳກັດ', en: 'Leave empty for no limit' },
  whichMonths: { lo: 'ມີຜົນເມື່ອໃດ', en: 'When it holds' },
  fromNow: { lo: 'ຈາກເດືອນນີ້ໄປ', en: 'From this month on' },
  forMonth: { lo: 'ສະເພາະ {month}', en: 'For {month} alone' },
  needNumber: { lo: 'ຂຽນຈຳນວນເຕັມ.', en: 'Give a whole number.' },
  noArea: {
    lo: 'ງົບປະມານມີສຳລັບປະເທດ, ແຂວງ ແລະ ເມືອງ: ທ່ານບໍ່ມີເຂດແບບນີ້.',
    en: 'Budgets are of the country, provinces and districts: none of these is wholly yours.',
  },
} as const satisfies Record<string, Words>

/** What only the form can say of a refusal. Lao wording unreviewed. */
export const budgetSays = {
  'edited-meanwhile': {
    lo: 'ຄົນອື່ນປ່ຽນງົບປະມານນີ້ແລ້ວ: ຕົວເລກໃໝ່ຢູ່ຂ້າງເທິງ. ກົດອີກຄັ້ງເພື່ອບັນທຶກຂອງທ່ານ.',
    en: 'Somebody else changed this budget meanwhile: the new figures stand above. Press again to save yours.',
  },
} as const satisfies Record<string, Words>
