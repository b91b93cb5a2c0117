import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { newerConsole } from '../newer-console.ts'
import { session } from '../sign-in/session.ts'
import { useSignal } from '../signal.ts'
import { commonWords } from '../words/common-words.ts'
import { chooseLanguage, chosenLanguage, useWords } from '../words/language.ts'

const changes = ['online', 'offline']

const useOnline = (): boolean => {
  const [online, setOnline] = useState(true)
  useEffect(() => {
    const take = (): void => setOnline(navigator.onLine)
    take()
    for (const change of changes) addEventListener(change, take)
    return () => changes.forEach((change) => removeEventListener(change, take))
  }, [])
  return online
}

const menu = [
  { href: '/', words: commonWords.home },
  { href: '/alerts', words: commonWords.alerts },
  { href: '/villages', words: commonWords.roster },
  { href: '/more', words: commonWords.more },
] as const

/** The place of the menu that a screen belongs to: what is of none of the others is found under the last. */
const placeOf = (path: string): string =>
  path === '/' ? path : (/^\/(alerts|villages)/.exec(path)?.[0] ?? '/more')

const Menu = () => {
  const say = useWords()
  const { path } = useLocation()
  return (
    <nav aria-label={say(commonWords.menu)}>
      {menu.map(({ href, words }) => (
        <a key={href} href={href} aria-current={placeOf(path) === href ? 'page' : undefined}>
          {say(words)}
        </a>
      ))}
    </nav>
  )
}

/** Each language is named in itself, so that whoever needs it can read it. */
const LanguageSwitch = () => {
  const other = useSignal(chosenLanguage) === 'lo' ? 'en' : 'lo'
  return (
    <button type="button" class="plain" lang={other} onClick={() => chooseLanguage(other)}>
      {other === 'en' ? 'English' : 'ພາສາລາວ'}
    </button>
  )
}

const Banners = () => {
  const say = useWords()
  const online = useOnline()
  const newer = useSignal(newerConsole)
  return (
    <>
      <div role="status">{online ? null : <p class="banner">{say(commonWords.offline)}</p>}</div>
      {newer === undefined ? null : (
        <p class="banner">
          {say(commonWords.newer)}{' '}
          <button type="button" class="plain" onClick={newer.take}>
            {say(commonWords.takeNewer)}
          </button>
        </p>
      )}
    </>
  )
}

/** What stands around every screen: name, menu, language, and what everybody must know (no network). */
export const Frame = ({ children }: { children: ComponentChildren }) => {
  const say = useWords()
  const signedIn = useSignal(session) !== undefined
  const [painted, setPainted] = useState(false)
  useEffect(() => setPainted(true), [])
  return (
    <>
      <a class="skip" href="#main">
        {say(commonWords.skip)}
      </a>
      <header>
        <a class="name" href="/">
          Siang <span lang="lo">ສຽງ</span>
        </a>
        {painted && signedIn ? <Menu /> : null}
        <LanguageSwitch />
      </header>
      <Banners />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
