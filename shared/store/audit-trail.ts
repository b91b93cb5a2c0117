import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { systemClock, toIso, type Clock } from '../clock.ts'
import {
  chainOfAlert,
  chainOfDay,
  dayOfIso,
  headBefore,
  sealRow,
  type AuditNote,
  type AuditRow,
  type AuditTrail,
  type ChainHead,
} from '../domain/audit.ts'
import { digestOfText } from '../request-id.ts'
import { createAuditHeadStore, type AuditHeadStore } from './audit-head-store.ts'
import { createAuditStore, type AuditStore } from './audit-store.ts'

type Deps = {
  store: Pick<AuditStore, 'add' | 'findHead' | 'listHeadsFrom'>
  heads: Pick<AuditHeadStore, 'record'>
  clock: Clock
  newId: () => string
  /** In [0, 1): keeps many who append at once from meeting again. */
  random: () => number
  sleep: (ms: number) => Promise<void>
}

/** Each time somebody is first, one of many gets through: fifty at once need no more than this. */
const mostTries = 80
const longestPauseMs = 60

type Head = ChainHead & { atIso?: string }

/** Tells the day's chain that another one goes on, before its first row of the day. */
const openChain = async (
  append: AuditTrail['append'],
  note: AuditNote,
  { chain, sequence, hash }: ChainHead,
): Promise<void> => {
  await append({
    phase: 'event',
    who: note.who,
    action: 'open-chain',
    subject: {},
    ...(note.correlationId === undefined ? {} : { correlationId: note.correlationId }),
    opens: { chain, sequence, hash },
  })
}

/** The place is taken: by this very row, where the answer to its write was lost, or by somebody else's. */
const lookAgain = async (
  { store }: Deps,
  row: AuditRow,
): Promise<{ isOurs: boolean; head: Head | undefined }> => {
  const rows = await store.listHeadsFrom(row.chain, row.sequence)
  return { isOurs: rows[0]?.id === row.id, head: rows.at(-1) }
}

/**
 * Appends to the chains: an alert's where the note names one, else that of the day in Laos; an outcome goes where its
 * intent is. Whoever meets another at the same place goes behind it. Throws where the table cannot be written.
 */
export const createTrail = (deps: Deps): AuditTrail => {
  const append: AuditTrail['append'] = async (note, after) => {
    const { alertId } = note.subject
    const newId = deps.newId()
    let head: Head | undefined = after
    let openedDay = ''
    for (let tries = 0; tries < mostTries; tries += 1) {
      const atIso = toIso(deps.clock.nowMs())
      const day = dayOfIso(atIso)
      const ofNote = alertId === undefined ? chainOfDay(day) : chainOfAlert(alertId)
      const chain = after?.chain ?? ofNote
      // oxlint-disable-next-line no-await-in-loop -- each try follows what the last one found
      if (head?.chain !== chain) head = (await deps.store.findHead(chain)) ?? headBefore(chain)
      const isFirstOfDay = head.atIso === undefined || dayOfIso(head.atIso) !== day
      if (chain.startsWith('alert#') && isFirstOfDay && openedDay !== day) {
        // oxlint-disable-next-line no-await-in-loop -- as above
        await openChain(append, note, head)
        openedDay = day
      }
      const row = sealRow(note, { id: newId, atIso }, head, digestOfText)
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (await deps.store.add(row)) return row
      // oxlint-disable-next-line no-await-in-loop -- as above
      const found = await lookAgain(deps, row)
      if (found.isOurs) return row
      head = found.head
      // oxlint-disable-next-line no-await-in-loop -- as above
      await deps.sleep(deps.random() * Math.min(longestPauseMs, 2 * (tries + 1)))
    }
    throw new Error('the chain of the audit is too busy')
  }

  return {
    append: async (note, after) => {
      const row = await append(note, after)
      const alertId = /^alert#(.*)$/.exec(row.chain)?.[1]
      if (alertId !== undefined && note.phase !== 'intent') await deps.heads.record(alertId, row)
      return row
    },
  }
}

const noHeads: Deps['heads'] = { record: () => Promise.resolve() }

/** The audit of a function. One that has no part in alerts needs no table of theirs. */
export const createAuditTrail = (
  client: DynamoDBDocumentClient,
  tables: { audit: string; alerts?: string },
  clock: Clock = systemClock,
): AuditTrail =>
  createTrail({
    store: createAuditStore(client, tables.audit),
    heads: tables.alerts === undefined ? noHeads : createAuditHeadStore(client, tables.alerts),
    clock,
    newId: randomUUID,
    random: Math.random,
    sleep: async (ms) => {
      await wait(ms)
    },
  })
