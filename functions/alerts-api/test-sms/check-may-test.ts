import { toEpochSeconds } from '../../../shared/clock.ts'
import { isAlerted } from '../../../shared/domain/committee.ts'
import { receivesSms } from '../../../shared/domain/phone-number.ts'
import { quietUntilMs } from '../../../shared/domain/quiet-hours.ts'
import { localTime } from '../../../shared/domain/render-text.ts'
import {
  deliveryOfTest,
  findTestObstacle,
  mostTestsADay,
  testSmsKey,
  testsAbout,
  type TestSms,
} from '../../../shared/domain/test-sms/test-sms.ts'
import type { Member, Village } from '../../../shared/domain/village.ts'
import type { Words } from '../../../shared/domain/wording.ts'
import { RequestError } from '../../../shared/errors.ts'
import { findLiveActual } from '../../../shared/progress/find-live-actual.ts'
import type { AlertsApiDeps } from '../deps.ts'

const refusals = {
  left: { en: 'This member has left and gets no SMS.', lo: 'ສະມາຊິກນີ້ອອກແລ້ວ ແລະ ບໍ່ໄດ້ຮັບ SMS.' },
  landline: { en: 'This is a fixed line: it gets no SMS.', lo: 'ເບີນີ້ເປັນໂທລະສັບຕັ້ງໂຕະ: ບໍ່ຮັບ SMS.' },
  merged: {
    en: 'This village was merged into another: its committee gets no SMS. Test the other one’s.',
    lo: 'ບ້ານນີ້ລວມເຂົ້າບ້ານອື່ນແລ້ວ: ຄະນະກຳມະການນີ້ບໍ່ໄດ້ຮັບ SMS. ທົດລອງຂອງບ້ານນັ້ນ.',
  },
  stopped: {
    en: 'Every SMS is stopped at this moment: no test goes out.',
    lo: 'SMS ທັງໝົດຖືກຢຸດໄວ້: ບໍ່ສົ່ງ SMS ທົດລອງ.',
  },
  'under-way': {
    en: 'A test SMS to this number is on its way. Wait what comes of it.',
    lo: 'SMS ທົດລອງຫາເບີນີ້ກຳລັງສົ່ງຢູ່. ລໍຖ້າຜົນກ່ອນ.',
  },
  'too-many': {
    en: `${mostTestsADay} test SMS went to this member within 24 hours. Test again tomorrow.`,
    lo: `ສົ່ງ SMS ທົດລອງຫາສະມາຊິກນີ້ ${mostTestsADay} ເທື່ອແລ້ວໃນ 24 ຊົ່ວໂມງ. ທົດລອງອີກມື້ອື່ນ.`,
  },
} as const satisfies Record<string, Words>

const refuse = (why: keyof typeof refusals): never => {
  throw new RequestError('wrong-state', refusals[why])
}

const checkQuiet = ({ quietHours, clock }: AlertsApiDeps): void => {
  const untilMs = quietUntilMs(clock.nowMs(), quietHours)
  if (untilMs === undefined) return
  const until = localTime(untilMs)
  throw new RequestError('wrong-state', {
    en: `Nobody is woken by a test: test from ${until} on.`,
    lo: `ບໍ່ປຸກໃຜດ້ວຍການທົດລອງ: ທົດລອງຕັ້ງແຕ່ ${until}.`,
  })
}

/** Throws where an actual alert is live in the village: a test says that nothing has happened. */
export const checkNoAlert = async (deps: AlertsApiDeps, village: string): Promise<void> => {
  const [live] = await findLiveActual(deps, [village])
  if (live === undefined) return
  const { alertId, number } = live
  throw new RequestError(
    'actual-alert-live',
    {
      en: `The actual alert #${number} is live in this village: no test goes out beside it.`,
      lo: `ຄຳເຕືອນຈິງ #${number} ຍັງມີຢູ່ບ້ານນີ້: ບໍ່ສົ່ງ SMS ທົດລອງໃນເວລານີ້.`,
    },
    [],
    { alertId, number },
  )
}

/**
 * Throws where no test SMS may go to the member now. A number that fails is no obstacle: it is the one to try. No test
 * goes out at night, while the account is stopped, or beside an actual alert, which it would belie.
 */
export const checkMayTest = async (
  deps: AlertsApiDeps,
  { village, member }: { village: Village; member: Member },
  tests: readonly TestSms[],
): Promise<void> => {
  if (member.status === 'left') refuse('left')
  if (!receivesSms(member.phone)) refuse('landline')
  if (!isAlerted(village)) refuse('merged')
  const nowSeconds = toEpochSeconds(deps.clock.nowMs())
  const [last] = testsAbout(tests, member.phone, nowSeconds)
  const dispatch = last && (await deps.dispatches.find(testSmsKey(last.id, village.code)))
  const obstacle = findTestObstacle(
    tests,
    last && deliveryOfTest(last, dispatch, nowSeconds).state,
    nowSeconds,
  )
  if (obstacle !== undefined) refuse(obstacle)
  checkQuiet(deps)
  if ((await deps.halts.find()).accountStop !== undefined) refuse('stopped')
  await checkNoAlert(deps, village.code)
}
