import { useRoute } from 'preact-iso'
import { callSheetWords, dutyLabels } from '../../../../shared/domain/call-words.ts'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { areaName } from '../../names/area-name.ts'
import { exposureText } from '../../words/exposure-text.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { villageName } from '../../names/village-name.ts'
import { fullTime } from '../../words/dates.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { villageWords } from '../../words/village-words.ts'
import { readablePhone } from './mask-phone.ts'

type Sheet = AnswerOf<'GET /v1/districts/{district}/call-sheet'>
type Village = Sheet['villages'][number]

const SheetVillage = ({ village }: { village: Village }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const [own, other] =
    language === 'lo'
      ? [village.safePlaceLo, village.safePlaceEn]
      : [village.safePlaceEn, village.safePlaceLo]
  const facts = [
    exposureText(say, village.exposure),
    own === null && other === null ? undefined : `${say(callSheetWords.safePlace)}: ${own ?? other ?? ''}`,
    village.languagesSpoken.length === 0
      ? undefined
      : `${say(callSheetWords.languages)}: ${village.languagesSpoken.join(', ')}`,
  ].filter((fact) => fact !== undefined)
  return (
    <section class="sheet">
      <h2>
        {villageName(village, village.village, language)} <span class="hint">{village.village}</span>
      </h2>
      {facts.length === 0 ? null : <p>{facts.join(' · ')}</p>}
      {village.contacts.length === 0 ? <p class="error">{say(villageWords.nobody)}</p> : null}
      <ol>
        {village.contacts.map((contact) => (
          <li key={contact.memberId}>
            {contact.name}, {say(dutyLabels[contact.duty])}:{' '}
            <a href={`tel:${contact.phone}`}>{readablePhone(contact.phone)}</a>
            {contact.quarantined ? ` (${say(callSheetWords.quarantined)})` : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

const SheetOf = ({ district }: { district: string }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const loaded = useLoaded(`sheet ${district}`, () =>
    callApi('GET /v1/districts/{district}/call-sheet', { params: { district } }),
  )
  const sheet = loaded.body
  return (
    <Screen title={say(callSheetWords.callSheet, { district: areaName(district, language) })}>
      <p>
        <a href={`/villages/${district}`}>← {areaName(district, language)}</a>
      </p>
      <LoadedState loaded={loaded} />
      {sheet === undefined ? null : (
        <>
          <p>{say(villageWords.sheetWhy)}</p>
          <p>
            {say(callSheetWords.asOf)}: {fullTime(sheet.asOfIso)}
          </p>
          <button type="button" onClick={() => window.print()}>
            {say(villageWords.print)}
          </button>
          {sheet.villages.length === 0 ? <p>{say(villageWords.emptySheet)}</p> : null}
          <div class="sheets">
            {sheet.villages.map((village) => (
              <SheetVillage key={village.village} village={village} />
            ))}
          </div>
        </>
      )}
    </Screen>
  )
}

/** Whom to call in a district, to print before power is out. */
export const CallSheet = () => {
  const { area = '' } = useRoute().params
  return <SheetOf key={area} district={area} />
}
