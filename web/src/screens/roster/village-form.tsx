import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useSend } from '../../api/use-send.ts'
import { Radios } from '../../ui/radios.tsx'
import { exposureChoices } from '../../words/exposure-words.ts'
import { useWords, type Say, type Words } from '../../words/language.ts'
import { villageWords } from '../../words/village-words.ts'
import { TextField } from './form-fields.tsx'
import { faultsOf } from './form-faults.ts'
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
  ['nameLo', villageWords.nameLo, { language: 'lo', maxLength: 120 }],
  ['nameEn', villageWords.nameEn, { language: 'en', maxLength: 120 }],
  ['safePlaceLo', villageWords.safePlaceLo, { language: 'lo', maxLength: 120 }],
  ['safePlaceEn', villageWords.safePlaceEn, { language: 'en', maxLength: 120 }],
  ['languagesSpoken', villageWords.languagesSpoken, { hint: villageWords.languagesHint }],
  ['households', villageWords.households, { inputMode: 'numeric' }],
  ['latitude', villageWords.latitude, { inputMode: 'decimal', hint: villageWords.placeHint }],
  ['longitude', villageWords.longitude, { inputMode: 'decimal', hint: villageWords.placeHint }],
]

const exposureOptions = (say: Say) => [
  { value: '' as const, label: say(villageWords.notKnown) },
  { value: '3' as const, label: say(exposureChoices[3]) },
  { value: '2' as const, label: say(exposureChoices[2]) },
  { value: '1' as const, label: say(exposureChoices[1]) },
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
  const faults = faultsOf(sending.failure)
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
        legend={say(villageWords.exposureAsk)}
        options={exposureOptions(say)}
        chosen={fields.exposure}
        onChoose={(exposure) => setTyped((before) => ({ ...before, exposure }))}
      />
      <SaveOrCancel sending={{ ...sending, send }} reload={reload} onCancel={onCancel} />
    </section>
  )
}
