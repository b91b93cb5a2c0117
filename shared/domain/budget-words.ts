import type { BudgetLane, BudgetUse } from './budget.ts'
import { findDistrict, findProvince } from './laos-areas.ts'
import type { Language } from './village.ts'
import { fillWording, type Wording } from './wording.ts'

/** What officers read of budgets. Every Lao word of this file is unreviewed. */
const words = {
  routine: {
    en: 'The budget of {area} for preparedness in {month} has {left} SMS parts left, and this needs {needed}.',
    lo: 'ງົບປະມານ SMS ສຳລັບການກຽມພ້ອມຂອງ {area} ໃນ {month} ເຫຼືອ {left} ສ່ວນ, ແຕ່ຕ້ອງການ {needed} ສ່ວນ.',
    laoReviewedBy: null,
  },
  urgent: {
    en: 'The budget of {area} for warnings in {month} has {left} SMS parts left, and this needs {needed}: it goes out all the same, and {over} parts are over.',
    lo: 'ງົບປະມານ SMS ສຳລັບການເຕືອນໄພຂອງ {area} ໃນ {month} ເຫຼືອ {left} ສ່ວນ, ແຕ່ຕ້ອງການ {needed} ສ່ວນ: ຂໍ້ຄວາມຈະຖືກສົ່ງຢູ່ດີ, ເກີນ {over} ສ່ວນ.',
    laoReviewedBy: null,
  },
} as const satisfies Record<BudgetLane, Wording>

/** What it means that an area has no budget. */
export const noBudgetWords: Wording = {
  en: 'Where no budget is set there is no limit. A budget for preparedness never holds a warning back; one for warnings only tells when it is used up.',
  lo: 'ບ່ອນທີ່ບໍ່ມີການກຳນົດງົບປະມານ ແມ່ນບໍ່ຈຳກັດ. ງົບປະມານການກຽມພ້ອມບໍ່ກະທົບການເຕືອນໄພ; ງົບປະມານການເຕືອນໄພພຽງແຕ່ບອກເມື່ອໃຊ້ໝົດ.',
  laoReviewedBy: null,
}

/** The name of an area that has a budget. */
export const budgetAreaName = (area: string): Record<Language, string> => {
  const found = findProvince(area) ?? findDistrict(area)
  return found === undefined ? { en: 'Laos', lo: 'ລາວ' } : { en: found.nameEn, lo: found.nameLo }
}

/** That a budget is not enough, in both languages. */
export const budgetExceeded = (
  lane: BudgetLane,
  { area, leftParts, neededParts, overParts }: BudgetUse,
  month: string,
): Record<Language, string> => {
  const name = budgetAreaName(area)
  const slots = { month, left: leftParts, needed: neededParts, over: overParts }
  const wording = words[lane]
  return {
    en: fillWording(wording, { ...slots, area: name.en }).en,
    lo: fillWording(wording, { ...slots, area: name.lo }).lo,
  }
}
