import type * as z from 'zod'
import type { callListVillage, callListView } from '../../../shared/contracts/calls.ts'
import { printTime } from '../print-page.ts'
import { writeCsv } from '../write-csv.ts'
import { contactCells, contactColumns, villageCells, villageColumns } from './call-cells.ts'

type List = z.output<typeof callListView>
type ListedVillage = z.output<typeof callListVillage>

const columns = [
  'mode',
  'alert',
  'place_in_list',
  'reason',
  ...villageColumns,
  'coverage',
  'minutes_waiting',
  'calls',
  ...contactColumns,
  'sms',
  'last_outcome',
  'outcome',
  'time',
] as const

const callText = ({ calledAtIso, outcome, memberName, note }: ListedVillage['calls'][number]): string =>
  [printTime(calledAtIso), outcome, memberName, note].filter((text) => text !== null).join(' ')

const listedCells = (list: List, village: ListedVillage, index: number): string[] => [
  list.mode,
  `${list.number}.${list.version}`,
  String(index + 1),
  village.reason,
  ...villageCells(village),
  village.coverage,
  String(village.minutesWaiting),
  village.calls
    .filter(({ corrected }) => !corrected)
    .map(callText)
    .join('\n'),
]

/** The call list as a table: a row for each person to call, and one for a village without anybody. */
export const toCallListCsv = (list: List): string => {
  const rows = list.villages.flatMap((village, index) => {
    const ofVillage = listedCells(list, village, index)
    if (village.contacts.length === 0) return [[...ofVillage, '', '', '', '', '', '', '', '']]
    return village.contacts.map((contact, order) => [
      ...ofVillage,
      ...contactCells(contact, order),
      contact.smsState ?? '',
      contact.lastOutcome ?? '',
      '',
      '',
    ])
  })
  return writeCsv(columns, rows)
}
