import { describe, expect, test } from 'vitest'
import { matchRoute, preparePatterns } from '../../../../local/http/match-route.ts'

const patterns = preparePatterns(
  [
    'ANY /v1/{proxy+}',
    'GET /v1/villages/{code}',
    'GET /v1/villages/template',
    'ANY /v1/villages/{code}',
    'POST /v1/villages/{code}/members/{id}',
    'GET /',
  ].map((routeKey) => ({ routeKey })),
)
const match = (method: string, path: string) => {
  const found = matchRoute(patterns, method, path)
  return found === undefined ? undefined : [found.route.routeKey, found.pathParameters]
}

describe('matching a request to a route', () => {
  test.each([
    ['GET', '/v1/villages/1301001', 'GET /v1/villages/{code}', { code: '1301001' }],
    ['GET', '/v1/villages/template', 'GET /v1/villages/template', {}],
    ['DELETE', '/v1/villages/1301001', 'ANY /v1/villages/{code}', { code: '1301001' }],
    ['POST', '/v1/villages/a/members/b', 'POST /v1/villages/{code}/members/{id}', { code: 'a', id: 'b' }],
    ['GET', '/v1/areas/x/y', 'ANY /v1/{proxy+}', { proxy: 'areas/x/y' }],
    ['GET', '/', 'GET /', {}],
  ])('%s %s meets %s', (method, path, routeKey, parameters) => {
    expect(match(method, path)).toEqual([routeKey, parameters])
  })

  test.each([
    ['GET', '/v2/villages'],
    ['POST', '/'],
    ['GET', '/v1'],
    ['GET', '/v1/'],
  ])('%s %s meets nothing', (method, path) => {
    expect(match(method, path)).toBeUndefined()
  })

  test('gives parameters without their percent-encoding, and leaves what is not encoding alone', () => {
    expect(match('GET', '/v1/villages/%E0%BA%9A%2Fa%20b')).toEqual([
      'GET /v1/villages/{code}',
      { code: 'ບ/a b' },
    ])
    expect(match('GET', '/v1/villages/100%')).toEqual(['GET /v1/villages/{code}', { code: '100%' }])
  })

  test('takes $default only where nothing else matches', () => {
    const withDefault = preparePatterns([{ routeKey: '$default' }, { routeKey: 'GET /a' }])

    expect(matchRoute(withDefault, 'GET', '/a')?.route.routeKey).toBe('GET /a')
    expect(matchRoute(withDefault, 'PUT', '/b/c')?.route.routeKey).toBe('$default')
  })
})
