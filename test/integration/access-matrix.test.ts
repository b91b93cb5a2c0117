import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, type Role } from '../../shared/domain/user.ts'
import { accessExpectations, accessWishes, type AccessExpectation } from '../support/access-expectations.ts'
import { newKey } from '../support/alert-samples.ts'
import { startAllApis, type AllApis } from '../support/all-apis.ts'
import { readDocumentedRoutes, type DocumentedRoute } from '../support/document-requests.ts'
import { admits, places, seedPlaces, userAt, type Place, type Things } from '../support/places.ts'

const { routes } = await readDocumentedRoutes()
let apis: AllApis
let things: Things
let calls = 0

beforeAll(async () => {
  apis = await startAllApis()
  things = await seedPlaces(apis)
})
afterAll(() => apis.stop())

type Wish = ReturnType<NonNullable<(typeof accessWishes)[string]>>
type Outcome = { status: number; code: unknown; body: unknown }

/** Stands for what does not exist, in the form of what does. */
const unknown: Things = {
  alertId: 'no-such-alert',
  scheduleId: 'no-such-schedule',
  importId: 'no-such-import',
  exportId: 'no-such-export',
  memberId: 'no-such-member',
  userId: 'no-such-user',
  templateId: 'no-such-template',
  district: '1399',
  area: '1399',
  lane: 'routine',
  code: '1308999',
}

const paramsOf = ({ parameters, operationId }: DocumentedRoute, known: Things): Record<string, string> =>
  Object.fromEntries(
    parameters
      .filter((one) => one.in === 'path')
      .map(({ name }) => {
        const value = known[name]
        if (value === undefined) {
          throw new Error(
            `${operationId} has {${name}} in its path, which the access matrix does not know: make one that ` +
              'belongs to the district 1308 in seedPlaces (test/support/places.ts), and name one that does not exist here',
          )
        }
        return [name, value]
      }),
  )

const queryOf = ({ parameters }: DocumentedRoute, known: Things): Record<string, string> =>
  Object.fromEntries(
    parameters
      .filter((one) => one.in === 'query' && one.required)
      .map(({ name, example }) => [name, known[name] ?? String(example)]),
  )

const send = async (
  route: DocumentedRoute,
  user: string | null,
  known: Things,
  wish: Wish = {},
): Promise<Outcome> => {
  calls += 1
  const given = { ...accessWishes[route.operationId]?.(calls), ...wish }
  const body = 'body' in given ? given.body : route.body?.example
  const { statusCode, body: text } = await apis.call(route.definition, {
    user,
    params: { ...paramsOf(route, known), ...given.params },
    query: { ...queryOf(route, known), ...given.query },
    headers: { ...newKey(), 'if-match': '*', ...given.headers },
    ...(body === undefined ? {} : { body }),
  })
  const answered: unknown = text === undefined ? undefined : JSON.parse(text)
  const code =
    typeof answered === 'object' && answered !== null && 'code' in answered ? answered.code : undefined
  return { status: statusCode, code, body: answered }
}

/** Let in: done, or refused for a reason that only who is let in is told. */
const isLetIn = (route: DocumentedRoute, { status, code }: Outcome): boolean =>
  status === route.definition.status || status === 409 || status === 412 || code === 'needs-another-person'

const expectLetIn = (route: DocumentedRoute, who: string, outcome: Outcome): void => {
  expect(
    isLetIn(route, outcome),
    `${who} must be let in and got ${outcome.status}: ${JSON.stringify(outcome.body)}`,
  ).toBe(true)
}

/** 404, to the letter like what does not exist. */
const expectHidden = (who: string, outcome: Outcome, ofUnknown: Outcome): void => {
  expect(outcome.status, `${who} must get 404 and got ${JSON.stringify(outcome.body)}`).toBe(404)
  expect(outcome, `${who} can tell what is foreign from what is not there`).toEqual(ofUnknown)
}

