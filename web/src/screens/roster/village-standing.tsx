import { useState } from 'preact/hooks'
import { rowsOf } from '../../../../shared/domain/columns.ts'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useSend } from '../../api/use-send.ts'
import { useSignal } from '../../signal.ts'
import { Field } from '../../ui/field.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Radios } from '../../ui/radios.tsx'
import { villageName } from '../../names/village-name.ts'
import { wholeNumber } from '../../words/dates.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { standingWords } from '../../words/standing-words.ts'
import { SaveOrCancel } from './save-or-cancel.tsx'
import { toVillageBody, toVillageFields } from './village-fields.ts'

type View = AnswerOf<'GET /v1/villages/{code}'>
type Status = View['status']
type Standing = { status: Status; into: string }

/** The village as the roster has it, but for how it stands. */
const bodyWith = (village: View, { status, into }: Standing) => {
  const { mergedInto: _before, ...body } = toVillageBody(toVillageFields(village), village)
  return { ...body, status, ...(status === 'merged' ? { mergedInto: into } : {}) }
}

type TargetProps = {
  code: string
  chosen: string
  error: string | undefined
  onChoose: (code: string) => void
}

/** Villages merge within their district; one that was merged itself takes nobody in. */
const Target = ({ code, chosen, error, onChoose }: TargetProps) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const district = code.slice(0, 4)
  const loaded = useLoaded(`district ${district}`, () => callApi('GET /v1/villages', { query: { district } }))
  const others = (loaded.body === undefined ? [] : rowsOf(loaded.body.villages)).filter(
    (one) => one.code !== code && one.status !== 'merged',
  )
  return (
    <>
      <LoadedState loaded={loaded} />
      <Field id="merged-into" label={say(standingWords.into)} error={error}>
        <select
          id="merged-into"
          class="wide"
          aria-describedby={error === undefined ? undefined : 'merged-into-error'}
          value={chosen}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          <option value="">{say(standingWords.choose)}</option>
          {others.map((one) => (
            <option key={one.code} value={one.code}>
              {`${villageName(one, one.code, language)} (${one.code})`}
            </option>
          ))}
        </select>
      </Field>
    </>
  )
}

type FormProps = {
  village: View
  onVillage: (village: View) => void
  reload: () => void
  onCancel: () => void
}

const StandingForm = ({ village, onVillage, reload, onCancel }: FormProps) => {
  const say = useWords()
  const [standing, setStanding] = useState<Standing>({
    status: village.status,
    into: village.mergedInto ?? '',
  })
  const [isMissing, setIsMissing] = useState(false)
  const sending = useSend(
    () =>
      callApi('PUT /v1/villages/{code}', {
        params: { code: village.code },
        body: bodyWith(village, standing),
        ifMatch: village.etag,
      }),
    onVillage,
  )
  const send = async (): Promise<boolean> => {
    const misses = standing.status === 'merged' && standing.into === ''
    setIsMissing(misses)
    if (misses) document.getElementById('merged-into')?.focus()
    return !misses && sending.send()
  }
  const isMerge = standing.status === 'merged'
  return (
    <>
      <p>{say(standingWords.renamed)}</p>
      <Radios
        name="standing"
        legend={say(standingWords.ask)}
        options={(['active', 'provisional', 'merged'] as const).map((value) => ({
          value,
          label: say(standingWords[value]),
        }))}
        chosen={standing.status}
        onChoose={(status) => setStanding((before) => ({ ...before, status }))}
      />
      {isMerge ? (
        <Target
          code={village.code}
          chosen={standing.into}
          error={isMissing ? say(standingWords.chooseFirst) : undefined}
          onChoose={(into) => setStanding((before) => ({ ...before, into }))}
        />
      ) : null}
      {isMerge && village.status !== 'merged' ? (
        <div class="error">
          <p>{say(standingWords.warning, { n: wholeNumber(village.committee.members) })}</p>
          <p>{say(standingWords.stays)}</p>
        </div>
      ) : null}
      <SaveOrCancel sending={{ ...sending, send }} reload={reload} onCancel={onCancel}>
        {say(standingWords.save)}
      </SaveOrCancel>
    </>
  )
}

/** For admins: what became of the village, in a form of its own, as it is seldom and weighs much. */
export const VillageStanding = ({ village, onVillage, reload }: Omit<FormProps, 'onCancel'>) => {
  const say = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const close = (): void => setIsOpen(false)
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say(standingWords.title)}</summary>
      {isOpen ? (
        <StandingForm
          village={village}
          reload={reload}
          onCancel={close}
          onVillage={(saved) => {
            onVillage(saved)
            close()
          }}
        />
      ) : null}
    </details>
  )
}

/** Where the people of a merged village are now. */
export const MergedInto = ({ code }: { code: string }) => {
  const say = useWords()
  const nameAreas = useAreaNames([code])
  return (
    <p class="error">
      {say(standingWords.merged)}. {say(standingWords.isIn)}{' '}
      <a href={`/villages/${code.slice(0, 4)}/${code}`}>{nameAreas([code])}</a>.
    </p>
  )
}
