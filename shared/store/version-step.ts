import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { VersionRecord } from '../contracts/version-record.ts'
import type { VersionAction } from '../domain/version.ts'
import { versionKey } from './alert-store.ts'
import { holds } from './conditions.ts'
import { expressTransition } from './version-transition.ts'

/** A step in a version's life, as one write on condition of the state. */
export type VersionStep = {
  action: VersionAction
  history: VersionRecord['history'][number]
  /** What the step sets beside the state, by attribute. Undefined and empty sets are left out. */
  sets: Record<string, unknown>
  removes?: readonly string[]
  /** What the step adds to attributes that are sets. */
  adds?: Readonly<Record<string, ReadonlySet<string>>>
  condition?: string
  values?: Record<string, unknown>
  orStays?: boolean
}

const isGiven = (value: unknown): boolean =>
  value !== undefined && !(value instanceof Set && value.size === 0)

const expressStep = ({ history, sets, removes = [], adds = {} }: VersionStep) => {
  const given = Object.entries(sets).filter(([, value]) => isGiven(value))
  const added = Object.entries(adds)
  const set = [
    '#state = :to',
    'history = list_append(history, :history)',
    ...given.map(([name]) => `#${name} = :${name}`),
  ]
  return {
    expression: [
      `SET ${set.join(', ')}`,
      ...(removes.length === 0 ? [] : [`REMOVE ${removes.join(', ')}`]),
      ...(added.length === 0 ? [] : [`ADD ${added.map(([name]) => `${name} :${name}`).join(', ')}`]),
    ].join(' '),
    names: Object.fromEntries(given.map(([name]) => [`#${name}`, name])),
    values: {
      ':history': [history],
      ...Object.fromEntries([...given, ...added].map(([name, value]) => [`:${name}`, value])),
    },
  }
}

/** Takes steps of versions; false where state or condition did not hold. */
export const createVersionStep =
  (client: DynamoDBDocumentClient, table: string) =>
  (version: Pick<VersionRecord, 'alertId' | 'version'>, step: VersionStep): Promise<boolean> => {
    const transition = expressTransition(step.action, { orStays: step.orStays ?? false })
    const { expression, names, values } = expressStep(step)
    return holds(() =>
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: versionKey(version.alertId, version.version),
          UpdateExpression: expression,
          ConditionExpression: [
            transition.condition,
            ...(step.condition === undefined ? [] : [step.condition]),
          ].join(' AND '),
          ExpressionAttributeNames: { ...names, ...transition.names },
          ExpressionAttributeValues: { ...transition.values, ...values, ...step.values },
        }),
      ),
    )
  }
