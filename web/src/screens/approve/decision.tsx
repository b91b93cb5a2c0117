import type { Alert, Version } from '../../api/alert.ts'
import { Approved } from './approved.tsx'
import { Decide } from './decide.tsx'
import { Draft } from './draft.tsx'
import { Review } from './review.tsx'

type Props = {
  alert: Alert
  version: Version
  /** A version that one person issued alone, for another one to look at. */
  toReview: Version | undefined
  onDone: () => void
}

/** What there is to decide about a version that was not sent, or about one that was sent by one person alone. */
export const Decision = ({ toReview, ...decision }: Props) => {
  const { state } = decision.version
  return (
    <>
      {state === 'draft' ? <Draft {...decision} /> : null}
      {state === 'submitted' ? <Decide {...decision} /> : null}
      {state === 'approved' ? <Approved {...decision} /> : null}
      {toReview === undefined ? null : <Review {...decision} version={toReview} />}
    </>
  )
}
