import { createHttpHandler } from '../../shared/middleware/http-handler.ts'
import { createAlert } from './create-alert.ts'
import type { AlertsApiDeps } from './deps.ts'
import { getAlert } from './get-alert.ts'
import { getBoard } from './get-board.ts'
import { getBoardVillage } from './get-board-village.ts'
import { listAlerts } from './list-alerts.ts'
import { previewAlert } from './preview-alert.ts'
import { submitAlert } from './submit-alert.ts'

export const buildHandler = (deps: AlertsApiDeps) =>
  createHttpHandler({
    routes: [
      previewAlert(deps),
      createAlert(deps),
      listAlerts(deps),
      getAlert(deps),
      submitAlert(deps),
      getBoard(deps),
      getBoardVillage(deps),
    ],
    findUser: (id) => deps.users.find(id),
    logger: deps.logger,
  })
