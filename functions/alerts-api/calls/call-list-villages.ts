import type * as z from 'zod'
import type { callListVillage } from '../../../shared/contracts/calls.ts'
import { callOrder, lastOutcomes } from '../../../shared/domain/call-list.ts'
import { deliveryStates } from '../../../shared/domain/delivery.ts'
import { tallyOf } from '../../../shared/domain/dispatch.ts'
import { coverageOfVillage } from '../../../shared/progress/called-village.ts'
import { waitsSince, type RankedVillage } from '../../../shared/progress/rank-villages.ts'
import { toCallContact, toCalledVillage, toCallViews } from './call-view.ts'

type ListedVillage = z.input<typeof callListVillage>

/** What the whole list has in common. */
type ListView = { nowEpochSeconds: number; phonesShown: boolean }

const contactsOf = ({ called, calls }: RankedVillage, phonesShown: boolean): ListedVillage['contacts'] => {
  const outcomes = lastOutcomes(calls)
  const recipients = new Map(
    called.dispatch?.recipients.map((recipient) => [recipient.memberId, recipient.state]) ?? [],
  )
  return callOrder(called.village?.members ?? [], outcomes).map((member) => ({
    ...toCallContact(member, phonesShown),
    smsState: recipients.get(member.id) ?? null,
    lastOutcome: outcomes.get(member.id) ?? null,
  }))
}

/** A ranked village as the list shows it. */
export const toListedVillage = (
  ranked: RankedVillage,
  { nowEpochSeconds, phonesShown }: ListView,
): ListedVillage => {
  const { village, called, calls, reason, exposure } = ranked
  const tally = tallyOf(called.dispatch?.recipients ?? [])
  return {
    ...toCalledVillage(village, called.village),
    exposure,
    reason,
    coverage: coverageOfVillage(called, calls),
    minutesWaiting: Math.max(0, Math.floor((nowEpochSeconds - waitsSince(ranked)) / 60)),
    tried: Object.fromEntries(
      deliveryStates.filter((state) => tally[state] > 0).map((state) => [state, tally[state]]),
    ),
    calls: toCallViews(calls, called.village),
    contacts: contactsOf(ranked, phonesShown),
  }
}
