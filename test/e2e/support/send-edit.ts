import type { RouteDefinition } from '../../../shared/contracts/routes.ts'
import type { Siang } from './siang.ts'

type Edit = { params: Readonly<Record<string, string>>; body?: unknown }

/** Calls a route that asks for If-Match, over whatever the thing is now. Throws where it is refused. */
export const sendEdit = async (
  siang: Siang,
  username: string,
  route: RouteDefinition,
  { params, body }: Edit,
): Promise<void> => {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const answer = await fetch(`${siang.origin}${path}`, {
    method: route.method,
    headers: {
      authorization: `Bearer ${await siang.token(username)}`,
      'content-type': 'application/json',
      'if-match': '*',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (answer.status !== route.status) {
    throw new Error(`${route.method} ${route.path}: ${answer.status} ${await answer.text()}`)
  }
}
