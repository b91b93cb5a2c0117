import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type ObjectVersion,
  type S3Client,
} from '@aws-sdk/client-s3'
import { ScanCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { auditAnchor } from '../shared/contracts/audit.ts'
import type { AnchorFault, StoredAnchor } from '../shared/domain/audit-anchor.ts'
import { createAnchorStore } from '../shared/store/anchor-store.ts'
import { createAuditHeadStore } from '../shared/store/audit-head-store.ts'
import type { KeptAudit } from './check-audit.ts'

/** Where an audit lies. `hasVersions`: whether the bucket keeps what is written over, as one with a lock does. */
export type AuditPlace = {
  tables: DynamoDBDocumentClient
  bucket: S3Client
  auditTable: string
  alertsTable: string
  anchorsBucket: string
  hasVersions: boolean
}

const readChains = async ({ tables, auditTable }: AuditPlace) => {
  const chains = new Map<string, Record<string, unknown>[]>()
  let startKey: Record<string, unknown> | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
    const page = await tables.send(
      new ScanCommand({ TableName: auditTable, ConsistentRead: true, ExclusiveStartKey: startKey }),
    )
    for (const item of page.Items ?? []) {
      const chain = String(item['chain'])
      const rows = chains.get(chain) ?? []
      rows.push(item)
      chains.set(chain, rows)
    }
    startKey = page.LastEvaluatedKey
  } while (startKey !== undefined)
  return chains
}

const readRecorded = async ({ tables, alertsTable }: AuditPlace, chains: Iterable<string>) => {
  const heads = createAuditHeadStore(tables, alertsTable)
  const recorded = new Map<string, { sequence: number; hash: string }>()
  for (const chain of chains) {
    const alertId = /^alert#(.*)$/.exec(chain)?.[1]
    // oxlint-disable-next-line no-await-in-loop -- one after the other, in no hurry
    const head = alertId === undefined ? undefined : await heads.find(alertId)
    if (head !== undefined) recorded.set(chain, head)
  }
  return recorded
}

const listVersions = async ({ bucket, anchorsBucket }: AuditPlace) => {
  const versions: ObjectVersion[] = []
  const deleted: string[] = []
  let marker: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {}
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
    const page: ListObjectVersionsCommandOutput = await bucket.send(
      new ListObjectVersionsCommand({ Bucket: anchorsBucket, Prefix: 'anchors/', ...marker }),
    )
    versions.push(...(page.Versions ?? []))
    deleted.push(...(page.DeleteMarkers ?? []).map(({ Key = '' }) => Key))
    marker =
      page.IsTruncated === true
        ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
        : undefined
  } while (marker !== undefined)
  return { versions, deleted }
}

type Anchors = { anchors: StoredAnchor[]; faults: AnchorFault[] }

const dayOfKey = (key: string): string => key.slice('anchors/'.length, -'.json'.length)

/** The first version of each anchor: what was put over it, or in place of it, is a fault and counts for nothing. */
const readFirstVersions = async (place: AuditPlace): Promise<Anchors> => {
  const { versions, deleted } = await listVersions(place)
  const oldestFirst = versions.toSorted((a, b) => Number(a.LastModified) - Number(b.LastModified))
  const firsts = new Map<string, ObjectVersion>()
  const touched = new Set(deleted)
  for (const version of oldestFirst) {
    const key = version.Key ?? ''
    if (firsts.has(key)) touched.add(key)
    else firsts.set(key, version)
  }
  const anchors: StoredAnchor[] = []
  const faults = [...touched].map((key): AnchorFault => ({ kind: 'anchor-changed', day: dayOfKey(key) }))
  for (const [key, { VersionId }] of [...firsts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, in no hurry
    const answer = await place.bucket.send(
      new GetObjectCommand({ Bucket: place.anchorsBucket, Key: key, VersionId }),
    )
    // oxlint-disable-next-line no-await-in-loop -- as above
    const text = (await answer.Body?.transformToString()) ?? ''
    const anchor = readAnchor(text)
    if (anchor === undefined) faults.push({ kind: 'anchor-unreadable', day: dayOfKey(key) })
    else anchors.push({ anchor, text })
  }
  return { anchors, faults }
}

const readAnchor = (text: string) => {
  try {
    return auditAnchor.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

const readOnlyVersions = async ({ bucket, anchorsBucket }: AuditPlace): Promise<Anchors> => {
  const store = createAnchorStore(bucket, anchorsBucket)
  const anchors: StoredAnchor[] = []
  const faults: AnchorFault[] = []
  for (const day of await store.listDays()) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, in no hurry
      const stored = await store.read(day)
      if (stored !== undefined) anchors.push(stored)
    } catch {
      faults.push({ kind: 'anchor-unreadable', day })
    }
  }
  return { anchors, faults }
}

/** Everything that is kept of an audit. Recorded heads are read first: what is appended meanwhile is not missed. */
export const readAudit = async (place: AuditPlace): Promise<KeptAudit & { anchorFaults: AnchorFault[] }> => {
  const { anchors, faults } = await (place.hasVersions ? readFirstVersions(place) : readOnlyVersions(place))
  const named = anchors.flatMap(({ anchor }) => anchor.heads.map(({ chain }) => chain))
  const before = await readChains(place)
  const recorded = await readRecorded(place, new Set([...before.keys(), ...named]))
  return { chains: await readChains(place), anchors, recorded, anchorFaults: faults }
}
