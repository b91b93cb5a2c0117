import { searchKey } from '../lao-text.ts'
import {
  duties,
  languages,
  memberStatuses,
  scripts,
  sexes,
  type Duty,
  type Language,
  type MemberStatus,
  type Script,
  type Sex,
} from '../village.ts'

type Words<Value extends string> = Readonly<Record<Value, { en: readonly string[]; lo: readonly string[] }>>

/** What people write for a duty, beside its own name. Lao words: unreviewed. */
const dutyWords: Words<Duty> = {
  head: {
    en: ['village head', 'head of village', 'chief', 'village chief', 'chair', 'chairperson'],
    lo: ['ນາຍບ້ານ', 'ຫົວໜ້າ', 'ປະທານ'],
  },
  deputy: {
    en: ['deputy head', 'deputy village head', 'vice head', 'vice'],
    lo: ['ຮອງ', 'ຮອງນາຍບ້ານ', 'ຮອງຫົວໜ້າ', 'ຮອງປະທານ'],
  },
  'early-warning': {
    en: ['warning', 'loudspeaker', 'early warning officer'],
    lo: ['ເຕືອນໄພ', 'ແຈ້ງເຕືອນໄພ', 'ແຈ້ງເຕືອນໄພລ່ວງໜ້າ', 'ໂທລະໂຄ່ງ'],
  },
  'womens-union': {
    en: ['women union', 'lao womens union', 'lao women union', 'lwu', 'women'],
    lo: ['ສະຫະພັນແມ່ຍິງ', 'ສະຫະພັນແມ່ຍິງລາວ', 'ແມ່ຍິງ'],
  },
  'youth-union': { en: ['youth', 'lao youth union', 'lyu'], lo: ['ຊາວໜຸ່ມ', 'ຊາວໜຸ່ມລາວ', 'ໜຸ່ມ'] },
  front: { en: ['lao front', 'lfnc', 'lfnd'], lo: ['ແນວລາວສ້າງຊາດ', 'ແນວໂຮມ', 'ແນວລາວ', 'ແນວໂຮມບ້ານ'] },
  health: {
    en: ['health volunteer', 'village health volunteer', 'vhv', 'health worker'],
    lo: ['ສາທາລະນະສຸກ', 'ອສບ', 'ອາສາສະໝັກສາທາລະນະສຸກ', 'ແພດບ້ານ'],
  },
  teacher: { en: ['school', 'school teacher'], lo: ['ຄູ', 'ຄູສອນ', 'ຄູອາຈານ', 'ໂຮງຮຽນ'] },
  security: {
    en: ['police', 'militia', 'military', 'village security'],
    lo: ['ປກສ', 'ປກຊ', 'ປກສບ້ານ', 'ປກຊບ້ານ', 'ກອງຫຼອນ', 'ປ້ອງກັນຄວາມສະຫງົບ'],
  },
  rescue: { en: ['boat', 'search and rescue', 'rescuer'], lo: ['ກູ້ໄພ', 'ຊ່ວຍເຫຼືອກູ້ໄພ', 'ຄົນຂັບເຮືອ'] },
  shelter: { en: ['relief', 'shelter and relief'], lo: ['ທີ່ພັກພິງ', 'ສູນພັກພິງ', 'ບັນເທົາທຸກ'] },
  secretary: { en: ['records', 'secretariat', 'administration'], lo: ['ເລຂາ', 'ເລຂານຸການ', 'ຈົດບັນທຶກ'] },
  'disability-focal-point': {
    en: ['disability', 'disability focal person', 'people with disabilities'],
    lo: ['ຄົນພິການ', 'ວຽກຄົນພິການ', 'ຜູ້ປະສານງານຄົນພິການ'],
  },
  'cluster-contact': {
    en: ['kumban', 'kumban contact', 'cluster', 'village cluster'],
    lo: ['ກຸ່ມບ້ານ', 'ຫົວໜ້າກຸ່ມບ້ານ'],
  },
  member: {
    en: ['committee member', 'committee', 'other'],
    lo: ['ສະມາຊິກ', 'ກຳມະການ', 'ຄະນະກຳມະການ', 'ຄະນະ', 'ອື່ນໆ'],
  },
}

/** Lao words: unreviewed. */
const sexWords: Words<Sex> = {
  female: { en: ['f', 'w', 'woman', 'mrs', 'ms'], lo: ['ຍິງ', 'ຍ', 'ເພດຍິງ', 'ນາງ'] },
  male: { en: ['m', 'man', 'mr'], lo: ['ຊາຍ', 'ຊ', 'ເພດຊາຍ', 'ທ້າວ'] },
  other: { en: [], lo: ['ອື່ນ', 'ອື່ນໆ'] },
  unknown: { en: ['not known', 'n/a'], lo: ['ບໍ່ຮູ້', 'ບໍ່ລະບຸ'] },
}

/** Lao words: unreviewed. */
const languageWords: Words<Language> = {
  lo: { en: ['lao', 'laotian'], lo: ['ລາວ', 'ພາສາລາວ'] },
  en: { en: ['english', 'eng'], lo: ['ອັງກິດ', 'ພາສາອັງກິດ'] },
}

/** Lao words: unreviewed. */
const scriptWords: Words<Script> = {
  lao: { en: ['lao letters', 'lao script'], lo: ['ລາວ', 'ຕົວລາວ', 'ອັກສອນລາວ'] },
  latin: {
    en: ['roman', 'romanised', 'romanized', 'karaoke', 'english letters'],
    lo: ['ລາຕິນ', 'ຕົວລາຕິນ', 'ຄາລາໂອເກະ', 'ຕົວອັງກິດ'],
  },
}

/** Lao words: unreviewed. */
const statusWords: Words<MemberStatus> = {
  active: { en: ['yes', 'current', 'in office'], lo: ['ຍັງປະຕິບັດ', 'ປະຈຳການ', 'ຍັງເຮັດວຽກ'] },
  quarantined: { en: ['quarantine'], lo: ['ພັກໄວ້', 'ໂຈະໄວ້'] },
  left: { en: ['gone', 'resigned', 'inactive', 'former'], lo: ['ອອກ', 'ອອກແລ້ວ', 'ລາອອກ'] },
}

type ReadWord<Value extends string> = (text: string) => Value | undefined

function readerOf<Value extends string>(values: readonly Value[], words: Words<Value>): ReadWord<Value> {
  let byKey: Map<string, Value> | undefined
  return (text) => {
    byKey ??= new Map(
      values.flatMap((value) =>
        [value, ...words[value].en, ...words[value].lo].map((word) => [wordKey(word), value] as const),
      ),
    )
    return byKey.get(text) ?? byKey.get(wordKey(text))
  }
}

function wordKey(text: string): string {
  return searchKey(text.slice(0, 200)).replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** Each reads a word in English or Lao; undefined where it means none of the values. */
export const readDuty = readerOf(duties, dutyWords)
export const readSex = readerOf(sexes, sexWords)
export const readLanguage = readerOf(languages, languageWords)
export const readScript = readerOf(scripts, scriptWords)
export const readStatus = readerOf(memberStatuses, statusWords)
