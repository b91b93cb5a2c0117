import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { areaName } from '../../names/area-name.ts'
import { mayKeepRoster, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { Screen } from '../../ui/screen.tsx'
import { commonWords } from '../../words/common-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { manageWords } from '../../words/manage-words.ts'
import { villageWords } from '../../words/village-words.ts'
import { TextField } from './form-fields.tsx'
import { VillageForm } from './village-form.tsx'

/** A village that is not on the roster yet: its code first, as everything hangs on it. */
export const NewVillage = () => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const person = useSignal(me)
  const { area = '' } = useRoute().params
  const { route } = useLocation()
  const [code, setCode] = useState('')
  const isCode = /^\d{7}$/.test(code) && code.startsWith(area)
  const back = `/villages/${area}`
  return (
    <Screen title={say(manageWords.addVillage)}>
      <p>
        <a href={back}>← {areaName(area, language)}</a>
      </p>
      {mayKeepRoster(person) ? (
        <>
          <TextField
            id="village-code"
            label={say(villageWords.code)}
            hint={say(villageWords.codeHint, { district: area })}
            inputMode="numeric"
            maxLength={7}
            value={code}
            onInput={setCode}
          />
          {isCode ? (
            <VillageForm
              village={undefined}
              newCode={code}
              reload={() => route(`${back}/${code}`)}
              onSaved={(village) => route(`${back}/${village.code}`)}
              onCancel={() => route(back)}
            />
          ) : null}
        </>
      ) : (
        <p class="error">{say(commonWords.noPermission)}</p>
      )}
    </Screen>
  )
}
