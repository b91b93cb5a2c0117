import { useEffect, useState } from 'preact/hooks'
import { isUntouched, kindOfDraft } from '../../drafts/draft.ts'
import { AccountStopBanner } from '../../ui/account-stop-banner.tsx'
import { ErrorSummary, type FormError } from '../../ui/error-summary.tsx'
import { later } from '../../ui/later.tsx'
import { ModeBanner } from '../../ui/mode-banner.tsx'
import { Screen } from '../../ui/screen.tsx'
import { audienceWords } from '../../words/audience-words.ts'
import { composeWords } from '../../words/compose-words.ts'
import { draftWords } from '../../words/draft-words.ts'
import { useWords } from '../../words/language.ts'
import { CopyLast } from './copy-last.tsx'
import { Danger } from './danger.tsx'
import type { Editing } from './editing.ts'
import type { Figures } from './use-figures.ts'
import type { KnownTemplates } from './use-templates.ts'
import { When } from './when.tsx'
import { WordingGroup } from './wording.tsx'

const Areas = later(() => import('./areas.tsx').then((module) => module.Areas))
const Audience = later(() => import('./audience.tsx').then((module) => module.AudienceGroup))
const FiguresGroup = later(() => import('./figures.tsx').then((module) => module.FiguresGroup))

type Props = Pick<Editing, 'draft' | 'change' | 'locked'> & {
  title: string
  isKept: boolean
  own: readonly string[]
  known: KnownTemplates
  figures: Figures
  faults: readonly FormError[]
  focusOn: string | undefined
  onCheck: () => void
}

/** The four groups of an alert: danger, areas, words, when. Faults are told when the officer goes on, all at once. */
export const Form = (props: Props) => {
  const { title, draft, change, isKept, locked, own, known, figures, faults, focusOn, onCheck } = props
  const say = useWords()
  const [told, setTold] = useState<readonly FormError[]>([])
  const [showsFaults, setShowsFaults] = useState(false)
  useEffect(() => {
    if (focusOn === undefined) return
    const control = document.getElementById(focusOn)
    control?.scrollIntoView()
    control?.focus()
  }, [focusOn])
  useEffect(() => {
    // What was told is mended: nothing is left to say, and what comes next is told when asked again.
    if (faults.length > 0) return
    setTold([])
    setShowsFaults(false)
  }, [faults.length])
  const check = (): void => {
    setTold([...faults])
    setShowsFaults(faults.length > 0)
    if (faults.length === 0) onCheck()
  }
  const editing: Editing = {
    draft,
    change,
    locked,
    faultOf: (id) => (showsFaults ? faults.find((fault) => fault.id === id)?.message : undefined),
  }
  return (
    <Screen title={title}>
      <ModeBanner mode={draft.mode} />
      <AccountStopBanner />
      {isKept ? null : <p class="error">{say(draftWords.notKept)}</p>}
      <ErrorSummary errors={told} />
      {isUntouched(draft) && !locked ? <CopyLast own={own} onDraft={change} /> : null}
      <Danger {...editing} />
      <Areas {...editing} own={own} />
      {kindOfDraft(draft, known.wording) === 'preparedness' ? (
        <Audience title={say(audienceWords.whom)} draft={draft} change={change} />
      ) : null}
      <WordingGroup {...editing} known={known} />
      <When {...editing} />
      {faults.length === 0 ? (
        <FiguresGroup
          draft={draft}
          wording={known.wording}
          figures={figures}
          onTexts={(texts) => change({ texts })}
        />
      ) : (
        <p class="hint">{say(composeWords.notYet)}</p>
      )}
      <p>
        <button type="button" class="primary large" onClick={check}>
          {say(composeWords.toCheck)}
        </button>
      </p>
    </Screen>
  )
}
