import { usePages } from '../../api/use-pages.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useSend } from '../../api/use-send.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { wholeNumber } from '../../words/dates.ts'
import { importWords } from '../../words/import-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { byRow, loadErrors, loadProblems, type ImportProblem } from './import-pages.ts'
import { saveFile } from './save-file.ts'
import { columnName, writeSheet, writeWithErrors, type Sheet } from './sheet.ts'
import { useSheet } from './use-sheet.ts'

type View = AnswerOf<'GET /v1/roster-imports/{importId}'>
type RowProps = { rowNumber: number; problems: readonly ImportProblem[]; sheet: Sheet | undefined }

/** What stands in the cell; undefined where the file is not at hand, or the problem is no single cell's. */
const cellOf = (sheet: Sheet | undefined, { rowNumber, column }: ImportProblem): string | undefined => {
  const index = column === null ? undefined : sheet?.columns.get(column)
  if (sheet === undefined || index === undefined) return undefined
  return sheet.rows[rowNumber - 1]?.cells[index] ?? ''
}

const ProblemRow = ({ rowNumber, problems, sheet }: RowProps) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  return (
    <tr>
      <th scope="row">{rowNumber}</th>
      <td>
        {problems.map((problem) => {
          const cell = cellOf(sheet, problem)
          return (
            <div key={`${problem.column ?? ''}${problem.code}`}>
              <b>
                {problem.column === null ? say(importWords.wholeRow) : columnName(problem.column, language)}
              </b>
              {cell === undefined ? null : (
                <>
                  {' '}
                  <span class="cell">
                    {cell === '' ? say(importWords.emptyCell) : say(importWords.cellSays, { text: cell })}
                  </span>
                </>
              )}
              <br />
              {say(problem.message)}
            </div>
          )
        })}
      </td>
    </tr>
  )
}

const ProblemTable = ({
  problems,
  sheet,
}: {
  problems: readonly ImportProblem[]
  sheet: Sheet | undefined
}) => {
  const say = useWords()
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{say(importWords.row)}</th>
          <th scope="col">{say(importWords.problem)}</th>
        </tr>
      </thead>
      <tbody>
        {byRow(problems).map(([rowNumber, ofRow]) => (
          <ProblemRow key={rowNumber} rowNumber={rowNumber} problems={ofRow} sheet={sheet} />
        ))}
      </tbody>
    </table>
  )
}

type DownloadProps = { view: View; sheet: Sheet | undefined; kind: 'whole' | 'bad' | 'list' }

/** All errors as a file to work with at the desk, beside their rows where the file is at hand. */
const Download = ({ view, sheet, kind }: DownloadProps) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const textOf = ({ column, message }: ImportProblem): string =>
    column === null ? message[language] : `${columnName(column, language)}: ${message[language]}`
  const sending = useSend(
    () => loadErrors(view.id),
    (errors) => {
      const texts = byRow(errors).map(([row, problems]) => [row, problems.map(textOf).join(' | ')] as const)
      const heading = say(importWords.errorsColumn)
      const text =
        sheet === undefined || kind === 'list'
          ? writeSheet([
              [say(importWords.row), heading],
              ...texts.map(([row, problem]) => [String(row), problem]),
            ])
          : writeWithErrors(sheet, new Map(texts), { heading, onlyBad: kind === 'bad' })
      saveFile(`${kind === 'whole' ? 'mend' : 'errors'}-${view.fileName.replace(/\.\w+$/, '')}.csv`, text)
    },
  )
  const words = {
    whole: importWords.downloadWhole,
    bad: importWords.downloadBad,
    list: importWords.downloadList,
  }
  return (
    <li>
      <SendButton kind="usual" sending={sending}>
        {say(words[kind])}
      </SendButton>
    </li>
  )
}

/** What is wrong with the file, the first rows at once; warnings fold away. */
export const ImportProblems = ({ view }: { view: View }) => {
  const say = useWords()
  const { pages, first, more } = usePages(
    `problems ${view.id} ${view.plan?.etag ?? ''}`,
    (cursor) => loadProblems(view.id, cursor),
    ({ nextCursor }) => nextCursor,
  )
  const items = pages.flatMap(({ problems }) => problems)
  const counts = view.plan?.counts
  const sheet = useSheet(view.id, (counts?.errors ?? 0) > 0)
  const errors = items.filter(({ severity }) => severity === 'error')
  const warnings = items.filter(({ severity }) => severity === 'warning')
  if (counts === undefined || counts.errors + counts.warnings === 0) return null
  return (
    <>
      {counts.errors === 0 ? null : (
        <ul class="chips">
          {sheet === undefined ? (
            <Download view={view} sheet={sheet} kind="list" />
          ) : (
            <>
              <Download view={view} sheet={sheet} kind="whole" />
              <Download view={view} sheet={sheet} kind="bad" />
            </>
          )}
        </ul>
      )}
      <LoadedState loaded={first} />
      {errors.length === 0 ? null : (
        <>
          <p role="status">
            {say(more === undefined ? importWords.rowsAll : importWords.rowsShown, {
              n: wholeNumber(byRow(errors).length),
            })}
          </p>
          <ProblemTable problems={errors} sheet={sheet} />
        </>
      )}
      {counts.warnings === 0 || warnings.length === 0 ? null : (
        <details>
          <summary>{say(importWords.warnings, { n: wholeNumber(counts.warnings) })}</summary>
          <ProblemTable problems={warnings} sheet={sheet} />
        </details>
      )}
      {more === undefined ? null : (
        <SendButton kind="usual" sending={more}>
          {say(importWords.moreRows)}
        </SendButton>
      )}
    </>
  )
}
