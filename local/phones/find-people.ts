import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { dutyLabels } from '../../shared/domain/call-words.ts'
import { createSummaryStore } from '../../shared/store/summary-store.ts'
import { createUserStore } from '../../shared/store/user-store.ts'
import { createVillageStore } from '../../shared/store/village-store.ts'

type Both = { en: string; lo: string }

/** Whose phone it is: somebody of a committee, or an officer or admin, who has no village. */
export type PhoneOwner = {
  name: string
  duty: Both | null
  village: { code: string; nameLo: string; nameEn: string } | null
}

/** Everybody who has a phone, by its number in E.164; a phone may be of several. */
export type People = ReadonlyMap<string, readonly PhoneOwner[]>

/** A demonstration asks all the time; the roster changes now and then. */
const keptMs = 5000

/** Tells whose phones they are, as the roster of the run says it by now. */
export function createFindPeople(dynamodbOrigin: string, rosterTable: () => string) {
  const client = new DynamoDBClient({
    endpoint: dynamodbOrigin,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const documents = DynamoDBDocumentClient.from(client)
  const read = async (): Promise<People> => {
    const table = rosterTable()
    const [summaries, villages, users] = [
      createSummaryStore(documents, table),
      createVillageStore(documents, table),
      createUserStore(documents, table),
    ]
    const people = new Map<string, PhoneOwner[]>()
    const add = (phone: string | undefined, owner: PhoneOwner): void => {
      if (phone !== undefined) people.set(phone, [...(people.get(phone) ?? []), owner])
    }
    for (const { district } of await summaries.list('')) {
      // oxlint-disable-next-line no-await-in-loop -- one small store after the other
      for (const { code, nameLo, nameEn, members } of await villages.listDistrict(district)) {
        for (const { name, phone, duty, status } of members) {
          if (status === 'left') continue
          const { en, lo } = dutyLabels[duty]
          add(phone, { name, duty: { en, lo }, village: { code, nameLo, nameEn } })
        }
      }
    }
    for (const { phone, name } of await users.list()) add(phone, { name, duty: null, village: null })
    return people
  }
  let known: { reading: Promise<People>; readAtMs: number } | undefined
  return {
    find: (): Promise<People> => {
      if (known === undefined || performance.now() - known.readAtMs > keptMs) {
        known = { reading: read(), readAtMs: performance.now() }
        known.reading.catch(() => {
          known = undefined
        })
      }
      return known.reading
    },
    close: () => client.destroy(),
  }
}
