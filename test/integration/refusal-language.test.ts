import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import { problem } from '../../shared/contracts/problem.ts'
import { newKey } from '../support/alert-samples.ts'
import { startAllApis, type AllApis } from '../support/all-apis.ts'
import { readDocumentedRoutes, type DocumentedRoute } from '../support/document-requests.ts'
import { createLaoCheck } from '../support/lao-refusal.ts'
import { seedPlaces, userAt, type Things } from '../support/places.ts'

const { document, routes } = await readDocumentedRoutes()
const lao = createLaoCheck(document)
let apis: AllApis
let things: Things

beforeAll(async () => {
  apis = await startAllApis()
  things = await seedPlaces(apis)
})
afterAll(() => apis.stop())

/** What stands in path and query: the same everywhere, or things that there are. */
const namesIn = ({ parameters }: DocumentedRoute, place: 'path' | 'query', value: string | undefined) =>
  Object.fromEntries(
    parameters
      .filter((one) => one.in === place && (place === 'path' || value !== undefined || one.required))
      .map(({ name, example }) => [name, value ?? things[name] ?? String(example)]),
  )

type Change = {
  user?: string | null
  value?: string
  body?: unknown
  headers?: Readonly<Record<string, string>>
}

/** A request that is refused for what it changes, if the route looks at that. */
const refuse = (route: DocumentedRoute, { user = 'maker', value, body, headers }: Change) =>
  apis.call(route.definition, {
    user,
    params: namesIn(route, 'path', value),
    query: namesIn(route, 'query', value),
    headers: { ...newKey(), 'accept-language': 'lo-LA,lo;q=0.9,en;q=0.1', ...headers },
    ...(body === undefined ? {} : { body }),
  })

const expectLao = async (route: DocumentedRoute, change: Change): Promise<void> => {
  const answer = await refuse(route, change)
  if (answer.statusCode < 400) return
  expect(answer.statusCode).toBeLessThan(500)
  expect(answer.headers).toMatchObject({ 'content-language': 'lo', vary: 'accept-language' })
  expect(lao.foreignIn(answer.body ?? '')).toEqual([])
}

/** Every field at once with what it cannot be, so that each names its own fault. */
const wrongBodies = ({ body }: DocumentedRoute): unknown[] => {
  if (body === undefined) return []
  const fields = Object.keys(body.example ?? {})
  const filled = (value: unknown) => Object.fromEntries(fields.map((field) => [field, value]))
  return [
    '{',
    '',
    [],
    {},
    { nothing: 1 },
    ...['', '?', -1, [], ['?'], {}, null, '9'.repeat(3000)].map(filled),
  ]
}

const named = routes.map((route) => ({ name: route.operationId, route }))

describe.each(named)('refusals of $name', ({ route }) => {
  it('to whoever has no token, no rights, or no such thing are Lao alone where Lao is preferred', async () => {
    await expectLao(route, { user: null })
    await expectLao(route, { user: 'stranger' })
    await expectLao(route, { user: userAt('viewer', 'foreign') })
    await expectLao(route, { value: 'no-such-thing' })
    await expectLao(route, { value: '?' })
    await expectLao(route, { headers: { 'idempotency-key': '' } })
  })
})

describe.each(named.filter(({ route }) => route.body !== undefined))('bodies of $name', ({ route }) => {
  it('that cannot be are refused in Lao alone, in every field', async () => {
    for (const body of wrongBodies(route)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other: some of them may be taken
      await expectLao(route, { body, headers: { 'if-match': '*' } })
    }
  })
})

const wrongVillage = (headers: Record<string, string>) =>
  apis.roster.api.call(rosterRoutes.putVillage, {
    user: 'maker',
    params: { code: '1308777' },
    body: { nameLo: '', nameEn: '', latitude: 1 },
    headers,
  })

describe('the same refusal', () => {
  it('is English without a wish, with the same code and places', async () => {
    const [english, other] = await Promise.all([wrongVillage({}), wrongVillage({ 'accept-language': 'lo' })])

    expect(english.headers).toMatchObject({ 'content-language': 'en', vary: 'accept-language' })
    const inEnglish = problem.parse(JSON.parse(english.body ?? ''))
    const inLao = problem.parse(JSON.parse(other.body ?? ''))
    expect(inEnglish.errors.map(({ message }) => message)).toContain('Give a name in Lao or English.')
    expect(inLao.errors.map(({ path }) => path)).toEqual(inEnglish.errors.map(({ path }) => path))
    expect(inLao.errors.map(({ message }) => message)).toContain('ໃສ່ຊື່ພາສາລາວ ຫຼື ອັງກິດ.')
    expect(inLao).toMatchObject({ code: inEnglish.code, status: inEnglish.status, type: inEnglish.type })
  })
})
