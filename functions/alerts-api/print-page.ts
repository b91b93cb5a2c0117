import type { AlertMode } from '../../shared/domain/alert.ts'
import { callSheetWords, dutyLabels } from '../../shared/domain/call-words.ts'
import { maskPhoneNumber, parsePhoneNumber } from '../../shared/domain/phone-number.ts'
import type { Duty } from '../../shared/domain/village.ts'
import { fillWording, modeWords, type Wording, type Words } from '../../shared/domain/wording.ts'

/** The style of printed lists: black on white, a village is not torn over two sheets, and its boxes can be written in. */
export const printStyle = `@page{margin:12mm}body{font:12px/1.5 "Noto Sans Lao","Phetsarath OT",sans-serif;color:#000;background:#fff;margin:1em}h1{font-size:18px}table{width:100%;border-collapse:collapse;margin:0 0 8px}tbody{break-inside:avoid}th,td{border:1px solid #000;padding:3px 5px;text-align:left;vertical-align:top}th.village{background:#eee;font-size:14px;print-color-adjust:exact}td.box{min-width:9em}td.time{min-width:5em}.mark{border:2px solid #000;padding:0 4px}.script{border:2px solid #000;padding:6px;white-space:pre-wrap;font-size:14px}.urgent{font-weight:bold}`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Markup that is safe to stand in a page. */
export type Markup = { readonly markup: string }

const isMarkup = (value: string | number | Markup | readonly Markup[]): value is Markup =>
  typeof value === 'object' && 'markup' in value

const toMarkup = (value: string | number | Markup | readonly Markup[]): string => {
  if (isMarkup(value)) return value.markup
  if (typeof value === 'object') return value.map(({ markup }) => markup).join('')
  return String(value).replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** Markup with values filled in, each escaped unless it is markup itself. Attributes must stand in double quotes. */
export const html = (
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Markup | readonly Markup[])[]
): Markup => ({
  markup: parts.reduce((text, part, index) => text + toMarkup(values[index - 1] ?? '') + part),
})

/** Both languages of a wording in one line, Lao first. */
export const both = (wording: Words, slots: Readonly<Record<string, string | number>> = {}): string => {
  const { en, lo } = fillWording(wording, slots)
  return lo === en ? en : `${lo} / ${en}`
}

/** The word that stands before everything of an alert that is none; empty for an actual one. */
export const markOf = (mode: AlertMode): string => (mode === 'actual' ? '' : both(modeWords[mode]))

/** A number as people in Laos write it, which no spreadsheet takes for a formula. Masked ones stay masked. */
export const displayPhone = (phone: string): string => {
  const reading = parsePhoneNumber(phone)
  return reading.outcome === 'ok' && maskPhoneNumber(phone) !== phone ? reading.display : phone
}

const dutyText = (duty: Duty): string => both(dutyLabels[duty])

/** `2026-07-23 23:10`: Laos's time without its offset. */
export const printTime = (iso: string): string => iso.slice(0, 16).replace('T', ' ')

type PrintedContact = { name: string; duty: Duty; phone: string; quarantined: boolean; showsLao: boolean }

/** A contact's first cells: order, name, duty, number. */
export const contactCells = (contact: PrintedContact, index: number): Markup => {
  const notes = [
    ...(contact.quarantined ? [both(callSheetWords.quarantined)] : []),
    ...(contact.showsLao ? [] : [both(callSheetWords.noLaoLetters)]),
  ]
  const note = notes.length > 0 ? ` (${notes.join('; ')})` : ''
  return html`<td>${index + 1}</td><td>${contact.name}</td><td>${dutyText(contact.duty)}</td><td>${displayPhone(contact.phone)}${note}</td>`
}

type PrintedPlace = {
  safePlaceLo: string | null
  safePlaceEn: string | null
  languagesSpoken: readonly string[]
}

/** The village's safe place in both languages, without those that are not known. */
export const safePlaceText = ({ safePlaceLo, safePlaceEn }: PrintedPlace): string =>
  [...new Set([safePlaceLo, safePlaceEn])].filter((place) => place !== null && place !== '').join(' / ')

/** Safe place and languages of a village as one line; empty where neither is known. */
export const placeLine = (village: PrintedPlace): string =>
  [
    [callSheetWords.safePlace, safePlaceText(village)] as const,
    [callSheetWords.languages, village.languagesSpoken.join(', ')] as const,
  ]
    .filter(([, text]) => text !== '')
    .map(([wording, text]) => `${both(wording)}: ${text}`)
    .join(' · ')

/** Column headings over contacts, with empty boxes to write in at the end. */
export const contactHeadings = (...more: readonly Wording[]): Markup => {
  const { order, name, duty, phone, outcome, time } = callSheetWords
  const headings = [order, name, duty, phone, ...more, outcome, time]
  return html`<tr>${headings.map((wording) => html`<th scope="col">${both(wording)}</th>`)}</tr>`
}

/** A whole page that prints well and runs nothing. `title` is escaped here. */
export const printPage = (title: string, body: Markup): string =>
  `<!doctype html>${
    html`<html lang="lo"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${{ markup: printStyle }}</style></head><body>${body}</body></html>`
      .markup
  }`
