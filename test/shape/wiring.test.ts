import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { allRoutes } from '../../shared/contracts/all-routes.ts'
import { fanOutMessage, importMessage, sendMessage } from '../../shared/contracts/queue-messages.ts'
import { operationsRoutes } from '../../shared/contracts/operations-routes.ts'
import { publicRoutes } from '../../shared/contracts/public-routes.ts'
import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import type { RouteDefinition } from '../../shared/contracts/routes.ts'
import { userRoutes } from '../../shared/contracts/user-routes.ts'
import { createAlertWorld } from '../support/alert-world.ts'
import { startTables } from '../support/dynalite.ts'

const root = join(import.meta.dirname, '../..')
const functions = globSync('functions/*/handler.ts', { cwd: root }).map((path) => path.split('/')[1] ?? '')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** Where the rule says that areas are checked, if there is such a place in the route. */
const placeOfCheck = ({ access: { areas }, path, query }: RouteDefinition): string | undefined => {
  if (areas.in === 'none') return 'nowhere'
  if (areas.in === 'use-case') return areas.checks
  const isThere =
    areas.in === 'path' ? path.includes(`{${areas.name}}`) : areas.name in (query?.unwrap().shape ?? {})
  return isThere ? areas.name : undefined
}

describe('routes', () => {
  it.each(allRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s says who may call it and where areas are checked',
    (_name, route) => {
      expect(route.access.roles.length).toBeGreaterThan(0)
      expect(placeOfCheck(route)).toMatch(/\w{4}/)
    },
  )

  it.each([
    ['alerts-api', 'alertRoutes', alertRoutes],
    ['roster-api', 'rosterRoutes', rosterRoutes],
    ['roster-api', 'userRoutes', userRoutes],
    ['operations-api', 'operationsRoutes', operationsRoutes],
    ['public', 'publicRoutes', publicRoutes],
  ])('of %s are each bound by exactly one use case', (name, table, routes) => {
    const sources = globSync(`functions/${name}/**/*.ts`, { cwd: root }).map(read)
    const bound = sources.flatMap((source) => [
      ...source.matchAll(new RegExp(`bind(?:Public)?Route\\(\\s*${table}\\.(\\w+)`, 'g')),
    ])

    expect(bound.map(([, route = '']) => route).toSorted()).toEqual(Object.keys(routes).toSorted())
  })

  it('that need an Idempotency-Key are those POSTs that create or send', () => {
    const keyless = allRoutes.filter(
      ({ method, idempotencyKey }) => method === 'POST' && idempotencyKey === undefined,
    )

    // A schedule that is paused, resumed or confirmed twice is so once. A user is enabled, disabled, confirmed or refused once, however often; preview and composer write nothing; steps of an import are named by its id and its state; there is one emergency stop.
    expect(keyless.map(({ path }) => path)).toEqual([
      '/v1/users/{userId}/disable',
      '/v1/users/{userId}/enable',
      '/v1/users/{userId}/confirm',
      '/v1/users/{userId}/refuse',
      '/v1/roster-imports/{importId}/plan',
      '/v1/roster-imports/{importId}/apply',
      '/v1/roster-imports/{importId}/undo',
      '/v1/alerts/preview',
      '/v1/emergency-stop',
      '/v1/compose',
      '/v1/schedules/{scheduleId}/pause',
      '/v1/schedules/{scheduleId}/resume',
      '/v1/schedules/{scheduleId}/reconfirm',
    ])
  })

  it('that are no GET are kept in the audit, but for those that say why not', () => {
    const exempt = allRoutes.flatMap(({ method, path, audited }) =>
      method !== 'GET' && audited !== undefined ? [{ path, audited }] : [],
    )

    expect(exempt.map(({ path }) => path).toSorted()).toEqual(['/v1/alerts/preview', '/v1/compose'])
    for (const { audited } of exempt) expect('never' in audited ? audited.never : '').toMatch(/\w+ \w+/)
  })

  it('that show whole phone numbers or hand out files of them are kept in the audit too', () => {
    const kept = allRoutes.filter(({ audited }) => audited !== undefined && 'revealsTo' in audited)
    const showing = allRoutes.filter(({ method, response }) => {
      const schema =
        response === undefined ? {} : z.toJSONSchema(response, { io: 'input', unrepresentable: 'any' })
      return method === 'GET' && /"(phone|downloadUrl)":/.test(JSON.stringify(schema))
    })

    // The board of a village, and the list of numbers in quarantine, mask every number, whoever looks.
    const masked = ['/v1/alerts/{alertId}/villages/{code}', '/v1/villages']
    expect(
      showing
        .map(({ path }) => path)
        .filter((path) => !masked.includes(path))
        .toSorted(),
    ).toEqual(kept.map(({ path }) => path).toSorted())
  })

  it('that show whole phone numbers are kept whoever may look, but for those who see them masked', () => {
    const unkept = allRoutes.flatMap(({ path, access, audited }) =>
      audited !== undefined && 'revealsTo' in audited
        ? access.roles.filter((role) => !audited.revealsTo.includes(role)).map((role) => `${role} ${path}`)
        : [],
    )

    expect(unkept.toSorted()).toEqual([
      'admin /v1/alerts/{alertId}/call-list',
      'officer /v1/villages/{code}',
      'viewer /v1/alerts/{alertId}/call-list',
      'viewer /v1/villages/{code}',
    ])
  })

  it('answer 404 where the gateway knows a route that the function does not', async () => {
    const tables = await startTables()
    const world = createAlertWorld(tables)
    const [route] = allRoutes.filter((candidate) => candidate.function === 'roster-api')
    if (route === undefined) throw new Error('no route')

    const answer = await world.api.callUnchecked(route, { user: 'nobody' })

    expect(answer.statusCode).toBe(404)
    await tables.stop()
  })
})

describe('queue messages', () => {
  it.each([
    ['fan-out', fanOutMessage, { job: 'fan-out', alertId: 'a', version: 1, district: '1308' }],
    ['resend', fanOutMessage, { job: 'resend', alertId: 'a', version: 1, district: '1308' }],
    ['send', sendMessage, { alertId: 'a', version: 1, district: '1308', village: '1308001', wave: 1 }],
    ['import', importMessage, { job: 'plan', importId: 'a' }],
  ])('of %s carry their schema version', (_name, schema, message) => {
    expect(schema.safeParse({ ...message, schemaVersion: 1 }).success).toBe(true)
    expect(schema.safeParse(message).success).toBe(false)
    expect(schema.safeParse({ ...message, schemaVersion: 2 }).success).toBe(false)
  })
})

describe('functions', () => {
  it.each(functions)('%s has a README that tells purpose, flow and nuances', (name) => {
    const file = `functions/${name}/README.md`

    expect(existsSync(join(root, file))).toBe(true)
    expect(read(file)).toMatch(/## Purpose[^]*## Flow[^]*## Nuances/)
  })

  it.each(functions)('%s reads its environment and makes its clients in the files made for it', (name) => {
    const handler = read(`functions/${name}/handler.ts`).trim().split('\n')

    expect(handler.length).toBeLessThanOrEqual(6)
    expect(existsSync(join(root, `functions/${name}/env.ts`))).toBe(true)
    expect(existsSync(join(root, `functions/${name}/deps.ts`))).toBe(true)
  })
})
