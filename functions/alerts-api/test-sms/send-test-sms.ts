import { toEpochSeconds } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { districtOf } from '../../../shared/domain/area.ts'
import { testSmsTexts } from '../../../shared/domain/test-sms/test-sms-words.ts'
import {
  testHoldsSeconds,
  testKeptSeconds,
  testSmsIdOf,
  withTest,
  type TestSms,
} from '../../../shared/domain/test-sms/test-sms.ts'
import type { Member, Village } from '../../../shared/domain/village.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { composeLoneVersion } from '../../../shared/progress/compose-lone-version.ts'
import { queueDistricts } from '../../../shared/progress/queue-districts.ts'
import { digestOf } from '../../../shared/request-id.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { queueOrLog } from '../queue-or-log.ts'
import { checkMayTest, checkNoAlert } from './check-may-test.ts'
import { findTestedMember, othersAreQuicker, readTest } from './test-sms-view.ts'

const mostTries = 5

type Tested = { village: Village; member: Member }

/** Whoever died before the SMS was on its way may come again much later: an actual alert may be live by then. */
const checkMayGoOn = async (deps: AlertsApiDeps, { village }: Tested, { id }: TestSms): Promise<void> => {
  if ((await deps.alerts.findVersion(id, 1)) === undefined) await checkNoAlert(deps, village.code)
}

/** Writes the test down before anything goes out; the same request again finds it there. */
const noteTest = async (
  deps: AlertsApiDeps,
  tested: Tested,
  { id, by }: Pick<TestSms, 'id' | 'by'>,
): Promise<TestSms> => {
  const { village, member } = tested
  for (let tries = 0; tries < mostTries; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- again only where somebody else was quicker, or an answer was lost
    const kept = await deps.testSms.find(village.code, member.id)
    const earlier = kept.tests.find((one) => one.id === id)
    if (earlier !== undefined) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      await checkMayGoOn(deps, tested, earlier)
      return earlier
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    await checkMayTest(deps, tested, kept.tests)
    const test = { id, by, phone: member.phone, atEpochSeconds: toEpochSeconds(deps.clock.nowMs()) }
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (await deps.testSms.replace(village.code, member.id, kept, withTest(kept.tests, test))) return test
  }
  throw othersAreQuicker()
}

const composeTest = (
  deps: AlertsApiDeps,
  { village, member }: Tested,
  { id, by, phone, atEpochSeconds }: TestSms,
): VersionRecord => {
  const district = districtOf(village.code)
  return composeLoneVersion(deps, {
    alertId: id,
    number: 0,
    level: 'prepare',
    // Quiet hours hold it, and a stop of the account; it takes a warning's way else.
    mode: 'test',
    districts: { [district]: [village.code] },
    open: new Set([district]),
    texts: testSmsTexts(atEpochSeconds * 1000),
    expiresAtEpochSeconds: atEpochSeconds + testHoldsSeconds,
    removeAtEpochSeconds: atEpochSeconds + testKeptSeconds,
    by,
    issuedAtMs: atEpochSeconds * 1000,
    testSms: { village: village.code, memberId: member.id, phone },
  })
}

/** Puts the SMS on its way, once however often it is asked for, unless its time is over by now. */
const startTest = async (deps: AlertsApiDeps, tested: Tested, test: TestSms): Promise<void> => {
  const version = composeTest(deps, tested, test)
  if (toEpochSeconds(deps.clock.nowMs()) >= version.expiresAtEpochSeconds) return
  if (!(await deps.alerts.addVersion(version))) return
  deps.logger.info('TEST_SMS_MADE', { testId: test.id, village: tested.village.code, userId: test.by })
  await queueOrLog(deps, version, () => queueDistricts(deps, version, 'fan-out', version.fanOutOpen))
}

/** `POST …/members/{memberId}/test-sms`: one SMS to one member, by the way of a warning. */
export const sendTestSms = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.sendTestSms, async ({ user, params, idempotencyKey }) => {
    const tested = await findTestedMember(deps, params)
    const id = testSmsIdOf(digestOf(['test-sms', params.code, params.memberId, user.id, idempotencyKey]))
    const test = await noteTest(deps, tested, { id, by: user.id })
    await startTest(deps, tested, test)
    return { body: await readTest(deps, params, test) }
  })
