import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useSend } from '../../api/use-send.ts'
import { useVillages } from '../../api/use-villages.ts'
import { useSignal } from '../../signal.ts'
import { Radios } from '../../ui/radios.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { villageName } from '../../names/village-name.ts'
import { importWords } from '../../words/import-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'

type View = AnswerOf<'GET /v1/roster-imports/{importId}'>
type Plan = NonNullable<View['plan']>

/** The matches of a plan that were confirmed, as the next plan must be told them again. */
export const confirmedMatches = ({ matches }: Plan): Record<string, string> =>
  Object.fromEntries(
    matches.flatMap(({ rowNumber, candidates: [first], confirmed }) =>
      confirmed && first !== undefined ? [[String(rowNumber), first]] : [],
    ),
  )

type Props = { importId: string; plan: Plan; onPlanned: (view: View) => void }

/** Villages that the file names without their code: somebody who knows them says which are meant. */
export const ImportMatches = ({ importId, plan, onPlanned }: Props) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const open = plan.matches.filter(({ confirmed, candidates }) => !confirmed && candidates.length > 0)
  const find = useVillages([...new Set(open.map(({ district }) => district))])
  const sending = useSend(
    () =>
      callApi('POST /v1/roster-imports/{importId}/plan', {
        params: { importId },
        body: { markLeft: plan.markLeft, confirmedMatches: { ...confirmedMatches(plan), ...chosen } },
      }),
    onPlanned,
  )
  if (open.length === 0) return null
  return (
    <>
      <h2>{say(importWords.matches)}</h2>
      <p>{say(importWords.matchesWhat)}</p>
      {open.map(({ rowNumber, name, candidates }) => (
        <Radios
          key={rowNumber}
          name={`match-${rowNumber}`}
          legend={say(importWords.matchRow, { row: rowNumber, name })}
          options={candidates.map((code) => ({
            value: code,
            label: villageName(find(code), code, language),
            hint: code,
          }))}
          chosen={chosen[rowNumber]}
          onChoose={(code) => setChosen((before) => ({ ...before, [rowNumber]: code }))}
        />
      ))}
      <SendButton sending={sending} disabled={Object.keys(chosen).length === 0}>
        {say(importWords.confirmMatches)}
      </SendButton>
    </>
  )
}
