import type * as z from 'zod'
import type { reportVersion, reportView } from '../../../shared/contracts/report.ts'
import { callOutcomes } from '../../../shared/domain/acknowledgement.ts'
import { callOutcomeWords, callSheetWords } from '../../../shared/domain/call-words.ts'
import { coverages } from '../../../shared/domain/coverage.ts'
import { deliveryStateLabels } from '../../../shared/domain/delivery-labels.ts'
import { deliveryStates } from '../../../shared/domain/delivery.ts'
import { deedWords, reportWords } from '../../../shared/domain/report-words.ts'
import { coverageLabels, levelLabels, versionStateLabels } from '../../../shared/domain/state-labels.ts'
import type { Wording } from '../../../shared/domain/wording.ts'
import { both, html, markOf, printPage, printTime, type Markup } from '../print-page.ts'

type Report = z.output<typeof reportView>
type Version = z.output<typeof reportVersion>

const nothing = html``
const timeText = (iso: string | null): string => (iso === null ? '–' : printTime(iso))

/** Counts with their labels, in the order of the states; those of nobody are left out. */
const countsText = <State extends string>(
  order: readonly State[],
  labels: Readonly<Record<State, Wording>>,
  counts: Partial<Record<State, number>>,
): string =>
  order
    .filter((state) => (counts[state] ?? 0) > 0)
    .map((state) => `${both(labels[state])}: ${counts[state] ?? 0}`)
    .join(' · ')

const row = (wording: Wording, text: string): Markup =>
  text === '' ? nothing : html`<tr><th scope="row">${both(wording)}</th><td>${text}</td></tr>`

const deedText = (action: string): string => {
  const words = deedWords[action]
  return words === undefined ? action : both(words)
}

const deedLine = (
  { action, by, atIso, note, words }: Version['history'][number],
  { people }: Report,
): Markup => {
  const said = [
    printTime(atIso),
    deedText(action),
    people[by] ?? by,
    note,
    words === null ? null : both(words),
  ]
  return html`<div>${said.filter((text) => text !== null).join(' · ')}</div>`
}

const firstContactsText = ({ firstContacts }: Version): string =>
  firstContacts.villages === 0
    ? ''
    : both(reportWords.firstContacts, {
        handedOver: firstContacts.handedOver,
        villages: firstContacts.villages,
        first: firstContacts.secondsFromSubmitToFirst ?? '–',
        last: firstContacts.secondsFromSubmitToLast ?? '–',
      })

const versionPart = (report: Report, version: Version, mark: string): Markup => {
  const failures = version.failures
    .map(({ state, reason, count }) => `${both(deliveryStateLabels[state])} (${reason ?? '?'}): ${count}`)
    .join(' · ')
  const texts = [version.texts.lo, version.texts.en].filter((text) => text !== undefined)
  const title = [
    both(reportWords.version, { version: version.version }),
    both(levelLabels[version.level]),
    both(versionStateLabels[version.state]),
    timeText(version.issuedAtIso),
  ].join(' · ')
  return html`<h2>${mark === '' ? nothing : html`<span class="mark">${mark}</span> `}${title}</h2>${texts.map((text) => html`<p class="script">${text}</p>`)}<table><tbody><tr><th scope="row">${both(reportWords.who)}</th><td>${version.history.map((deed) => deedLine(deed, report))}</td></tr>${row(callSheetWords.holdsUntil, printTime(version.expiresAtIso))}${row(reportWords.states, countsText(deliveryStates, deliveryStateLabels, version.states))}${row(reportWords.coverage, countsText(coverages, coverageLabels, version.coverage))}${row(reportWords.failures, failures)}${row(callSheetWords.time, firstContactsText(version))}${row(callSheetWords.sms, both(reportWords.cost, { parts: version.partsHandedOver, cost: version.costUsd }))}</tbody></table>`
}

const headings = (...wordings: readonly Wording[]): Markup =>
  html`<thead><tr>${wordings.map((wording) => html`<th scope="col">${both(wording)}</th>`)}</tr></thead>`

const progressPart = (report: Report): Markup => {
  const { minutes, handedOver, delivered, acknowledged } = reportWords
  return report.progress.length === 0
    ? nothing
    : html`<h2>${both(reportWords.progress)}</h2><table>${headings(minutes, handedOver, delivered, acknowledged)}<tbody>${report.progress.map(
        (step) =>
          html`<tr><td>${step.minutes}</td><td>${step.handedOver}</td><td>${step.delivered}</td><td>${step.acknowledged}</td></tr>`,
      )}</tbody></table>`
}

const villagesPart = (report: Report): Markup => {
  const { village, coverage, handedOver, delivered, acknowledged } = reportWords
  return html`<h2>${both(callSheetWords.villages)}</h2><table>${headings(village, coverage, handedOver, delivered, acknowledged)}<tbody>${report.villages.map(
    (one) =>
      html`<tr><td>${one.nameLo} ${one.nameEn} (${one.village})</td><td>${both(coverageLabels[one.coverage])}</td><td>${timeText(one.firstHandedOverAtIso)}</td><td>${timeText(one.firstDeliveredAtIso)}</td><td>${timeText(one.firstAcknowledgedAtIso)}</td></tr>`,
  )}</tbody></table>`
}

const note = (wording: Wording): Markup => html`<p class="urgent">${both(wording)}</p>`

/** The report as a page to print. The mode's word stands before the title and before each version. */
export const toReportPage = (report: Report): string => {
  const mark = markOf(report.mode)
  const title = both(reportWords.report, { number: report.number })
  const marked = mark === '' ? title : `${mark}: ${title}`
  const facts = [
    both(reportWords.written, { by: report.people[report.createdBy] ?? report.createdBy }),
    printTime(report.createdAtIso),
    `${both(callSheetWords.asOf)}: ${printTime(report.asOfIso)}`,
    both(reportWords.cost, { parts: report.partsHandedOver, cost: report.costUsd }),
  ].join(' · ')
  const calls = [
    both(reportWords.calls, { count: report.calls.recorded }),
    countsText(callOutcomes, callOutcomeWords, report.calls.byOutcome),
  ]
  return printPage(
    marked,
    html`<h1>${marked}</h1><p>${facts}</p>${report.reaches === 'nobody' ? note(reportWords.nobody) : nothing}${report.whole ? nothing : note(reportWords.partOnly)}<p>${both(reportWords.proof)}</p>${report.versions.map((version) => versionPart(report, version, mark))}${progressPart(report)}<p>${calls.filter((text) => text !== '').join(' · ')}</p>${villagesPart(report)}`,
  )
}
