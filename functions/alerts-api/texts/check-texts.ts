import { maxPartsPerSms, type AlertMode } from '../../../shared/domain/alert.ts'
import { renderTexts, type Stamp, type Texts } from '../../../shared/domain/render-text.ts'
import { countSmsParts } from '../../../shared/domain/sms-parts.ts'
import { fillText } from '../../../shared/domain/templates/read-slots.ts'
import { slotsIn, villageSlots } from '../../../shared/domain/templates/template.ts'
import { villageValues } from '../../../shared/domain/templates/village-values.ts'
import { languages } from '../../../shared/domain/village.ts'
import type { FieldError } from '../../../shared/errors.ts'
import type { Audience } from '../drafts/resolve-audience.ts'

/** The widest stamp there can be, to check and price a text before it has its number. */
export const widestStamp = (nowMs: number): Stamp => ({ number: 9999, version: 99, issuedAtMs: nowMs })

/** Stands in for any village and district where a text is measured without them. */
const noVillage = { nameLo: '', nameEn: '' }
const longDistrict = { nameLo: 'ໄກສອນ ພົມວິຫານ', nameEn: 'Kaysone Phomvihane' }
const someDesk = '020 00 000 000'

/** Slots that a sender could not fill: they would stand on the phones as they are. */
export const findSlotFaults = (texts: Texts): FieldError[] => {
  const known: readonly string[] = villageSlots
  return languages.flatMap((language) =>
    [...slotsIn(texts[language] ?? '')].some((slot) => !known.includes(slot))
      ? [
          {
            path: `body.texts.${language}`,
            message: {
              en: `Words in braces are filled in by Siang, and it knows ${known.join(', ')} alone.`,
              lo: `ຄຳໃນວົງປີກກາ ລະບົບເປັນຜູ້ຕື່ມ, ແລະ ຮູ້ຈັກແຕ່ ${known.join(', ')}.`,
            },
          },
        ]
      : [],
  )
}

/** Districts whose recipients would be told to ring a number that nobody has set. */
export const findDistrictsWithoutDesk = (
  texts: Texts,
  { districts, desks }: Pick<Audience, 'districts' | 'desks'>,
): string[] =>
  languages.some((language) => slotsIn(texts[language] ?? '').has('desk'))
    ? Object.keys(districts).filter((district) => desks[district] === undefined)
    : []

/**
 * Texts that would take more parts than an SMS may have; never a word of the text itself. Words of villages are
 * counted as Siang's own: no long name of a single village keeps a warning back.
 */
export const findTextFaults = (texts: Texts, mode: AlertMode, stamp: Stamp): FieldError[] => {
  const rendered = renderTexts(texts, mode, stamp)
  return languages.flatMap((language) => {
    const values = villageValues(language, noVillage, longDistrict, someDesk)
    const { parts, units, encoding } = countSmsParts(fillText(rendered[language] ?? '', values))
    if (parts <= maxPartsPerSms) return []
    const over = units - maxPartsPerSms * (encoding === 'GSM-7' ? 153 : 67)
    return [
      {
        path: `body.texts.${language}`,
        message: {
          en: `Takes ${parts} parts with number and time; at most ${maxPartsPerSms} are allowed. Shorten it by ${over} characters.`,
          lo: `ໃຊ້ ${parts} ສ່ວນ ລວມເລກທີ ແລະ ເວລາ; ອະນຸຍາດບໍ່ເກີນ ${maxPartsPerSms}. ໃຫ້ຫຍໍ້ລົງ ${over} ຕົວ.`,
        },
      },
    ]
  })
}
