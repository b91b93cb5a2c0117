/** A route made ready for matching. */
export type RoutePattern<Route> = { route: Route; method: string; segments: string[]; score: number }

/** The route that a request meets, and the values of its `{name}` and `{name+}` segments, decoded. */
export type RouteMatch<Route> = { route: Route; pathParameters: Record<string, string> }

/** Prepares routes so that the most specific one is tried first, as an HTTP API does. */
export function preparePatterns<Route extends { routeKey: string }>(
  routes: readonly Route[],
): RoutePattern<Route>[] {
  return routes
    .map((route) => {
      if (route.routeKey === '$default') return { route, method: 'ANY', segments: ['{proxy+}'], score: -1 }
      const [method = '', path = ''] = route.routeKey.split(' ')
      const segments = segmentsOf(path)
      const score = segments.reduce((sum, segment) => sum + scoreOf(segment), method === 'ANY' ? 0 : 0.5)
      return { route, method, segments, score }
    })
    .toSorted((left, right) => right.score - left.score)
}

/** Finds the route for a method and a path as it was sent (percent-encoded). */
export function matchRoute<Route extends { routeKey: string }>(
  patterns: readonly RoutePattern<Route>[],
  method: string,
  path: string,
): RouteMatch<Route> | undefined {
  const given = segmentsOf(path)
  for (const pattern of patterns) {
    if (pattern.route.routeKey === '$default') return { route: pattern.route, pathParameters: {} }
    if (pattern.method !== 'ANY' && pattern.method !== method) continue
    const pathParameters = matchSegments(pattern.segments, given)
    if (pathParameters !== undefined) return { route: pattern.route, pathParameters }
  }
  return undefined
}

/** A path segment without its percent-encoding; one that is not valid stays as it was sent. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function matchSegments(
  wanted: readonly string[],
  given: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const value = given[index]
    if (segment.endsWith('+}')) {
      if (value === undefined || value === '') return undefined
      parameters[segment.slice(1, -2)] = given.slice(index).map(decodeSegment).join('/')
      return parameters
    }
    if (value === undefined || value === '') return undefined
    if (segment.startsWith('{')) parameters[segment.slice(1, -1)] = decodeSegment(value)
    else if (segment !== decodeSegment(value)) return undefined
  }
  return wanted.length === given.length ? parameters : undefined
}

function segmentsOf(path: string): string[] {
  const segments = path.split('/').slice(1)
  return segments.length === 1 && segments[0] === '' ? [] : segments
}

function scoreOf(segment: string): number {
  if (segment.endsWith('+}')) return 1
  return segment.startsWith('{') ? 2 : 4
}
