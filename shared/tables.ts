import { tallyAttributeOf } from './domain/delivery.ts'

/**
 * The one description of the tables: infra makes them from it, the stores name their keys by it, and an infra
 * test holds the synthesized template to it.
 */
type Attribute = { readonly name: string; readonly type: 'S' | 'N' }

/** A global secondary index. `projected`: the attributes it carries, or everything. */
export type IndexDescription = {
  readonly name: string
  readonly partitionKey: Attribute
  readonly sortKey: Attribute
  readonly projected: 'all' | 'keys' | readonly string[]
}

export type TableDescription = {
  readonly name: string
  readonly partitionKey: Attribute
  readonly sortKey: Attribute
  readonly timeToLiveAttribute?: string
  readonly indexes: readonly IndexDescription[]
}

const partitionKey = { name: 'PK', type: 'S' } as const
const sortKey = { name: 'SK', type: 'S' } as const

/** Villages with their committees, a summary per district, users, imports and exports. */
export const rosterTable = {
  name: 'roster',
  partitionKey,
  sortKey,
  timeToLiveAttribute: 'removeAtEpochSeconds',
  indexes: [],
} as const satisfies TableDescription

/** Alerts, versions, dispatches, calls, the index of SMS by gateway message id, the pace. */
export const alertsTable = {
  name: 'alerts',
  partitionKey,
  sortKey,
  timeToLiveAttribute: 'removeAtEpochSeconds',
  indexes: [
    {
      name: 'board',
      partitionKey: { name: 'boardKey', type: 'S' },
      sortKey,
      projected: [...Object.values(tallyAttributeOf), 'exposure', 'mirrored', 'needsHelp', 'toldVersion'],
    },
    {
      name: 'due',
      partitionKey: { name: 'dueShard', type: 'S' },
      sortKey: { name: 'dueAtEpochSeconds', type: 'N' },
      projected: 'keys',
    },
    {
      name: 'list',
      partitionKey: { name: 'listKey', type: 'S' },
      sortKey: { name: 'createdAtIso', type: 'S' },
      projected: 'all',
    },
  ],
} as const satisfies TableDescription

/** Who did what, row after row. Functions put new rows and read them; nobody may change or delete one. */
export const auditTable = {
  name: 'audit',
  partitionKey: { name: 'chain', type: 'S' },
  sortKey: { name: 'sequence', type: 'N' },
  indexes: [],
} as const satisfies TableDescription

/** The index that tells which open work is due, spread over this many partitions. */
export const dueShards = 16

/** The board of one version is spread over this many partitions of its index. */
export const boardShards = 8
