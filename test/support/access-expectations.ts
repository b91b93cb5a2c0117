import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { AllApis } from './all-apis.ts'
import { buildUser } from './builders.ts'
import type { Place, Things } from './places.ts'

/** What of a request the matrix sets where an example of the API document does not do. */
type Wish = {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  headers?: Record<string, string>
}

/**
 * Who is let at a thing of the district 1308, where the contract says that the use case checks it.
 * `hidden`: the others are answered 404, like for an id that does not exist.
 * `unnamed`: the request names an area; the others are answered like for an area that does not exist.
 * `unlisted`: the others get a list, without what is not theirs.
 */
export type AccessExpectation = {
  admits: readonly Place[]
  /** What has to be so before each call. */
  before?: (apis: AllApis) => Promise<unknown>
} & (
  | { others: 'hidden'; wish?: (things: Things) => Wish }
  | { others: 'unnamed'; wish: (area: string) => Wish }
  | {
      others: 'unlisted'
      wish?: (things: Things) => Wish
      /** Whether the answer holds what is of 1308. */
      holds: (body: unknown) => boolean
    }
)

const whoCovers = ['own', 'parent'] as const
const whoTouches = ['own', 'parent', 'child'] as const
const hiddenButToWhoCovers = { admits: whoCovers, others: 'hidden' } as const
const hiddenButToWhoTouches = { admits: whoTouches, others: 'hidden' } as const

/** Imports are worked on before the next call: who may see one is known by its plan. */
const ofImport = { ...hiddenButToWhoCovers, before: ({ roster }: AllApis) => roster.drainQueue() } as const

const alertIn = (area: string) => ({
  body: {
    kind: 'flood',
    hazard: 'river-flood',
    level: 'watch',
    mode: 'exercise',
    areas: [area],
    texts: { en: 'FLOOD WATCH' },
    expiresAtIso: '2026-07-24T06:00:00+07:00',
  },
})

const inOwnWords = { body: { texts: { en: 'The river falls' } } }

const buryLetter = ({ operations }: AllApis) =>
  operations.bury('fan-out-urgent', {
    schemaVersion: 1,
    job: 'fan-out',
    alertId: 'a1',
    version: 1,
    district: '1308',
  })

const listOf = (name: string, body: unknown): unknown[] =>
  z.array(z.unknown()).parse(z.record(z.string(), z.unknown()).parse(body)[name])

const requestId = 'of-the-matrix'

/** A user of 1308 as before the last call, of whom something waits for a second admin. */
const putUserBack = ({ roster }: AllApis) => {
  const nowSeconds = Math.floor(roster.clock.now / 1000)
  return roster.putUsers([
    buildUser({
      id: 'of-1308',
      roles: ['officer'],
      areas: ['1308'],
      request: {
        id: requestId,
        roles: ['admin'],
        areas: ['1308'],
        by: 'maker',
        atEpochSeconds: nowSeconds,
        expiresAtEpochSeconds: nowSeconds + 3600,
      },
    }),
  ])
}
const ofUser = { ...hiddenButToWhoCovers, before: putUserBack } as const
const answering = { ...ofUser, wish: () => ({ body: { requestId } }) } as const

