import type * as z from 'zod'
import { toEpochSeconds, toIso } from '../../../shared/clock.ts'
import type { testSmsView } from '../../../shared/contracts/test-sms.ts'
import type { Dispatch } from '../../../shared/domain/dispatch.ts'
import {
  deliveryOfTest,
  testSmsKey,
  testsAbout,
  type TestSms,
} from '../../../shared/domain/test-sms/test-sms.ts'
import type { Member, Village } from '../../../shared/domain/village.ts'
import { notFound, RequestError } from '../../../shared/errors.ts'
import { isoOf } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'

type View = z.input<typeof testSmsView>
type Deps = Pick<AlertsApiDeps, 'villages' | 'dispatches' | 'testSms' | 'clock'>

/** Where a write lost every race. */
export const othersAreQuicker = (): RequestError =>
  new RequestError('wrong-state', {
    en: 'Others are writing about this member at this moment. Try again.',
    lo: 'ຄົນອື່ນກຳລັງບັນທຶກກ່ຽວກັບສະມາຊິກນີ້. ລອງອີກ.',
  })

/** The member as the roster has them now. Throws not-found where village or member is not there. */
export const findTestedMember = async (
  { villages }: Pick<Deps, 'villages'>,
  { code, memberId }: { code: string; memberId: string },
): Promise<{ village: Village; member: Member }> => {
  const village = await villages.find(code)
  const member = village?.members.find(({ id }) => id === memberId)
  if (village === undefined || member === undefined) throw notFound('member')
  return { village, member }
}

const toView = (
  { clock }: Pick<Deps, 'clock'>,
  memberId: string,
  test: TestSms,
  dispatch: Dispatch | undefined,
): View => {
  const { state, atEpochSeconds } = deliveryOfTest(test, dispatch, toEpochSeconds(clock.nowMs()))
  const { answer } = test
  return {
    id: test.id,
    memberId,
    by: test.by,
    askedAtIso: toIso(test.atEpochSeconds * 1000),
    state,
    stateAtIso: isoOf(atEpochSeconds),
    answer:
      answer === undefined
        ? null
        : { said: answer.said, by: answer.by, atIso: toIso(answer.atEpochSeconds * 1000) },
  }
}

/** One test as it stands in the ledger. */
export const readTest = async (
  deps: Pick<Deps, 'dispatches' | 'clock'>,
  { code, memberId }: { code: string; memberId: string },
  test: TestSms,
): Promise<View> => toView(deps, memberId, test, await deps.dispatches.find(testSmsKey(test.id, code)))

/** The tests of the numbers that a committee has now, as they stand in the ledger. */
export const readVillageTests = async (deps: Deps, { code, members }: Village): Promise<View[]> => {
  const kept = await deps.testSms.listVillage(code)
  const nowSeconds = toEpochSeconds(deps.clock.nowMs())
  const tests = members.flatMap(({ id, phone }) =>
    testsAbout(kept.get(id) ?? [], phone, nowSeconds).map((test) => ({ memberId: id, test })),
  )
  const dispatches = await deps.dispatches.findMany(tests.map(({ test }) => testSmsKey(test.id, code)))
  const byId = new Map(dispatches.map((dispatch) => [dispatch.alertId, dispatch]))
  return tests.map(({ memberId, test }) => toView(deps, memberId, test, byId.get(test.id)))
}
