import type * as z from 'zod'
import type { callListVillage, callListView } from '../../../shared/contracts/calls.ts'
import { callOutcomeWords, callReasonWords, callSheetWords } from '../../../shared/domain/call-words.ts'
import { deliveryStateLabels } from '../../../shared/domain/delivery-labels.ts'
import { coverageLabels, levelLabels } from '../../../shared/domain/state-labels.ts'
import {
  both,
  contactCells,
  contactHeadings,
  html,
  markOf,
  placeLine,
  printPage,
  printTime,
  type Markup,
} from '../print-page.ts'

type List = z.output<typeof callListView>
type ListedVillage = z.output<typeof callListVillage>

const columns = 7
const nothing = html``

const callLine = (call: ListedVillage['calls'][number]): Markup => {
  const words = [printTime(call.calledAtIso), both(callOutcomeWords[call.outcome])]
  const rest = [call.memberName, call.note].filter((text) => text !== null)
  return html`<div>${[...words, ...rest].join(' · ')}</div>`
}

const villageRows = (village: ListedVillage, index: number, mark: string): Markup => {
  const place = placeLine(village)
  const calls = village.calls.filter(({ corrected }) => !corrected)
  const standing = [
    both(coverageLabels[village.coverage]),
    `${both(callSheetWords.exposure)} ${village.exposure === 0 ? '?' : village.exposure}`,
    both(callSheetWords.minutesWaiting, { minutes: village.minutesWaiting }),
  ].join(' · ')
  return html`<tbody><tr><th class="village" colspan="${columns}" scope="rowgroup">${mark === '' ? nothing : html`<span class="mark">${mark}</span> `}${index + 1}. ${village.nameLo} ${village.nameEn} (${village.village}) · <span class="urgent">${both(callReasonWords[village.reason])}</span></th></tr><tr><td colspan="${columns}">${standing}${place === '' ? nothing : html`<br>${place}`}${calls.map(callLine)}</td></tr>${village.contacts.map(
    (contact, order) =>
      html`<tr>${contactCells(contact, order)}<td>${contact.smsState === null ? '–' : both(deliveryStateLabels[contact.smsState])}</td><td class="box">${contact.lastOutcome === null ? nothing : both(callOutcomeWords[contact.lastOutcome])}</td><td class="time"></td></tr>`,
  )}</tbody>`
}

const facts = (list: List): string =>
  [
    `${both(callSheetWords.level)}: ${both(levelLabels[list.level])}`,
    `${both(callSheetWords.issued)}: ${printTime(list.issuedAtIso)}`,
    `${both(callSheetWords.holdsUntil)}: ${printTime(list.expiresAtIso)}`,
    `${both(callSheetWords.asOf)}: ${printTime(list.asOfIso)}`,
    `${both(callSheetWords.villages)}: ${list.villages.length + list.villagesLeftOff}`,
  ].join(' · ')

const note = (text: string): Markup => html`<p class="urgent">${text}</p>`

/** The call list as a page to print: the text to read out, then each village with boxes to write in. */
export const toCallListPage = (list: List): string => {
  const mark = markOf(list.mode)
  const title = both(callSheetWords.callList, { number: list.number, version: list.version })
  const marked = mark === '' ? title : `${mark}: ${title}`
  const scripts = [list.script.lo, list.script.en].filter((text) => text !== undefined)
  const isOver = list.expiresAtIso <= list.asOfIso
  return printPage(
    marked,
    html`<h1>${marked}</h1><p>${facts(list)}</p>${isOver ? note(both(callSheetWords.over)) : nothing}<h2>${both(callSheetWords.script)}</h2>${scripts.map((text) => html`<p class="script">${text}</p>`)}${list.villages.length === 0 ? note(both(callSheetWords.nobody)) : html`<table><thead>${contactHeadings(callSheetWords.sms)}</thead>${list.villages.map((village, index) => villageRows(village, index, mark))}</table>`}${list.villagesLeftOff === 0 ? nothing : note(both(callSheetWords.leftOff, { count: list.villagesLeftOff }))}`,
  )
}
