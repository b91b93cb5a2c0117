import type { MiddlewareObj } from '@middy/core'
import type { AccessRule } from '../contracts/routes.ts'
import { areaLevel, isAreaCode } from '../domain/area.ts'
import { userCovers, userTouches, type Role, type User } from '../domain/user.ts'
import { notFound, RequestError } from '../errors.ts'
import type { ApiEvent, ApiResult, BoundRoute } from './api-types.ts'

const subjectOf = (event: ApiEvent): string => {
  const claims = event.requestContext.authorizer?.jwt?.claims ?? {}
  const subject = claims['sub']
  // The authorizer takes an id token too where its audience fits; only access tokens may call.
  if (typeof subject !== 'string' || claims['token_use'] !== 'access') {
    throw new RequestError('not-signed-in', {
      en: 'Sign in and call with the access token.',
      lo: 'ເຂົ້າສູ່ລະບົບກ່ອນ.',
    })
  }
  return subject
}

const laoRoles: Readonly<Record<Role, string>> = { viewer: 'ຜູ້ເບິ່ງ', officer: 'ເຈົ້າໜ້າທີ່', admin: 'ຜູ້ດູແລ' }

const checkAreas = (rule: AccessRule['areas'], event: ApiEvent, user: User): void => {
  if (rule.in === 'use-case' || rule.in === 'none') return
  const values: Record<string, string | undefined> =
    (rule.in === 'path' ? event.pathParameters : event.queryStringParameters) ?? {}
  const code = values[rule.name] ?? ''
  // A code that is none is told apart by the route's schema, after this.
  if (!isAreaCode(code)) return
  const admitted = rule.enough === 'covers' ? userCovers(user, code) : userTouches(user, code)
  if (!admitted) throw notFound(areaLevel(code))
}

/** Finds the route and the caller, and checks roles and areas by the route's rule, before anything is parsed. */
export const admitCaller = (
  routes: readonly BoundRoute[],
  findUser: (id: string) => Promise<User | undefined>,
): MiddlewareObj<ApiEvent, ApiResult> => {
  const byKey = new Map(routes.map((route) => [`${route.definition.method} ${route.definition.path}`, route]))
  return {
    before: async ({ event }) => {
      const route = byKey.get(event.routeKey)
      if (route === undefined) throw notFound('route')
      const user = await findUser(subjectOf(event))
      // Who has no role yet waits for a second admin to confirm it: until then they are nobody.
      if (user === undefined || user.status !== 'active' || user.roles.length === 0) {
        throw new RequestError('not-a-user', {
          en: 'You are signed in, but nobody has made you a user of Siang: ask an admin.',
          lo: 'ທ່ານເຂົ້າສູ່ລະບົບແລ້ວ, ແຕ່ຍັງບໍ່ແມ່ນຜູ້ໃຊ້ຂອງສຽງ: ຖາມຜູ້ດູແລ.',
        })
      }
      const { access } = route.definition
      if (!access.roles.some((role) => user.roles.includes(role))) {
        throw new RequestError('not-allowed', {
          en: `This needs the role ${access.roles.join(' or ')}.`,
          lo: `ຕ້ອງມີບົດບາດ${access.roles.map((role) => laoRoles[role]).join(' ຫຼື ')}.`,
        })
      }
      checkAreas(access.areas, event, user)
      event.admitted = { route, user }
    },
  }
}
