import type * as z from 'zod'
import type { callSheetView } from '../../../shared/contracts/calls.ts'
import { writeCsv } from '../write-csv.ts'
import { contactCells, contactColumns, villageCells, villageColumns } from './call-cells.ts'

const columns = [...villageColumns, ...contactColumns, 'outcome', 'time'] as const

/** The call sheet as a table: a row for each person of a committee, and one for a village without anybody. */
export const toCallSheetCsv = (sheet: z.output<typeof callSheetView>): string => {
  const rows = sheet.villages.flatMap((village) => {
    const ofVillage = villageCells(village)
    if (village.contacts.length === 0) return [[...ofVillage, '', '', '', '', '', '']]
    return village.contacts.map((contact, order) => [...ofVillage, ...contactCells(contact, order), '', ''])
  })
  return writeCsv(columns, rows)
}
