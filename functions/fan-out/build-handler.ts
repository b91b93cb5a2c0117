import { fanOutMessage, type FanOutMessage } from '../../shared/contracts/queue-messages.ts'
import { isNoticeId } from '../../shared/domain/notices/notice.ts'
import { isTestSmsId } from '../../shared/domain/test-sms/test-sms.ts'
import { createQueueHandler, eachRecord } from '../../shared/middleware/queue-handler.ts'
import type { FanOutDeps } from './deps.ts'
import { fanOutDistrict } from './fan-out-district.ts'
import { fanOutLoneVersion } from './fan-out-lone-version.ts'
import { openSecondWave } from './open-second-wave.ts'
import { queueOpenWaves } from './queue-open-waves.ts'
import { resendDistrict } from './resend-district.ts'

const doJob = (deps: FanOutDeps, message: FanOutMessage): Promise<void> => {
  switch (message.job) {
    case 'fan-out':
      return isNoticeId(message.alertId) || isTestSmsId(message.alertId)
        ? fanOutLoneVersion(deps, message)
        : fanOutDistrict(deps, message)
    case 'open-second-wave':
      return openSecondWave(deps, message)
    case 'queue-open-waves':
      return queueOpenWaves(deps, message)
    case 'resend':
      return resendDistrict(deps, message)
    default:
      return message satisfies never
  }
}

export const buildHandler = (deps: FanOutDeps) =>
  createQueueHandler({
    schema: fanOutMessage,
    logger: deps.logger,
    recordFailures: deps.recordFailures,
    useCase: eachRecord(deps.logger, (message) => doJob(deps, message)),
  })
