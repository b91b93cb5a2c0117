import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useSend } from '../../api/use-send.ts'
import { Radios } from '../../ui/radios.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { budgetSays, budgetsWords, laneWords } from '../../words/budgets-words.ts'
import { formWords } from '../../words/form-words.ts'
import { useWords } from '../../words/language.ts'
import { TextField } from '../roster/form-fields.tsx'
import { partsOf, readableMonth } from './budget-figures.ts'
import type { BudgetLine } from './lane-budget.tsx'

type AreaBudget = AnswerOf<'GET /v1/budgets'>['area']
type Props = { area: string; line: BudgetLine; month: string; thisMonth: string; onSaved: () => void }

/** Sets what an area may use in a lane: from this month on, or in the month that is shown alone. */
export const SetBudget = ({ area, line, month, thisMonth, onSaved }: Props) => {
  const say = useWords()
  const [text, setText] = useState(line.budgetParts === null ? '' : String(line.budgetParts))
  const [holds, setHolds] = useState<'standing' | 'month'>(month === thisMonth ? 'standing' : 'month')
  const [isWrong, setWrong] = useState(false)
  const [saved, setSaved] = useState(false)
  const parts = partsOf(text)
  const id = `parts-${line.lane}`
  const sending = useSend<AreaBudget>(
    () =>
      callApi('PUT /v1/budgets/{area}/{lane}', {
        params: { area, lane: line.lane },
        body: { parts: parts ?? null, ...(holds === 'month' ? { month } : {}) },
        ifMatch: line.etag,
      }),
    () => {
      setSaved(true)
      onSaved()
    },
  )
  const send = async (): Promise<boolean> => {
    setSaved(false)
    setWrong(parts === undefined)
    if (parts === undefined) {
      document.getElementById(id)?.focus()
      return false
    }
    const isDone = await sending.send()
    // Whoever was faster is shown before the next press.
    if (!isDone) onSaved()
    return isDone
  }
  return (
    <details>
      <summary>{say(budgetsWords.setOf, { lane: say(laneWords[line.lane].name) })}</summary>
      <TextField
        id={id}
        inputMode="numeric"
        label={say(budgetsWords.partsEach)}
        hint={say(budgetsWords.partsHint)}
        error={isWrong ? say(budgetsWords.needNumber) : undefined}
        value={text}
        onInput={setText}
      />
      <Radios
        name={`holds-${line.lane}`}
        legend={say(budgetsWords.whichMonths)}
        options={[
          { value: 'standing', label: say(budgetsWords.fromNow) },
          { value: 'month', label: say(budgetsWords.forMonth, { month: readableMonth(month) }) },
        ]}
        chosen={holds}
        onChoose={setHolds}
      />
      <SendButton sending={{ ...sending, send }} says={budgetSays}>
        {say(formWords.save)}
      </SendButton>
      <p role="status">{saved ? say(formWords.saved) : null}</p>
    </details>
  )
}
