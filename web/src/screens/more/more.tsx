import { useEffect, useState } from 'preact/hooks'
import { consoleSettings } from '../../sign-in/console-settings.ts'
import { me, type Me } from '../../sign-in/me.ts'
import { signOut } from '../../sign-in/sign-out.ts'
import { useSignal } from '../../signal.ts'
import { Screen } from '../../ui/screen.tsx'
import { commonWords } from '../../words/common-words.ts'
import { chosenLanguage, useWords, type Words } from '../../words/language.ts'
import { moreWords } from '../../words/more-words.ts'

type Place = {
  href: string
  words: Words
  why: Words
  /** Who is led there; undefined: everybody. */
  may?: Me['may'][number]
  /** Not of the console: the browser goes there itself. */
  isOutside?: true
}

const toPrepare: readonly Place[] = [
  { href: '/templates', words: moreWords.templates, why: moreWords.templatesWhy },
  { href: '/schedules', words: moreWords.schedules, why: moreWords.schedulesWhy },
  { href: '/drills', words: moreWords.drills, why: moreWords.drillsWhy },
  { href: '/guide', words: moreWords.guide, why: moreWords.guideWhy },
]

const toKeep: readonly Place[] = [
  {
    href: '/villages/import',
    words: moreWords.files,
    why: moreWords.filesWhy,
    may: 'keep-rosters',
  },
  { href: '/users', words: moreWords.users, why: moreWords.usersWhy, may: 'keep-users' },
  { href: '/budgets', words: moreWords.budgets, why: moreWords.budgetsWhy },
  { href: '/audit', words: moreWords.audit, why: moreWords.auditWhy, may: 'read-audit' },
  {
    href: '/dead-letters',
    words: moreWords.deadLetters,
    why: moreWords.deadLettersWhy,
    may: 'stop-all-sending',
  },
  { href: '/account-stop', words: moreWords.accountStop, why: moreWords.accountStopWhy },
]

const phones: Place = {
  href: '/phones',
  words: moreWords.phones,
  why: moreWords.phonesWhy,
  isOutside: true,
}

const Places = ({ title, places }: { title: Words; places: readonly Place[] }) => {
  const say = useWords()
  const person = useSignal(me)
  const language = useSignal(chosenLanguage)
  const own = places.filter(({ may }) => may === undefined || person?.may.includes(may) === true)
  return (
    <section>
      <h2>{say(title)}</h2>
      <ul class="plain-list places">
        {own.map(({ href, words, why, isOutside }) => (
          <li key={href}>
            <a href={isOutside ? `${href}?lang=${language}` : href} target={isOutside ? '_top' : undefined}>
              {say(words)}
            </a>
            <span class="hint">{say(why)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whether this installation shows what phones get: on one machine alone. */
const useHasPhones = (): boolean => {
  const [has, setHas] = useState(false)
  useEffect(() => {
    consoleSettings().then(
      (settings) => setHas(settings.phones),
      () => setHas(false),
    )
  }, [])
  return has
}

/** Where everything is found that one needs less often, and the way out. */
export const More = () => {
  const say = useWords()
  const person = useSignal(me)
  const hasPhones = useHasPhones()
  const here = { href: '/settings', words: moreWords.settings, why: moreWords.settingsWhy }
  return (
    <Screen title={say(commonWords.more)}>
      <Places title={moreWords.prepare} places={hasPhones ? [...toPrepare, phones] : toPrepare} />
      <Places title={moreWords.keep} places={toKeep} />
      <Places title={moreWords.here} places={[here]} />
      <p>{say(moreWords.signedInAs, { name: person?.name ?? '' })}</p>
      <button type="button" onClick={() => void signOut()}>
        {say(commonWords.signOut)}
      </button>
    </Screen>
  )
}
