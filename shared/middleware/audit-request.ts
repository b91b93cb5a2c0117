import type { Logger } from '@aws-lambda-powertools/logger'
import type { RouteDefinition } from '../contracts/routes.ts'
import type { AuditNote, AuditRow, AuditTrail } from '../domain/audit.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { User } from '../domain/user.ts'
import { problemStatuses, RequestError } from '../errors.ts'
import { digestOfText, idOfRequest } from '../request-id.ts'
import { safeError } from './safe-error.ts'

/** What the audit needs to know of a request, everything parsed. */
type AuditedRequest = {
  definition: RouteDefinition
  user: User
  params: unknown
  body: unknown
  idempotencyKey: string
  correlationId: string
}

type AuditDeps = { audit: AuditTrail; logger: Pick<Logger, 'error'> }
type Names = Readonly<Record<string, unknown>>

const asNames = (value: unknown): Names =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

/** An id, a code or a number of ours; not what looks like a phone number, which a path may hold by mistake. */
const isNameable = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[A-Za-z0-9-]{1,64}$/.test(value) &&
  !/^\d{8,}$/.test(value.replaceAll('-', ''))

const pick = (names: Names): Record<string, string> => {
  const texts = Object.entries(names).map(([name, value]): [string, unknown] => [
    name === 'code' ? 'village' : name,
    typeof value === 'number' ? String(value) : value,
  ])
  return Object.fromEntries(texts.filter((entry): entry is [string, string] => isNameable(entry[1])))
}

/** What the answer of a change names: the alert and its version, or what was made. */
const namesOfAnswer = (answer: unknown): Record<string, string> => {
  const { alertId, version, id, import: made } = asNames(answer)
  return pick({ alertId, version, madeId: id ?? asNames(made)['id'] })
}

const describe = ({
  definition,
  user,
  params,
  body,
  ...request
}: AuditedRequest): Omit<AuditNote, 'phase'> => ({
  who: user.id,
  action: `${definition.method} ${definition.path}`,
  subject: pick(asNames(params)),
  correlationId: request.correlationId,
  ...(request.idempotencyKey === ''
    ? {}
    : {
        requestId: idOfRequest(
          `audit ${definition.method} ${definition.path}`,
          user.id,
          request.idempotencyKey,
        ),
      }),
  ...(body === undefined ? {} : { bodyDigest: digestOfText(canonicalJson(body)) }),
})

const mustWrite = async ({ audit, logger }: AuditDeps, note: AuditNote): Promise<AuditRow> => {
  try {
    return await audit.append(note)
  } catch (error) {
    logger.error('AUDIT_UNAVAILABLE', { action: note.action, phase: note.phase, ...safeError(error) })
    throw new RequestError('audit-unavailable', {
      en: 'What is done here has to be written down, and that is not possible just now. Nothing was changed: try again.',
      lo: 'ທຸກສິ່ງທີ່ເຮັດຕ້ອງຖືກບັນທຶກ, ແຕ່ດຽວນີ້ບັນທຶກບໍ່ໄດ້. ບໍ່ມີຫຍັງປ່ຽນ: ລອງອີກ.',
    })
  }
}

/** The change is made by now: nobody is told that it was not, because its outcome could not be written down. */
const tryToWrite = async ({ audit, logger }: AuditDeps, note: AuditNote, after?: AuditRow): Promise<void> => {
  try {
    await audit.append(note, after)
  } catch (error) {
    logger.error('AUDIT_ROW_LOST', {
      action: note.action,
      phase: note.phase,
      correlationId: note.correlationId,
      ...safeError(error),
    })
  }
}

/** How a call of the route by this user is kept. */
const kindOf = ({ method, audited }: RouteDefinition, user: User): 'change' | 'reveal' | 'nothing' => {
  if (audited === undefined) return method === 'GET' ? 'nothing' : 'change'
  if ('never' in audited) return 'nothing'
  return audited.revealsTo.some((role) => user.roles.includes(role)) ? 'reveal' : 'nothing'
}

const faultOf = (error: unknown): Pick<AuditNote, 'status' | 'code'> => {
  const code = error instanceof RequestError ? error.code : 'internal'
  return { status: problemStatuses[code], code }
}

const changeAudited = async <Answer extends { body: unknown }>(
  deps: AuditDeps,
  request: AuditedRequest,
  run: () => Promise<Answer>,
): Promise<Answer> => {
  const note = describe(request)
  const intent = await mustWrite(deps, { ...note, phase: 'intent' })
  const outcome = { ...note, phase: 'outcome', answers: intent.sequence } as const
  let done: Answer
  try {
    done = await run()
  } catch (error) {
    await tryToWrite(deps, { ...outcome, ...faultOf(error) }, intent)
    throw error
  }
  const status = request.definition.status
  const subject = { ...namesOfAnswer(done.body), ...note.subject }
  await tryToWrite(deps, { ...outcome, status, subject }, intent)
  const isNewAlert = subject['alertId'] !== undefined && note.subject['alertId'] === undefined
  // The chain of a new alert begins with its making, whose intent is in the day's chain.
  if (isNewAlert) await tryToWrite(deps, { ...note, phase: 'outcome', status, subject })
  return done
}

/**
 * Runs a use case and keeps in the audit who asked for it. A change: its intent before, or it is refused; its outcome
 * after, also where it failed. What is shown: before the answer goes out, or it does not. All else runs as it is.
 */
export const runAudited = async <Answer extends { body: unknown }>(
  deps: AuditDeps,
  request: AuditedRequest,
  run: () => Promise<Answer>,
): Promise<Answer> => {
  const kind = kindOf(request.definition, request.user)
  if (kind === 'change') return changeAudited(deps, request, run)
  const done = await run()
  if (kind === 'reveal') {
    await mustWrite(deps, { ...describe(request), phase: 'reveal', status: request.definition.status })
  }
  return done
}
