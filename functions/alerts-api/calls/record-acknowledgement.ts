import type * as z from 'zod'
import { toEpochSeconds } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { acknowledgementBody } from '../../../shared/contracts/calls.ts'
import type { Words } from '../../../shared/domain/wording.ts'
import { invalidRequest, keyReused, RequestError, type FieldError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { coverageOfVillage, type CalledVillage } from '../../../shared/progress/called-village.ts'
import { digestOf, idOfRequest } from '../../../shared/request-id.ts'
import type { StoredCall } from '../../../shared/store/call-store.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { toCallViews } from './call-view.ts'
import { findCalled } from './find-called.ts'

type Body = z.output<typeof acknowledgementBody>
type Wish = { alertId: string; code: string; body: Body; id: string; by: string }

const mostTries = 10
/** One item holds a village's records; this many with the longest notes still fit in it. */
const mostRecords = 250
/** Clocks of officers and servers differ a little. */
const clockSlackSeconds = 300

const findFaults = (
  { body }: Wish,
  { village, version }: CalledVillage,
  calls: readonly StoredCall[],
  nowEpochSeconds: number,
): FieldError[] => {
  const calledAt = body.calledAtIso === undefined ? undefined : toEpochSeconds(Date.parse(body.calledAtIso))
  const isMember = village?.members.some(({ id }) => id === body.memberId) ?? false
  const faults: [boolean, string, Words][] = [
    [
      body.memberId !== undefined && !isMember,
      'memberId',
      { en: 'Nobody of this committee has this id.', lo: 'ບໍ່ມີໃຜໃນຄະນະກຳມະການນີ້ມີລະຫັດນີ້.' },
    ],
    [
      body.corrects !== undefined && !calls.some(({ id }) => id === body.corrects),
      'corrects',
      { en: 'No record of this village has this id.', lo: 'ບໍ່ມີບັນທຶກຂອງບ້ານນີ້ມີລະຫັດນີ້.' },
    ],
    [
      calledAt !== undefined && calledAt > nowEpochSeconds + clockSlackSeconds,
      'calledAtIso',
      { en: 'Lies in the future.', lo: 'ເວລານີ້ຍັງບໍ່ທັນມາຮອດ.' },
    ],
    [
      calledAt !== undefined && calledAt < version.issuedAtEpochSeconds - clockSlackSeconds,
      'calledAtIso',
      { en: 'Lies before this version was issued.', lo: 'ຢູ່ກ່ອນສະບັບນີ້ຖືກສົ່ງ.' },
    ],
  ]
  return faults.flatMap(([isFault, name, message]) => (isFault ? [{ path: `body.${name}`, message }] : []))
}

const toRecord = (
  { body, id, by }: Wish,
  { version }: CalledVillage,
  calls: readonly StoredCall[],
  nowEpochSeconds: number,
): StoredCall => {
  const wrong = calls.find((call) => call.id === body.corrects)
  const calledAt =
    body.calledAtIso === undefined
      ? (wrong?.calledAtEpochSeconds ?? nowEpochSeconds)
      : Math.min(toEpochSeconds(Date.parse(body.calledAtIso)), nowEpochSeconds)
  return {
    id,
    version: body.version ?? wrong?.version ?? version.version,
    outcome: body.outcome,
    ...(body.memberId === undefined ? {} : { memberId: body.memberId }),
    ...(body.note === undefined ? {} : { note: body.note }),
    by,
    calledAtEpochSeconds: calledAt,
    recordedAtEpochSeconds: nowEpochSeconds,
    ...(body.corrects === undefined ? {} : { corrects: body.corrects }),
    bodyDigest: digestOf(body),
  }
}

const checkMayAdd = (faults: FieldError[], calls: readonly StoredCall[]): void => {
  if (faults.length > 0) {
    throw invalidRequest(faults)
  }
  if (calls.length >= mostRecords) {
    throw new RequestError('wrong-state', {
      en: `This village has ${mostRecords} records of this alert: no more fit.`,
      lo: `ບ້ານນີ້ມີ ${mostRecords} ບັນທຶກຂອງຄຳເຕືອນນີ້ແລ້ວ: ເພີ່ມອີກບໍ່ໄດ້.`,
    })
  }
}

/** Adds the record after those of others; the same request again finds it there. Answers with all of the village. */
const addRecord = async (deps: AlertsApiDeps, wish: Wish, called: CalledVillage): Promise<StoredCall[]> => {
  const { alertId, code } = wish
  for (let tries = 0; tries < mostTries; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- again only where somebody else was quicker, or an answer was lost
    const calls = await deps.calls.find(alertId, code)
    const earlier = calls.find(({ id }) => id === wish.id)
    if (earlier !== undefined && earlier.bodyDigest !== digestOf(wish.body)) throw keyReused('call')
    if (earlier !== undefined) return calls
    const now = toEpochSeconds(deps.clock.nowMs())
    checkMayAdd(findFaults(wish, called, calls, now), calls)
    const record = toRecord(wish, called, calls, now)
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (await deps.calls.append(alertId, code, calls, record)) return [...calls, record]
  }
  throw new RequestError('wrong-state', {
    en: 'Others are recording calls to this village at this moment. Try again.',
    lo: 'ຄົນອື່ນກຳລັງບັນທຶກການໂທຫາບ້ານນີ້. ລອງອີກ.',
  })
}

/** `POST …/villages/{code}/acknowledgements`: what an officer's call came to. Nothing that is recorded ever changes. */
export const recordAcknowledgement = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.recordAcknowledgement, async ({ user, params, body, idempotencyKey }) => {
    const { alertId, code } = params
    const called = await findCalled(deps, user, { alertId, code, version: body.version })
    const id = idOfRequest('call', user.id, idempotencyKey)
    const calls = await addRecord(deps, { alertId, code, body, id, by: user.id }, called)
    const acknowledgement = toCallViews(calls, called.village).find((view) => view.id === id)
    if (acknowledgement === undefined) throw new Error('a record that was added is not there')
    deps.logger.info('CALL_RECORDED', {
      alertId,
      version: acknowledgement.version,
      village: code,
      outcome: body.outcome,
      userId: user.id,
    })
    return {
      body: {
        alertId,
        mode: called.version.mode,
        village: code,
        coverage: coverageOfVillage(called, calls),
        acknowledgement,
      },
    }
  })
