import { toEpochSeconds } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import {
  deliveryOfTest,
  isAskable,
  testSmsKey,
  testsAbout,
} from '../../../shared/domain/test-sms/test-sms.ts'
import { RequestError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findTestedMember, othersAreQuicker, readTest } from './test-sms-view.ts'

const mostTries = 5

const refusals = {
  void: {
    en: 'No such test SMS went to the number that this member has now. Read the village again.',
    lo: 'ບໍ່ມີ SMS ທົດລອງນີ້ຫາເບີທີ່ສະມາຊິກມີດຽວນີ້. ໂຫຼດບ້ານຄືນໃໝ່.',
  },
  unsent: {
    en: 'This test SMS has not gone out: there is nothing to ask about.',
    lo: 'SMS ທົດລອງນີ້ບໍ່ໄດ້ສົ່ງອອກ: ບໍ່ມີຫຍັງໃຫ້ຖາມ.',
  },
} as const

/** `PUT …/test-sms/answer`: what the person said, about the number that the SMS went to. */
export const answerTestSms = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.answerTestSms, async ({ user, params, body }) => {
    const { code, memberId } = params
    const { member } = await findTestedMember(deps, params)
    for (let tries = 0; tries < mostTries; tries += 1) {
      // oxlint-disable-next-line no-await-in-loop -- again only where somebody else wrote in between
      const kept = await deps.testSms.find(code, memberId)
      const nowSeconds = toEpochSeconds(deps.clock.nowMs())
      const test = testsAbout(kept.tests, member.phone, nowSeconds).find(({ id }) => id === body.id)
      if (test === undefined) throw new RequestError('wrong-state', refusals.void)
      // oxlint-disable-next-line no-await-in-loop -- as above
      const dispatch = await deps.dispatches.find(testSmsKey(test.id, code))
      if (!isAskable(deliveryOfTest(test, dispatch, nowSeconds).state)) {
        throw new RequestError('wrong-state', refusals.unsent)
      }
      const answered = { ...test, answer: { said: body.said, by: user.id, atEpochSeconds: nowSeconds } }
      const tests = kept.tests.map((one) => (one === test ? answered : one))
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (await deps.testSms.replace(code, memberId, kept, tests)) {
        return { body: await readTest(deps, params, answered) }
      }
    }
    throw othersAreQuicker()
  })