/** By operationId: every route whose rule says `areas: { in: 'use-case' }`. */
export const accessExpectations: Readonly<Record<string, AccessExpectation>> = {
  listAreas: {
    admits: whoTouches,
    others: 'unlisted',
    wish: () => ({ query: { parent: '13' } }),
    holds: (body) => JSON.stringify(body).includes('"1308"'),
  },
  nameVillages: {
    admits: whoTouches,
    others: 'unlisted',
    wish: () => ({ query: { codes: '1308001' } }),
    holds: (body) => JSON.stringify(body).includes('"1308001"'),
  },
  getImport: ofImport,
  listImportProblems: ofImport,
  listImportChanges: ofImport,
  planImport: { ...ofImport, wish: () => ({ body: {} }) },
  applyImport: ofImport,
  undoImport: ofImport,
  createExport: { admits: whoCovers, others: 'unnamed', wish: (area) => ({ body: { areas: [area] } }) },
  getExport: hiddenButToWhoCovers,

  listUsers: {
    admits: whoCovers,
    others: 'unlisted',
    wish: () => ({ query: { limit: '200' } }),
    holds: (body) => JSON.stringify(body).includes('"of-1308"'),
    before: putUserBack,
  },
  getUser: ofUser,
  inviteUser: {
    admits: whoCovers,
    others: 'unnamed',
    wish: (area) => ({
      body: {
        email: `made-up-${randomUUID()}@siang.example`,
        name: 'Made-up Person',
        roles: ['viewer'],
        areas: [area],
      },
    }),
  },
  editUser: { ...ofUser, wish: () => ({ body: { name: 'Made-up Person' } }) },
  disableUser: ofUser,
  enableUser: ofUser,
  confirmUser: answering,
  refuseUser: answering,

  previewAlert: { admits: whoCovers, others: 'unnamed', wish: alertIn },
  composeText: {
    admits: whoCovers,
    others: 'unnamed',
    wish: (area) => {
      const { expiresAtIso: _expiresAtIso, ...body } = alertIn(area).body
      return { body }
    },
  },
  createAlert: { admits: whoCovers, others: 'unnamed', wish: alertIn },
  listAlerts: {
    admits: whoTouches,
    others: 'unlisted',
    holds: (body) => listOf('alerts', body).length > 0,
  },
  getAlert: hiddenButToWhoTouches,
  getBoard: hiddenButToWhoTouches,
  getCallList: hiddenButToWhoTouches,
  getReport: hiddenButToWhoTouches,
  editAlert: { ...hiddenButToWhoCovers, wish: () => ({ body: { level: 'watch' } }) },
  submitAlert: hiddenButToWhoCovers,
  approveAlert: hiddenButToWhoCovers,
  returnAlert: hiddenButToWhoCovers,
  rejectAlert: hiddenButToWhoCovers,
  breakGlass: hiddenButToWhoCovers,
  reviewAlert: hiddenButToWhoCovers,
  getHeads: hiddenButToWhoCovers,
  updateAlert: { ...hiddenButToWhoCovers, wish: () => inOwnWords },
  cancelAlert: hiddenButToWhoCovers,
  allClearAlert: { ...hiddenButToWhoCovers, wish: () => inOwnWords },
  stopAlert: hiddenButToWhoCovers,
  resumeAlert: hiddenButToWhoCovers,
  resendFailed: hiddenButToWhoCovers,

  listBudgets: hiddenButToWhoCovers,
  setBudget: hiddenButToWhoCovers,

  createSchedule: {
    admits: whoCovers,
    others: 'unnamed',
    wish: (area) => ({
      body: {
        name: 'Test the loudspeaker',
        hazard: 'river-flood',
        mode: 'exercise',
        areas: [area],
        texts: { en: 'Test the loudspeaker' },
        recurrence: { type: 'monthly', day: 1, time: '09:00' },
      },
    }),
  },
  listSchedules: {
    admits: whoTouches,
    others: 'unlisted',
    holds: (body) => listOf('schedules', body).length > 0,
  },
  getSchedule: hiddenButToWhoTouches,
  listScheduleRuns: hiddenButToWhoTouches,
  editSchedule: { ...hiddenButToWhoCovers, wish: () => ({ body: { name: 'Another name' } }) },
  pauseSchedule: hiddenButToWhoCovers,
  resumeSchedule: hiddenButToWhoCovers,
  reconfirmSchedule: hiddenButToWhoCovers,
  endSchedule: hiddenButToWhoCovers,

  listDeadLetters: {
    admits: whoCovers,
    others: 'unlisted',
    holds: (body) => JSON.stringify(body).includes('"1308"'),
    before: buryLetter,
  },
  redriveDeadLetters: {
    admits: whoCovers,
    others: 'unlisted',
    wish: () => ({ body: { queue: 'fan-out-urgent' } }),
    holds: (body) => z.object({ moved: z.number() }).parse(body).moved > 0,
    before: buryLetter,
  },
  listAudit: { ...hiddenButToWhoTouches, wish: ({ alertId = '' }) => ({ query: { alertId } }) },
  verifyAudit: {
    ...hiddenButToWhoTouches,
    wish: ({ alertId = '' }) => ({ query: { chain: `alert#${alertId}` } }),
  },
}

/** Bodies of routes whose rule needs no expectation, where the document's example would be refused the second time. */
export const accessWishes: Readonly<Record<string, (call: number) => Wish>> = {
  addMember: (call) => ({ body: { name: 'Made-up Person', phone: `02055${String(700_000 + call)}` } }),
}
