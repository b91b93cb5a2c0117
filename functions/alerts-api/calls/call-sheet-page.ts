import type * as z from 'zod'
import type { callSheetView } from '../../../shared/contracts/calls.ts'
import { callReasonWords, callSheetWords } from '../../../shared/domain/call-words.ts'
import { fillWording } from '../../../shared/domain/wording.ts'
import {
  both,
  contactCells,
  contactHeadings,
  html,
  placeLine,
  printPage,
  printTime,
  type Markup,
} from '../print-page.ts'

type Sheet = z.output<typeof callSheetView>

const columns = 6

const villageRows = (village: Sheet['villages'][number], index: number): Markup => {
  const isEmpty = village.contacts.length === 0
  const facts = [
    `${both(callSheetWords.exposure)} ${village.exposure === 0 ? '?' : village.exposure}`,
    placeLine(village),
    isEmpty ? both(callReasonWords['send-someone']) : '',
  ]
  return html`<tbody><tr><th class="village" colspan="${columns}" scope="rowgroup">${index + 1}. ${village.nameLo} ${village.nameEn} (${village.village})</th></tr><tr><td colspan="${columns}">${facts.filter((text) => text !== '').join(' · ')}</td></tr>${village.contacts.map(
    (contact, order) =>
      html`<tr>${contactCells(contact, order)}<td class="box"></td><td class="time"></td></tr>`,
  )}</tbody>`
}

/** The call sheet as a page to print, with empty boxes for what each call came to and when. */
export const toCallSheetPage = (sheet: Sheet): string => {
  const { lo } = fillWording(callSheetWords.callSheet, { district: sheet.nameLo })
  const { en } = fillWording(callSheetWords.callSheet, { district: sheet.nameEn })
  const title = `${lo} / ${en}`
  const facts = [
    `${both(callSheetWords.asOf)}: ${printTime(sheet.asOfIso)}`,
    `${both(callSheetWords.villages)}: ${sheet.villages.length}`,
  ].join(' · ')
  return printPage(
    title,
    html`<h1>${title}</h1><p>${facts}</p><table><thead>${contactHeadings()}</thead>${sheet.villages.map(villageRows)}</table>`,
  )
}