const tryPlace = async (route: DocumentedRoute, role: Role, place: Place): Promise<void> => {
  const { areas } = route.definition.access
  const user = userAt(role, place)
  if (areas.in === 'none') {
    expectLetIn(route, user, await send(route, user, things))
    return
  }
  if (areas.in === 'use-case') {
    await tryExpectation(route, user, place, expectationOf(route))
    return
  }
  for (const code of ['1308001', '1308002']) {
    const known: Things = { ...things, code, memberId: `m-${code}-0` }
    const isIn = admits(place, known[areas.name] ?? '', areas.enough)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, since they may change the same village
    const outcome = await send(route, user, known)
    if (isIn) expectLetIn(route, `${user} at ${code}`, outcome)
    // oxlint-disable-next-line no-await-in-loop -- as above
    else expectHidden(`${user} at ${code}`, outcome, await send(route, user, unknown))
  }
}

const expectationOf = ({ operationId, definition }: DocumentedRoute): AccessExpectation => {
  const expectation = accessExpectations[operationId]
  if (expectation === undefined) {
    throw new Error(
      `${operationId} (${definition.method} ${definition.path}) checks areas in its use case, and nobody has said ` +
        'what is expected of it: add it to accessExpectations in test/support/access-expectations.ts, with who is ' +
        'let at a thing of the district 1308 and what the others get',
    )
  }
  return expectation
}

const tryExpectation = async (
  route: DocumentedRoute,
  user: string,
  place: Place,
  expectation: AccessExpectation,
): Promise<void> => {
  const isIn = expectation.admits.includes(place)
  await expectation.before?.(apis)
  if (expectation.others === 'unlisted') {
    const outcome = await send(route, user, things, expectation.wish?.(things))
    expect(outcome.status, `${user} got ${JSON.stringify(outcome.body)}`).toBe(route.definition.status)
    expect(expectation.holds(outcome.body), `${user} ${isIn ? 'misses' : 'sees'} what is of 1308`).toBe(isIn)
    return
  }
  const wishOf = (known: Things, area: string) =>
    expectation.others === 'unnamed' ? expectation.wish(area) : expectation.wish?.(known)
  const outcome = await send(route, user, things, wishOf(things, '1308'))
  if (isIn) {
    expectLetIn(route, user, outcome)
    return
  }
  const ofUnknown = await send(route, user, unknown, wishOf(unknown, '1399'))
  if (expectation.others === 'hidden') expectHidden(user, outcome, ofUnknown)
  else expect(outcome, `${user} can tell a foreign area from none`).toEqual({ ...ofUnknown, status: 422 })
}

describe.each(routes.map((route) => [`${route.definition.method} ${route.definition.path}`, route] as const))(
  '%s',
  (_name, route) => {
    const allowed = roles.filter((role) => route.definition.access.roles.includes(role))

    it('lets in who has the role and the areas, and answers others like for what is not there', async () => {
      for (const role of allowed) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, since they may change the same thing
        for (const place of places) await tryPlace(route, role, place)
      }
    })

    it('refuses every other role in every place, and who is no user, disabled or without a token', async () => {
      const others = roles.filter((role) => !allowed.includes(role))
      const callers = [
        ...others.flatMap((role) => places.map((place) => [userAt(role, place), 'not-allowed'] as const)),
        ['stranger', 'not-a-user'],
        ['disabled', 'not-a-user'],
        [null, 'not-signed-in'],
      ] as const

      const outcomes = await Promise.all(callers.map(([user]) => send(route, user, things)))

      expect(callers.map(([user], index) => [user, outcomes[index]?.code])).toEqual(callers)
    })
  },
)

it('has no expectation of a route that is gone, or whose rule says all', () => {
  const needed = routes
    .filter(({ definition }) => definition.access.areas.in === 'use-case')
    .map(({ operationId }) => operationId)

  expect(Object.keys(accessExpectations).filter((name) => !needed.includes(name))).toEqual([])
})
