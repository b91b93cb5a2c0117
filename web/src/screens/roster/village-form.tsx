import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useSend } from '../../api/use-send.ts'
import { Radios } from '../../ui/radios.tsx'
import { useWords, type Say, type Words } from '../../words/language.ts'
import { rosterWords } from '../../words/roster-words.ts'
import { TextField } from './form-fields.tsx'
import { faultsOf, inRosterWords } from './in-roster-words.ts'
import { localFault } from './local-fault.ts'
import { SaveOrCancel } from './save-or-cancel.tsx'
import { findVillageFaults, toVillageBody, toVillageFields, type VillageFields } from './village-fields.ts'

type View = AnswerOf<'GET /v1/villages/{code}'>
type Props = {
  /** Undefined where a village is added. */
  village: View | undefined
  /** The code of a village that is added. */
  newCode?: string
  reload: () => void
  onSaved: (village: View) => void
  onCancel: () => void
}

type FieldWish = {
  hint?: Words
  inputMode?: 'numeric' | 'decimal'
  language?: 'lo' | 'en'
  maxLength?: number
}

const texts: readonly (readonly [Exclude<keyof VillageFields, 'exposure'>, Words, FieldWish])[] = [
  ['nameLo', rosterWords.nameLo, { language: 'lo', maxLength: 120 }],
  ['nameEn', rosterWords.nameEn, { language: 'en', maxLength: 120 }],
  ['safePlaceLo', rosterWords.safePlaceLo, { language: 'lo', maxLength: 120 }],
  ['safePlaceEn', rosterWords.safePlaceEn, { language: 'en', maxLength: 120 }],
  ['languagesSpoken', rosterWords.languagesSpoken, { hint: rosterWords.languagesHint }],
  ['households', rosterWords.households, { inputMode: 'numeric' }],
  ['latitude', rosterWords.latitude, { inputMode: 'decimal', hint: rosterWords.placeHint }],
  ['longitude', rosterWords.longitude, { inputMode: 'decimal', hint: rosterWords.placeHint }],
]

const exposureOptions = (say: Say) => [
  { value: '' as const, label: say(rosterWords.notKnown) },
  { value: '3' as const, label: say(rosterWords.exposure3) },
  { value: '2' as const, label: say(rosterWords.exposure2) },
  { value: '1' as const, label: say(rosterWords.exposure1) },
]

/** What the roster says of a village itself; its committee has forms of its own. */
export const VillageForm = ({ village, newCode, reload, onSaved, onCancel }: Props) => {
  const say = useWords()
  // Only what was typed is kept: all else is what the roster has now, also after somebody else's edit.
  const [typed, setTyped] = useState<Partial<VillageFields>>({})
  const [faulty, setFaulty] = useState<readonly string[]>([])
  const fields = { ...toVillageFields(village), ...typed }
  const code = village?.code ?? newCode ?? ''
  const sending = useSend(
    () =>
      callApi('PUT /v1/villages/{code}', {
        params: { code },
        body: toVillageBody(fields, village),
        ...(village === undefined ? { ifNoneMatch: '*' as const } : { ifMatch: village.etag }),
      }),
    onSaved,
  )
  const send = async (): Promise<boolean> => {
    const found = findVillageFaults(fields)
    setFaulty(found)
    if (found[0] !== undefined) document.getElementById(`village-${found[0]}`)?.focus()
    return found.length === 0 && sending.send()
  }
  const faults = faultsOf(inRosterWords(sending, say).failure)
  return (
    <section class="card">
      {texts.map(([name, label, { hint, ...rest }]) => (
        <TextField
          key={name}
          id={`village-${name}`}
          label={say(label)}
          hint={hint === undefined ? undefined : say(hint)}
          error={faulty.includes(name) ? localFault(say, name) : faults[name]}
          value={fields[name]}
          onInput={(value) => setTyped((before) => ({ ...before, [name]: value }))}
          {...rest}
        />
      ))}
      <Radios
        name="exposure"
        legend={say(rosterWords.exposureAsk)}
        options={exposureOptions(say)}
        chosen={fields.exposure}
        onChoose={(exposure) => setTyped((before) => ({ ...before, exposure }))}
      />
      <SaveOrCancel sending={{ ...sending, send }} reload={reload} onCancel={onCancel} />
    </section>
  )
}
