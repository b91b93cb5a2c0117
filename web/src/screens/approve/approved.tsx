import type { Alert, Version } from '../../api/alert.ts'
import { approveWords } from '../../words/approve-words.ts'
import { fullTime } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { Glass } from './glass.tsx'
import { InWords } from './in-words.tsx'
import { rejectAlert } from './reject-alert.ts'
import { useHeads } from './use-heads.ts'

type Props = { alert: Alert; version: Version; onDone: () => void }

/** What was approved and is not on its way: what it waits for, and the way out. */
export const Approved = ({ alert, version, onDone }: Props) => {
  const say = useWords()
  const heads = useHeads(alert)
  return (
    <>
      <p class="card">{say(approveWords.approvedWaits, { time: fullTime(version.expiresAtIso) })}</p>
      <InWords alert={alert} version={version} heads={heads} />
      <Glass
        id="drop-reason"
        words={{ opens: approveWords.dropApproved, does: approveWords.dropWhy, press: approveWords.reject }}
        call={(reason, idempotencyKey) => rejectAlert(alert, reason, idempotencyKey)}
        onDone={onDone}
      />
    </>
  )
}
