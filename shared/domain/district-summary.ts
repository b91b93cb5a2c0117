import { contactsOf, isAlerted, planDispatches } from './committee.ts'
import { languages, type Language, type Village } from './village.ts'

/** Recipients by language, each phone of a district once. */
export type RecipientCounts = Partial<Record<Language, number>>

/** What the villages of a district (or some of them) come to. */
export type VillageCounts = {
  villages: number
  villagesWithoutContact: number
  villagesWithoutSafePlace: number
  members: number
  women: number
  /** Of an urgent alert. */
  recipientsByLanguage: RecipientCounts
  /** Of a routine one, which spares quarantined numbers. */
  routineRecipientsByLanguage: RecipientCounts
}

export const noVillages: VillageCounts = {
  villages: 0,
  villagesWithoutContact: 0,
  villagesWithoutSafePlace: 0,
  members: 0,
  women: 0,
  recipientsByLanguage: {},
  routineRecipientsByLanguage: {},
}

const countRecipients = (villages: readonly Village[], lane: 'urgent' | 'routine'): RecipientCounts => {
  const counts: RecipientCounts = {}
  for (const { recipients } of planDispatches(villages, lane)) {
    for (const { language, sharedWith } of recipients) {
      if (sharedWith === undefined) counts[language] = (counts[language] ?? 0) + 1
    }
  }
  return counts
}

/** Counts villages of ONE district: phones are told apart within it, as fan-out does. */
export const countVillages = (villages: readonly Village[]): VillageCounts => {
  const alerted = villages.filter(isAlerted)
  const staying = alerted.flatMap((village) => village.members.filter((member) => member.status !== 'left'))
  return {
    villages: alerted.length,
    villagesWithoutContact: alerted.filter((village) => contactsOf(village.members, 'urgent').length === 0)
      .length,
    villagesWithoutSafePlace: alerted.filter(
      (village) => village.safePlaceLo === undefined && village.safePlaceEn === undefined,
    ).length,
    members: staying.length,
    women: staying.filter((member) => member.sex === 'female').length,
    recipientsByLanguage: countRecipients(alerted, 'urgent'),
    routineRecipientsByLanguage: countRecipients(alerted, 'routine'),
  }
}

const addRecipients = (a: RecipientCounts, b: RecipientCounts): RecipientCounts => {
  const sum = { ...a }
  for (const language of languages) {
    const added = (a[language] ?? 0) + (b[language] ?? 0)
    if (added > 0) sum[language] = added
  }
  return sum
}

/** Adds the counts of several districts up. */
export const addCounts = (counts: readonly VillageCounts[]): VillageCounts =>
  counts.reduce(
    (sum, next) => ({
      villages: sum.villages + next.villages,
      villagesWithoutContact: sum.villagesWithoutContact + next.villagesWithoutContact,
      villagesWithoutSafePlace: sum.villagesWithoutSafePlace + next.villagesWithoutSafePlace,
      members: sum.members + next.members,
      women: sum.women + next.women,
      recipientsByLanguage: addRecipients(sum.recipientsByLanguage, next.recipientsByLanguage),
      routineRecipientsByLanguage: addRecipients(
        sum.routineRecipientsByLanguage,
        next.routineRecipientsByLanguage,
      ),
    }),
    noVillages,
  )

/** The recipients that an alert of this lane has. */
export const recipientsInLane = (counts: VillageCounts, lane: 'urgent' | 'routine'): RecipientCounts =>
  lane === 'urgent' ? counts.recipientsByLanguage : counts.routineRecipientsByLanguage

/** How many SMS they come to. */
export const sumRecipients = (counts: RecipientCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)
