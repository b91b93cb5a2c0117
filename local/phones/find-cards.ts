import { countSmsParts } from '../../shared/domain/sms-parts.ts'
import type { OutboxEntry } from '../sns/outbox.ts'

/** One phone on the wall: its newest messages first. */
export type PhoneCard = { phone: string; count: number; messages: CardMessage[] }
type CardMessage = { id: string; text: string; senderId: string; atIso: string; parts: number }

/** More would make the page slow; the counts are of all. */
const maxCards = 200
const maxMessagesOfCard = 5

/**
 * The phones with the newest SMS, of those whose number or text holds what is searched for, or that are named. A
 * number may be searched as people write it (020 55…).
 */
export function findCards(
  entries: readonly OutboxEntry[],
  search: string,
  named: ReadonlySet<string> = new Set(),
): PhoneCard[] {
  const isFound = matcher(search)
  const matches = (entry: OutboxEntry): boolean => named.has(entry.phone) || isFound(entry)
  const cards = new Map<string, PhoneCard>()
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index]
    if (entry === undefined || !matches(entry)) continue
    const card = cards.get(entry.phone) ?? { phone: entry.phone, count: 0, messages: [] }
    if (card.count === 0 && cards.size === maxCards) continue
    card.count += 1
    if (card.messages.length < maxMessagesOfCard) card.messages.push(toMessage(entry))
    cards.set(entry.phone, card)
  }
  return [...cards.values()]
}

function matcher(search: string): (entry: OutboxEntry) => boolean {
  const wanted = search.trim().normalize('NFC').toLowerCase()
  if (wanted === '') return () => true
  const digits = wanted.replaceAll(/[\s()+-]/g, '').replace(/^(00856|856|0)/, '')
  const isNumber = /^\d{2,}$/.test(digits)
  return (entry) => (isNumber && entry.phone.includes(digits)) || entry.text.toLowerCase().includes(wanted)
}

function toMessage(entry: OutboxEntry): CardMessage {
  const { messageId, text, senderId, acceptedAtIso } = entry
  return { id: messageId, text, senderId, atIso: acceptedAtIso, parts: countSmsParts(text).parts }
}
