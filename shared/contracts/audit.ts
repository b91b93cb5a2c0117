import * as z from 'zod'
import { hazards } from '../domain/alert.ts'
import { auditPhases } from '../domain/audit.ts'
import { duties } from '../domain/village.ts'
import { kindOfAlert } from './alerts.ts'
import { areaCode, id, pageLimit, villageCode } from './fields.ts'
import { said } from './said.ts'

const sequence = z.lazy(() => z.number().int().min(0))
const hash = z.string()
const day = z.iso.date()

const chainHead = z.lazy(() => z.object({ chain: z.string(), sequence, hash }))

/** A row of the audit as it is stored. Loose, since whatever stands in a row belongs to its hash. */
export const auditRow = z.lazy(() =>
  z.looseObject({
    schemaVersion: z.literal(1),
    chain: z.string(),
    sequence,
    id: z.string(),
    phase: z.enum(auditPhases),
    who: z.string(),
    action: z.string(),
    subject: z.record(z.string(), z.string()),
    atIso: z.string(),
    correlationId: z.string().optional(),
    requestId: z.string().optional(),
    bodyDigest: z.string().optional(),
    status: z.number().int().optional(),
    code: z.string().optional(),
    answers: sequence.optional(),
    opens: chainHead.optional(),
    previousHash: hash,
    hash,
  }),
)

/** The heads of a day's chains, as they lie in the bucket. */
export const auditAnchor = z.lazy(() =>
  z.strictObject({
    schemaVersion: z.literal(1),
    day,
    madeAtIso: z.string(),
    heads: z.array(chainHead),
    previous: z.object({ day, hash }).nullable(),
  }),
)

/** A row as an admin sees it. Null where the row has none. */
export const auditRowView = z.lazy(() =>
  z.object({
    sequence,
    phase: z.enum(auditPhases),
    who: z.string(),
    action: z.string(),
    subject: z.record(z.string(), z.string()),
    atIso: z.string(),
    correlationId: z.string().nullable(),
    bodyDigest: z.string().nullable(),
    status: z.number().int().nullable(),
    code: z.string().nullable(),
    /** The intent whose outcome this is. */
    answers: sequence.nullable(),
    /** The first intent of the same wish: the same user sent the same Idempotency-Key again. */
    repeats: sequence.nullable(),
    /** The chain that was gone on with for the first time that day, as it stood before. */
    opens: chainHead.nullable(),
    previousHash: hash,
    hash,
  }),
)

/** What `GET /v1/audit` takes: an alert or a day, one of the two. */
export const auditQuery = z.lazy(() =>
  z.object({
    alertId: id.optional(),
    day: day.optional(),
    /** Rows behind this one. */
    after: z.coerce.number().int().min(0).default(0),
    limit: pageLimit(500, 100),
  }),
)

/** What an id in a row names. A member is told by what they do in their village. */
export const namedThing = z.lazy(() =>
  z.discriminatedUnion('is', [
    z.object({ is: z.literal('person'), name: z.string() }),
    z.object({
      is: z.literal('alert'),
      number: z.number().int(),
      ...kindOfAlert,
      hazard: z.enum(hazards),
      areas: z.array(areaCode),
    }),
    z.object({ is: z.literal('member'), village: villageCode, duty: z.enum(duties) }),
    z.object({ is: z.literal('import'), createdAtIso: z.string() }),
  ]),
)

export const auditPage = z.lazy(() =>
  z.object({
    chain: z.string(),
    rows: z.array(auditRowView),
    /** By id, of those that are still there: people, alerts, members, imports. */
    names: z.record(z.string(), namedThing),
    /** Hand it back as `after`; null on the last page. */
    nextAfter: sequence.nullable(),
  }),
)

/** What `GET /v1/audit/verify` takes. */
export const verifyQuery = z.lazy(() =>
  z.object({
    chain: z
      .string()
      .regex(
        /^(alert#[a-z0-9-]{1,40}|day#\d{4}-\d{2}-\d{2})$/,
        said('Give alert#<id> or day#yyyy-mm-dd.', 'ໃສ່ alert#<id> ຫຼື day#yyyy-mm-dd.'),
      ),
  }),
)

export const auditVerification = z.lazy(() =>
  z.object({
    chain: z.string(),
    rows: z.number().int(),
    intact: z.boolean(),
    faults: z.array(
      z.object({ kind: z.string(), sequence, by: z.string().nullable(), en: z.string(), lo: z.string() }),
    ),
    /** Intents without an outcome: no fault of the chain. */
    openIntents: z.array(sequence),
    /** Who else knows of the chain, and up to which row. */
    known: z.array(z.object({ by: z.string(), sequence })),
  }),
)
