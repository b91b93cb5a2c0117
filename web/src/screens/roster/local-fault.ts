import type { Say } from '../../words/language.ts'
import { fieldFaultsLo } from '../../words/roster-words.ts'

const english: Readonly<Record<string, string>> = {
  nameLo: 'Give a name in Lao or English.',
  latitude: 'Give decimal degrees, like 16.2912.',
  longitude: 'Give decimal degrees, like 105.3000.',
  households: 'Give a whole number.',
  name: 'Give a name.',
  phone: 'Give a phone number.',
  code: 'Give 7 digits that begin with the district’s 4.',
}

/** A fault that the form finds itself, before anything is sent. */
export const localFault = (say: Say, field: string): string =>
  say({ en: english[field] ?? '', lo: fieldFaultsLo[field] ?? '' })
