import type { ProblemCode } from '../../errors.ts'
import { roles } from '../../domain/user.ts'
import type { RouteDefinition } from '../routes.ts'

const ofCaller = (route: RouteDefinition): ProblemCode[] => [
  'not-signed-in',
  'not-a-user',
  ...(roles.every((role) => route.access.roles.includes(role)) ? [] : (['not-allowed'] as const)),
]

const ofRequest = ({ params, query, body, idempotencyKey, ifMatch }: RouteDefinition): ProblemCode[] => [
  ...((params ?? query ?? body ?? idempotencyKey) === undefined ? [] : (['invalid-request'] as const)),
  ...(body === undefined ? [] : (['body-too-large', 'unsupported-media-type', 'malformed-json'] as const)),
  ...(idempotencyKey === undefined ? [] : (['idempotency-key-reused'] as const)),
  ...(ifMatch === undefined ? [] : (['if-match-required', 'edited-meanwhile'] as const)),
]

/** What is written down before it is done cannot be done while that is impossible. */
const ofAudit = ({ method, audited }: RouteDefinition): ProblemCode[] => {
  const isKept = audited === undefined ? method !== 'GET' : 'revealsTo' in audited
  return isKept ? ['audit-unavailable'] : []
}

const ofPlace = ({ params, access: { areas } }: RouteDefinition): ProblemCode[] =>
  params !== undefined || areas.in === 'path' || areas.in === 'query' ? ['not-found'] : []

/** Every code that a route may answer: what follows from its kind, and what its use case refuses with. */
export const problemCodesOf = (route: RouteDefinition): ProblemCode[] => [
  ...new Set<ProblemCode>([
    ...ofCaller(route),
    ...ofPlace(route),
    ...ofRequest(route),
    ...(route.refuses ?? []),
    'internal',
    ...ofAudit(route),
  ]),
]
