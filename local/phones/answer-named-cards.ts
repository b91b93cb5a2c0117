import type { ServerResponse } from 'node:http'
import * as z from 'zod'
import type { People, PhoneOwner } from './find-people.ts'

const cardsOfPhones = z.looseObject({ cards: z.array(z.looseObject({ phone: z.string() })) })
/** As many numbers as an address may hold. */
const maxPhones = 400

const nameOf = ({ name, village }: PhoneOwner): string =>
  [name, village?.code, village?.nameLo, village?.nameEn].join(' ').normalize('NFC').toLowerCase()

/** The phones of people and villages whose names hold what is searched for. */
export function findPhonesByName(people: People, search: string): string[] {
  const wanted = search.trim().normalize('NFC').toLowerCase()
  if (wanted === '') return []
  return [...people]
    .filter(([, owners]) => owners.some((owner) => nameOf(owner).includes(wanted)))
    .map(([phone]) => phone)
    .slice(0, maxPhones)
}

/**
 * Answers `/phones/cards` with whose phones they are. The SMS endpoint knows numbers alone, and the roster of the run
 * knows the people; without the roster the numbers are shown all the same.
 */
export async function answerNamedCards(
  smsOrigin: string,
  findPeople: () => Promise<People>,
  search: string,
  response: ServerResponse,
): Promise<void> {
  const people = await findPeople().catch((): People => new Map())
  const query = new URLSearchParams({ search, phones: findPhonesByName(people, search).join(',') })
  const answer = await fetch(`${smsOrigin}/phones/cards?${query.toString()}`)
  const { cards, ...counts } = cardsOfPhones.parse(await answer.json())
  const named = cards.map((card) => ({ ...card, owners: people.get(card.phone) ?? [] }))
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ ...counts, cards: named }))
}
