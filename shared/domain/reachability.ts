import type { Member, Village } from './village.ts'

/** What a carrier's receipt says of the number of one SMS. */
export type NumberNews = {
  phone: string
  alertId: string
  gatewayMessageId: string
  /** `failed`: for good, and the number itself is at fault. */
  said: 'reached' | 'failed'
}

/** So many failures in a row, over two alerts at least, and the number is quarantined. */
const failuresToQuarantine = 3
const alertsToQuarantine = 2

/** Numbers of one operator begin with as many characters: +856 20 and its digit. */
const operatorCharacters = 7
const fewestFailuresOfOperator = 10

const dayOf = (iso: string): string => iso.slice(0, 10)

/** A number that reached someone today and has no failure against it needs no write. */
const afterReached = (member: Member, nowIso: string): Member => {
  const isProvenToday = dayOf(member.lastProvenReachableAtIso ?? '') === dayOf(nowIso)
  if (isProvenToday && member.failedSms === undefined) return member
  return { ...member, lastProvenReachableAtIso: nowIso, failedSms: undefined }
}

const afterFailed = (member: Member, { alertId, gatewayMessageId }: NumberNews, nowIso: string): Member => {
  const before = member.failedSms ?? []
  const isKnown = before.some((failed) => failed.gatewayMessageId === gatewayMessageId)
  if (member.status !== 'active' || isKnown) return member
  const failedSms = [...before, { alertId, gatewayMessageId }].slice(-failuresToQuarantine)
  const alerts = new Set(failedSms.map((failed) => failed.alertId))
  return failedSms.length >= failuresToQuarantine && alerts.size >= alertsToQuarantine
    ? { ...member, status: 'quarantined', failedSms: undefined, quarantinedAtIso: nowIso }
    : { ...member, failedSms }
}

/**
 * The members after what carriers said of their numbers, each the same object where nothing changes. A number that
 * fails again and again is quarantined, never taken out: it then comes last in urgent alerts, and a village without
 * any other number is written to on it as before.
 */
export const membersAfter = (
  { members }: Pick<Village, 'members'>,
  news: readonly NumberNews[],
  nowIso: string,
): Member[] =>
  members.map((member) =>
    news
      .filter(({ phone }) => phone === member.phone)
      .reduce(
        (after, one) =>
          one.said === 'reached' ? afterReached(after, nowIso) : afterFailed(after, one, nowIso),
        member,
      ),
  )

/** Without failures of an operator most of whose numbers fail at once: then the operator is at fault. */
export const withoutOperatorFailures = <News extends NumberNews>(news: readonly News[]): News[] => {
  const operatorOf = ({ phone }: NumberNews): string => phone.slice(0, operatorCharacters)
  const counts = new Map<string, { reached: number; failed: number }>()
  for (const one of news) {
    const count = counts.get(operatorOf(one)) ?? { reached: 0, failed: 0 }
    count[one.said] += 1
    counts.set(operatorOf(one), count)
  }
  return news.filter((one) => {
    const { reached, failed } = counts.get(operatorOf(one)) ?? { reached: 0, failed: 0 }
    return one.said === 'reached' || failed < fewestFailuresOfOperator || failed <= reached
  })
}

/** A member whose number changes: what was said of the old one, its quarantine too, does not hold for the new. */
export const withoutProofs = (member: Member): Member => {
  const {
    lastProvenReachableAtIso: _proven,
    failedSms: _failed,
    quarantinedAtIso: _quarantined,
    ...rest
  } = member
  return rest.status === 'quarantined' ? { ...rest, status: 'active' } : rest
}
