import { useState } from 'preact/hooks'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useSend } from '../../api/use-send.ts'
import { SendButton } from '../../ui/send-button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { auditWords } from '../../words/audit-words.ts'
import { wholeNumber } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'

type Verification = AnswerOf<'GET /v1/audit/verify'>

const Verified = ({ found }: { found: Verification }) => {
  const say = useWords()
  const known = found.known.map(({ by }) =>
    by === 'alert' ? say(auditWords.alertItself) : say(auditWords.anchor, { day: by.replace(/^\D+/, '') }),
  )
  return (
    <>
      <p>
        {found.intact ? (
          <Tag tone="done">{say(auditWords.intact, { rows: wholeNumber(found.rows) })}</Tag>
        ) : (
          <Tag tone="wrong">{say(auditWords.broken, { n: found.faults.length })}</Tag>
        )}
      </p>
      <ul>
        {found.faults.map((fault) => (
          <li key={`${fault.kind} ${fault.sequence} ${fault.by ?? ''}`}>{say(fault)}</li>
        ))}
      </ul>
      <p>
        {known.length === 0
          ? say(auditWords.onlyItself)
          : say(auditWords.knownBy, { by: [...new Set(known)].join(', ') })}
      </p>
      {found.openIntents.length === 0 ? null : (
        <p>{say(auditWords.open, { n: wholeNumber(found.openIntents.length) })}</p>
      )}
    </>
  )
}

/** Asks whether a chain is whole and unchanged, and says it in words. */
export const VerifyChain = ({ chain }: { chain: string }) => {
  const say = useWords()
  const [found, setFound] = useState<Verification | undefined>(undefined)
  const sending = useSend(() => callApi('GET /v1/audit/verify', { query: { chain } }), setFound)
  return (
    <>
      <SendButton kind="usual" sending={sending}>
        {say(auditWords.verify)}
      </SendButton>
      <div role="status">{found === undefined ? null : <Verified found={found} />}</div>
    </>
  )
}
