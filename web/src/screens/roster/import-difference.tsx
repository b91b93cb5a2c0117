import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { usePages } from '../../api/use-pages.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { villageName } from '../../names/village-name.ts'
import { wholeNumber } from '../../words/dates.ts'
import { importWords } from '../../words/import-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { loadChanges, type ImportChange } from './import-pages.ts'
import { columnName } from './sheet.ts'

type View = AnswerOf<'GET /v1/roster-imports/{importId}'>

const counted = [
  'villagesAdded',
  'villagesChanged',
  'villagesUnchanged',
  'membersAdded',
  'membersChanged',
  'membersLeft',
] as const

/** Names of who leaves: the plan has them by id alone. */
const Leaving = ({ code, ids }: { code: string; ids: readonly string[] }) => {
  const loaded = useLoaded(`roster ${code}`, () => callApi('GET /v1/villages/{code}', { params: { code } }))
  const names = (loaded.body?.members ?? []).filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  return loaded.body === undefined ? <LoadedState loaded={loaded} /> : <p>{names.join(', ')}</p>
}

const WhoLeaves = (props: { code: string; ids: readonly string[] }) => {
  const say = useWords()
  const [asked, setAsked] = useState(false)
  return (
    <details onToggle={(event) => setAsked(event.currentTarget.open)}>
      <summary>{say(importWords.whoLeaves)}</summary>
      {asked ? <Leaving {...props} /> : null}
    </details>
  )
}

const ChangeRow = ({ change }: { change: ImportChange }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { membersAdded, membersChanged, membersLeft, fields } = change
  const parts = [
    change.kind === 'added' ? say(importWords.added) : undefined,
    change.kind === 'changed' && fields.length > 0
      ? say(importWords.fields, { fields: fields.map((field) => columnName(field, language)).join(', ') })
      : undefined,
    membersAdded.length === 0 ? undefined : say(importWords.plusMembers, { n: membersAdded.length }),
    membersChanged.length === 0 ? undefined : say(importWords.changedMembers, { n: membersChanged.length }),
    membersLeft.length === 0 ? undefined : say(importWords.leftMembers, { n: membersLeft.length }),
  ].filter((part) => part !== undefined)
  return (
    <tr>
      <th scope="row">
        {villageName(change, change.code, language)} <span class="hint">{change.code}</span>
      </th>
      <td>
        {parts.join('; ')}
        {membersLeft.length === 0 ? null : <WhoLeaves code={change.code} ids={membersLeft} />}
      </td>
    </tr>
  )
}

const ChangeTable = ({ view }: { view: View }) => {
  const say = useWords()
  const { pages, first, more } = usePages(
    `changes ${view.id} ${view.plan?.etag ?? ''} ${String(view.plan?.markLeft)}`,
    (cursor) => loadChanges(view.id, cursor),
    ({ nextCursor }) => nextCursor,
  )
  if (first.body === undefined) return <LoadedState loaded={first} />
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(importWords.village)}</th>
            <th scope="col">{say(importWords.change)}</th>
          </tr>
        </thead>
        <tbody>
          {pages
            .flatMap(({ changes }) => changes)
            .map((change) => (
              <ChangeRow key={change.code} change={change} />
            ))}
        </tbody>
      </table>
      {more === undefined ? null : (
        <SendButton kind="usual" sending={more}>
          {say(importWords.moreRows)}
        </SendButton>
      )}
    </>
  )
}

/** What applying would do to the roster: counted, then what to press, then village by village. */
export const ImportDifference = ({ view, children }: { view: View; children: ComponentChildren }) => {
  const say = useWords()
  const { plan } = view
  if (plan === null) return null
  const changes = plan.counts.villagesAdded + plan.counts.villagesChanged
  return (
    <>
      <h2>{say(importWords.difference)}</h2>
      {changes === 0 ? <p>{say(importWords.nothing)}</p> : null}
      <dl class="facts">
        {counted
          .filter((name) => plan.counts[name] > 0)
          .map((name) => (
            <div key={name}>
              <dt>{say(importWords[name])}</dt>
              <dd>{wholeNumber(plan.counts[name])}</dd>
            </div>
          ))}
      </dl>
      {children}
      {changes === 0 ? null : <ChangeTable view={view} />}
    </>
  )
}
