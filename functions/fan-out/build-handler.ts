import { fanOutMessage } from '../../shared/contracts/queue-messages.ts'
import { createQueueHandler, eachRecord } from '../../shared/middleware/queue-handler.ts'
import type { FanOutDeps } from './deps.ts'
import { fanOutDistrict } from './fan-out-district.ts'
import { openSecondWave } from './open-second-wave.ts'

export const buildHandler = (deps: FanOutDeps) =>
  createQueueHandler({
    schema: fanOutMessage,
    logger: deps.logger,
    useCase: eachRecord(deps.logger, (message) =>
      message.job === 'fan-out' ? fanOutDistrict(deps, message) : openSecondWave(deps, message),
    ),
  })
