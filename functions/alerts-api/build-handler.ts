import { createHttpHandler } from '../../shared/middleware/http-handler.ts'
import { createAlert } from './create-alert.ts'
import type { AlertsApiDeps } from './deps.ts'
import { getAlert } from './get-alert.ts'
import { getEmergencyStop } from './get-emergency-stop.ts'
import { getBoard } from './get-board.ts'
import { getBoardVillage } from './get-board-village.ts'
import { listAlerts } from './list-alerts.ts'
import { previewAlert } from './preview-alert.ts'
import { resendFailed } from './resend-failed.ts'
import { resumeAccount } from './resume-account.ts'
import { resumeAlert } from './resume-alert.ts'
import { stopAccount } from './stop-account.ts'
import { stopAlert } from './stop-alert.ts'
import { submitAlert } from './submit-alert.ts'

export const buildHandler = (deps: AlertsApiDeps) =>
  createHttpHandler({
    routes: [
      previewAlert(deps),
      createAlert(deps),
      listAlerts(deps),
      getAlert(deps),
      submitAlert(deps),
      stopAlert(deps),
      resumeAlert(deps),
      resendFailed(deps),
      getEmergencyStop(deps),
      stopAccount(deps),
      resumeAccount(deps),
      getBoard(deps),
      getBoardVillage(deps),
    ],
    findUser: (id) => deps.users.find(id),
    logger: deps.logger,
  })
