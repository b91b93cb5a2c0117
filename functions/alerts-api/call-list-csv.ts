import type * as z from 'zod'
import type { callListVillage, callListView } from '../../shared/contracts/calls.ts'
import { displayPhone, printTime, safePlaceText } from './print-page.ts'
import { writeCsv } from './write-csv.ts'

type List = z.output<typeof callListView>
type ListedVillage = z.output<typeof callListVillage>

const columns = [
  'mode',
  'alert',
  'place_in_list',
  'reason',
  'village_code',
  'village_name_lo',
  'village_name_en',
  'exposure',
  'safe_place',
  'languages_spoken',
  'coverage',
  'minutes_waiting',
  'calls',
  'call_order',
  'member_name',
  'duty',
  'phone',
  'sms',
  'last_outcome',
  'outcome',
  'time',
] as const

const callText = ({ calledAtIso, outcome, memberName, note }: ListedVillage['calls'][number]): string =>
  [printTime(calledAtIso), outcome, memberName, note].filter((text) => text !== null).join(' ')

const villageCells = (list: List, village: ListedVillage, index: number): string[] => [
  list.mode,
  `${list.number}.${list.version}`,
  String(index + 1),
  village.reason,
  village.village,
  village.nameLo,
  village.nameEn,
  village.exposure === 0 ? '' : String(village.exposure),
  safePlaceText(village),
  village.languagesSpoken.join('; '),
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
    const ofVillage = villageCells(list, village, index)
    if (village.contacts.length === 0) return [[...ofVillage, '', '', '', '', '', '', '', '']]
    return village.contacts.map((contact, order) => [
      ...ofVillage,
      String(order + 1),
      contact.name,
      contact.duty,
      displayPhone(contact.phone),
      contact.smsState ?? '',
      contact.lastOutcome ?? '',
      '',
      '',
    ])
  })
  return writeCsv(columns, rows)
}
