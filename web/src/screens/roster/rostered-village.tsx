import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { areaName } from '../../names/area-name.ts'
import { mayKeepRoster, me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Tag } from '../../ui/tag.tsx'
import { villageName } from '../../names/village-name.ts'
import { commonWords } from '../../words/common-words.ts'
import { wholeNumber } from '../../words/dates.ts'
import { exposureChoices } from '../../words/exposure-words.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { rosterWords } from '../../words/roster-words.ts'
import { villageWords } from '../../words/village-words.ts'
import { Committee } from './committee.tsx'
import { isWithoutContact } from './find-villages.ts'
import { VillageForm } from './village-form.tsx'
import { MergedInto, VillageStanding } from './village-standing.tsx'

type View = AnswerOf<'GET /v1/villages/{code}'>

const Facts = ({ village }: { village: View }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const { latitude, longitude, households, exposure } = village
  const [own, other] =
    language === 'lo'
      ? [village.safePlaceLo, village.safePlaceEn]
      : [village.safePlaceEn, village.safePlaceLo]
  const unknown = say(villageWords.notKnown)
  const facts: readonly (readonly [string, string])[] = [
    [say(villageWords.safePlace), own ?? other ?? unknown],
    [say(rosterWords.exposure), exposure === undefined ? unknown : say(exposureChoices[exposure])],
    [
      say(villageWords.languagesSpoken),
      village.languagesSpoken.length === 0 ? unknown : village.languagesSpoken.join(', '),
    ],
    [say(villageWords.households), households === undefined ? unknown : wholeNumber(households)],
    [
      say(villageWords.place),
      latitude === undefined || longitude === undefined ? unknown : `${latitude}, ${longitude}`,
    ],
    [say(villageWords.code), village.code],
  ]
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type AboutProps = { village: View; mayEdit: boolean; onVillage: (village: View) => void; reload: () => void }

const AboutVillage = ({ village, mayEdit, onVillage, reload }: AboutProps) => {
  const say = useWords()
  const [editing, setEditing] = useState(false)
  if (editing) {
    return (
      <VillageForm
        village={village}
        reload={reload}
        onSaved={(saved) => {
          onVillage(saved)
          setEditing(false)
        }}
        onCancel={() => setEditing(false)}
      />
    )
  }
  return (
    <>
      <Facts village={village} />
      {mayEdit ? (
        <button type="button" onClick={() => setEditing(true)}>
          {say(villageWords.editVillage)}
        </button>
      ) : null}
    </>
  )
}

const OneVillage = ({ district, code }: { district: string; code: string }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const person = useSignal(me)
  const loaded = useLoaded(`roster ${code}`, () => callApi('GET /v1/villages/{code}', { params: { code } }))
  const [written, setWritten] = useState<View | undefined>(undefined)
  // What a save answered is newer than what was read before it; a reload is newer than both.
  const village = written ?? loaded.body
  useEffect(() => setWritten(undefined), [loaded.body])
  const { reload } = loaded
  const shared = {
    mayEdit: mayKeepRoster(person),
    onVillage: setWritten,
    reload,
  }
  return (
    <Screen title={villageName(village, code, language)}>
      <p>
        <a href={`/villages/${district}`}>← {areaName(district, language)}</a>
      </p>
      <LoadedState loaded={loaded} />
      {village === undefined ? null : (
        <>
          {village.status === 'provisional' ? <p class="error">{say(rosterWords.provisional)}</p> : null}
          {village.mergedInto === undefined ? null : <MergedInto code={village.mergedInto} />}
          {isWithoutContact({ status: village.status, contacts: village.committee.contacts }) ? (
            <p>
              <Tag tone="wrong">{say(rosterWords.withoutContact)}</Tag>
            </p>
          ) : null}
          <h2>{say(villageWords.committee)}</h2>
          <Committee village={village} {...shared} />
          <h2>{say(villageWords.about)}</h2>
          <AboutVillage village={village} {...shared} />
          {shared.mayEdit ? <VillageStanding village={village} {...shared} /> : null}
          <button type="button" class="plain" onClick={reload}>
            {say(commonWords.takeNewer)}
          </button>
        </>
      )}
    </Screen>
  )
}

/** A village of the roster with its committee, to read, and for admins to edit. */
export const RosteredVillage = () => {
  const { area = '', code = '' } = useRoute().params
  return <OneVillage key={code} district={area} code={code} />
}
