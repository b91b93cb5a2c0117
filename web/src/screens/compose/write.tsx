import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { nowMs } from '../../clock.ts'
import { bodyOf, type Draft } from '../../drafts/draft.ts'
import type { Me } from '../../sign-in/me.ts'
import { later } from '../../ui/later.tsx'
import { useKeptDraft } from '../../drafts/use-kept-draft.ts'
import { useWords } from '../../words/language.ts'
import { findFaults } from './find-faults.ts'
import { Form } from './form.tsx'
import { useFigures } from './use-figures.ts'
import { useWording } from './use-wording.ts'

const Check = later(() => import('./check.tsx').then((module) => module.Check))

type Props = { name: string; first: Draft; person: Me; title: string }

/** The form and the page on which it is checked: one draft, two addresses, so that the phone's Back key works. */
export const Write = ({ name, first, person, title }: Props) => {
  const say = useWords()
  const { query, route } = useLocation()
  const { draft, isKept, change, forget } = useKeptDraft(name, person.id, first)
  const known = useWording(draft)
  const faults = findFaults(draft, known.wording, nowMs(), say)
  const figures = useFigures(faults.length === 0 ? bodyOf(draft, known.wording) : undefined)
  // The page on which it is checked must be there when the network is not.
  useEffect(() => void Check.fetch(), [])
  const ofEdit = name === 'new' ? '' : `?edit=${query['edit'] ?? ''}`
  const formPath = `/alerts/new${ofEdit}`
  if (query['check'] !== undefined) {
    return (
      <Check
        key="check"
        draft={draft}
        wording={known.wording}
        figures={figures}
        faults={faults}
        formPath={formPath}
        keepAttempt={(attempt) => change({ attempt })}
        onSubmitted={({ alertId }) => {
          forget()
          route(`/alerts/${alertId}`, true)
        }}
      />
    )
  }
  return (
    <Form
      key="form"
      title={title}
      draft={draft}
      change={change}
      isKept={isKept}
      locked={name !== 'new'}
      own={person.areas}
      known={known}
      figures={figures}
      faults={faults}
      focusOn={query['to']}
      onCheck={() => route(`${formPath}${ofEdit === '' ? '?' : '&'}check=1`)}
    />
  )
}
