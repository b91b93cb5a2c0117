import { contactsOf, isAlerted, planDispatches } from './committee.ts'
import type { Language, Village } from './village.ts'

/** What the villages of a district (or some of them) come to; `recipientsByLanguage` counts each phone once. */
export type VillageCounts = {
  villages: number
  villagesWithoutContact: number
  villagesWithoutSafePlace: number
  members: number
  women: number
  recipientsByLanguage: Partial<Record<Language, number>>
}

export const noVillages: VillageCounts = {
  villages: 0,
  villagesWithoutContact: 0,
  villagesWithoutSafePlace: 0,
  members: 0,
  women: 0,
  recipientsByLanguage: {},
}

/** Counts villages of ONE district: phones are told apart within it, as fan-out does. */
export const countVillages = (villages: readonly Village[]): VillageCounts => {
  const alerted = villages.filter(isAlerted)
  const staying = alerted.flatMap((village) => village.members.filter((member) => member.status !== 'left'))
  const recipientsByLanguage: Partial<Record<Language, number>> = {}
  for (const { recipients } of planDispatches(alerted, 'urgent')) {
    for (const { language, sharedWith } of recipients) {
      if (sharedWith === undefined) recipientsByLanguage[language] = (recipientsByLanguage[language] ?? 0) + 1
    }
  }
  return {
    villages: alerted.length,
    villagesWithoutContact: alerted.filter((village) => contactsOf(village.members, 'urgent').length === 0)
      .length,
    villagesWithoutSafePlace: alerted.filter(
      (village) => village.safePlaceLo === undefined && village.safePlaceEn === undefined,
    ).length,
    members: staying.length,
    women: staying.filter((member) => member.sex === 'female').length,
    recipientsByLanguage,
  }
}

/** Adds the counts of several districts up. */
export const addCounts = (counts: readonly VillageCounts[]): VillageCounts =>
  counts.reduce((sum, next) => {
    const recipientsByLanguage = { ...sum.recipientsByLanguage }
    for (const language of ['lo', 'en'] as const) {
      const added = (recipientsByLanguage[language] ?? 0) + (next.recipientsByLanguage[language] ?? 0)
      if (added > 0) recipientsByLanguage[language] = added
    }
    return {
      villages: sum.villages + next.villages,
      villagesWithoutContact: sum.villagesWithoutContact + next.villagesWithoutContact,
      villagesWithoutSafePlace: sum.villagesWithoutSafePlace + next.villagesWithoutSafePlace,
      members: sum.members + next.members,
      women: sum.women + next.women,
      recipientsByLanguage,
    }
  }, noVillages)

/** How many SMS the counts come to. */
export const recipientsOf = (counts: Pick<VillageCounts, 'recipientsByLanguage'>): number =>
  Object.values(counts.recipientsByLanguage).reduce((sum, count) => sum + count, 0)
