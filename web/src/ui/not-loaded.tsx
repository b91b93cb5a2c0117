import { commonWords } from '../words/common-words.ts'
import { useWords } from '../words/language.ts'
import { Failure } from './failure.tsx'
import { Screen } from './screen.tsx'

/** A screen that was never opened on this device, when there is no network to fetch it by. */
export const NotLoaded = () => {
  const say = useWords()
  return (
    <Screen title={say(commonWords.failed)}>
      <Failure failure={{ kind: 'offline' }} retry={() => location.reload()} />
    </Screen>
  )
}
