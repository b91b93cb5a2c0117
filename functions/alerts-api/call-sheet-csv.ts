import type * as z from 'zod'
import type { callSheetView } from '../../shared/contracts/calls.ts'
import { displayPhone, safePlaceText } from './print-page.ts'
import { writeCsv } from './write-csv.ts'

const columns = [
  'village_code',
  'village_name_lo',
  'village_name_en',
  'exposure',
  'safe_place',
  'languages_spoken',
  'call_order',
  'member_name',
  'duty',
  'phone',
  'outcome',
  'time',
] as const

/** The call sheet as a table: a row for each person of a committee, and one for a village without anybody. */
export const toCallSheetCsv = (sheet: z.output<typeof callSheetView>): string => {
  const rows = sheet.villages.flatMap((village) => {
    const ofVillage = [
      village.village,
      village.nameLo,
      village.nameEn,
      village.exposure === 0 ? '' : String(village.exposure),
      safePlaceText(village),
      village.languagesSpoken.join('; '),
    ]
    if (village.contacts.length === 0) return [[...ofVillage, '', '', '', '', '', '']]
    return village.contacts.map((contact, order) => [
      ...ofVillage,
      String(order + 1),
      contact.name,
      contact.duty,
      displayPhone(contact.phone),
      '',
      '',
    ])
  })
  return writeCsv(columns, rows)
}
