import type { ComponentChildren } from 'preact'
import { me, type Me } from '../sign-in/me.ts'
import { useSignal } from '../signal.ts'
import { commonWords } from '../words/common-words.ts'
import { useWords } from '../words/language.ts'
import { Screen } from './screen.tsx'

type Props = { may: Me['may'][number]; title: string; children: ComponentChildren }

/** A screen for those whose roles are for it; everybody else is told in words. What may be done the API decides. */
export const OnlyWhoMay = ({ may, title, children }: Props) => {
  const say = useWords()
  const person = useSignal(me)
  return (
    <Screen title={title}>
      {person?.may.includes(may) === true ? children : <p class="error">{say(commonWords.noPermission)}</p>}
    </Screen>
  )
}
