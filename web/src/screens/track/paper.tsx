import { downloadCsv } from '../../api/download-csv.ts'
import { useSend } from '../../api/use-send.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { callListWords } from '../../words/call-list-words.ts'
import { useWords } from '../../words/language.ts'

type Props = { path: `/v1/${string}`; fileName: string }

/** A list taken along: on paper, or as a file. */
export const Paper = ({ path, fileName }: Props) => {
  const say = useWords()
  const saving = useSend(
    () => downloadCsv(path, fileName),
    () => undefined,
  )
  return (
    <p>
      <button type="button" onClick={() => window.print()}>
        {say(callListWords.print)}
      </button>{' '}
      <SendButton sending={saving} kind="usual">
        {say(callListWords.csv)}
      </SendButton>
    </p>
  )
}
