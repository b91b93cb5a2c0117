import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readContracts, readOpenApiDocument } from '../../scripts/read-contracts.ts'

const [, document] = await Promise.all([readContracts(), readOpenApiDocument()])

const objectSchema = z.looseObject({ properties: z.record(z.string(), z.unknown()) })
const operation = z.looseObject({
  operationId: z.string(),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })) })
    .optional(),
  responses: z.record(
    z.string(),
    z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })).optional() }),
  ),
})
const schemas: Readonly<Record<string, unknown>> = document.components.schemas

/** What a schema is, behind its reference. */
const follow = (schema: unknown): unknown => {
  const ref = z.looseObject({ $ref: z.string() }).safeParse(schema).data?.$ref
  return ref === undefined ? schema : follow(schemas[ref.slice('#/components/schemas/'.length)])
}

type Found = { place: string; names: string[]; isMarked: boolean }

/** Every object that answers hold, with where it stands in them. `isMarked`: it has a mode, or what it stands in has. */
const objectsIn = (schema: unknown, place: string, seen: ReadonlySet<unknown>, isMarked = false): Found[] => {
  const found = follow(schema)
  if (seen.has(found) || typeof found !== 'object' || found === null) return []
  const deeper = new Set([...seen, found])
  if (Array.isArray(found)) return found.flatMap((one) => objectsIn(one, place, deeper, isMarked))
  const object = objectSchema.safeParse(found).data
  if (object === undefined) {
    return Object.values(found).flatMap((one) => objectsIn(one, place, deeper, isMarked))
  }
  const names = Object.keys(object.properties)
  const marked = isMarked || names.includes('mode')
  const inner = Object.entries(object.properties).flatMap(([name, one]) =>
    objectsIn(one, `${place}.${name}`, deeper, marked),
  )
  return [{ place, names, isMarked: marked }, ...inner]
}

const answers = Object.values(document.paths).flatMap((item) =>
  Object.values(item).flatMap((raw) => {
    const { operationId, responses } = operation.parse(raw)
    return Object.entries(responses)
      .filter(([status]) => status.startsWith('2'))
      .flatMap(([, { content = {} }]) => {
        const schema = content['application/json']?.schema
        return schema === undefined ? [] : objectsIn(schema, operationId, new Set())
      })
  }),
)

/** Every body that a route takes, with its fields. */
const bodies = Object.values(document.paths).flatMap((item) =>
  Object.values(item).flatMap((raw) => {
    const { operationId, requestBody } = operation.parse(raw)
    const schema = requestBody?.content['application/json']?.schema
    return schema === undefined ? [] : objectsIn(schema, operationId, new Set())
  }),
)

/** What an alert begins with, and what is asked before it begins. */
const mayNameMode = new Set(['previewAlert', 'composeText', 'createAlert', 'createSchedule'])

/** What names an alert and is none: work that was given up, and entries of the audit. */
const aboutOther = new Set(['listDeadLetters.queues.messages', 'listAudit.rows', 'listAudit.entries'])

/** Whether an object is an alert, one of its versions, or what is said of it as a whole. */
const isOfAlert = (properties: readonly string[]): boolean =>
  properties.includes('alertId') || (properties.includes('level') && properties.includes('state'))

describe('an answer about an alert', () => {
  const ofAlerts = answers
    .filter(({ place, names }) => isOfAlert(names) && !aboutOther.has(place))
    .map(({ place, isMarked }) => [place, isMarked] as const)

  it('is found in the API document: boards, lists, calls and the report among them', () => {
    const routes = new Set(ofAlerts.map(([place]) => place.split('.')[0]))

    for (const route of [
      'createAlert',
      'listAlerts',
      'getAlert',
      'getBoard',
      'getBoardVillage',
      'getCallList',
      'listAcknowledgements',
      'recordAcknowledgement',
      'getReport',
    ])
      expect(routes).toContain(route)
  })

  it.each(ofAlerts)('tells a drill from the real thing: %s', (_place, isMarked) => {
    expect(isMarked).toBe(true)
  })

  it('is asked for a mode only where it begins: no other route can name one, so none can change it', () => {
    const naming = bodies.filter(({ names }) => names.includes('mode') || names.includes('reaches'))

    expect(naming.map(({ place }) => place).filter((place) => !mayNameMode.has(place))).toEqual([])
    expect(bodies.map(({ place }) => place)).toEqual(expect.arrayContaining(['createAlert', 'editAlert']))
  })

  it.each(['previewAlert', 'composeText'])('does so before there is one: %s', (route) => {
    const found = answers.find(({ place }) => place === route)

    expect(found?.names).toEqual(expect.arrayContaining(['mode', 'reaches']))
  })
})
