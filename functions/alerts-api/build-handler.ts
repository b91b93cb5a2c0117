import { createHttpHandler } from '../../shared/middleware/http-handler.ts'
import { allClearAlert } from './all-clear-alert.ts'
import { answerTestSms } from './answer-test-sms.ts'
import { approveAlert } from './approve-alert.ts'
import { breakGlass } from './break-glass.ts'
import { cancelAlert } from './cancel-alert.ts'
import { composeText } from './compose-text.ts'
import { createAlert } from './create-alert.ts'
import { createSchedule } from './create-schedule.ts'
import type { AlertsApiDeps } from './deps.ts'
import { editSchedule } from './edit-schedule.ts'
import { getSchedule } from './get-schedule.ts'
import { listScheduleRuns } from './list-schedule-runs.ts'
import { listSchedules } from './list-schedules.ts'
import { endSchedule, pauseSchedule, reconfirmSchedule, resumeSchedule } from './steer-schedule.ts'
import { editAlert } from './edit-alert.ts'
import { getAlert } from './get-alert.ts'
import { getEmergencyStop } from './get-emergency-stop.ts'
import { getBoard } from './get-board.ts'
import { getBoardVillage } from './get-board-village.ts'
import { getCallList } from './get-call-list.ts'
import { getCallSheet } from './get-call-sheet.ts'
import { getReport } from './get-report.ts'
import { listBudgets } from './list-budgets.ts'
import { setBudget } from './set-budget.ts'
import { listAcknowledgements } from './list-acknowledgements.ts'
import { getHeads } from './get-heads.ts'
import { getTemplate } from './get-template.ts'
import { listAlerts } from './list-alerts.ts'
import { listTemplates } from './list-templates.ts'
import { listTestSms } from './list-test-sms.ts'
import { previewAlert } from './preview-alert.ts'
import { recordAcknowledgement } from './record-acknowledgement.ts'
import { resendFailed } from './resend-failed.ts'
import { resumeAccount } from './resume-account.ts'
import { resumeAlert } from './resume-alert.ts'
import { reviewAlert } from './review-alert.ts'
import { rejectAlert, returnAlert } from './send-back-alert.ts'
import { sendTestSms } from './send-test-sms.ts'
import { stopAccount } from './stop-account.ts'
import { stopAlert } from './stop-alert.ts'
import { submitAlert } from './submit-alert.ts'
import { updateAlert } from './update-alert.ts'

export const buildHandler = (deps: AlertsApiDeps) =>
  createHttpHandler({
    routes: [
      listTemplates(),
      getTemplate(),
      composeText(deps),
      previewAlert(deps),
      createAlert(deps),
      listAlerts(deps),
      getAlert(deps),
      editAlert(deps),
      submitAlert(deps),
      approveAlert(deps),
      returnAlert(deps),
      rejectAlert(deps),
      breakGlass(deps),
      reviewAlert(deps),
      getHeads(deps),
      updateAlert(deps),
      cancelAlert(deps),
      allClearAlert(deps),
      stopAlert(deps),
      resumeAlert(deps),
      resendFailed(deps),
      getEmergencyStop(deps),
      stopAccount(deps),
      resumeAccount(deps),
      getBoard(deps),
      getBoardVillage(deps),
      recordAcknowledgement(deps),
      listAcknowledgements(deps),
      getCallList(deps),
      getCallSheet(deps),
      createSchedule(deps),
      listSchedules(deps),
      getSchedule(deps),
      listScheduleRuns(deps),
      editSchedule(deps),
      pauseSchedule(deps),
      resumeSchedule(deps),
      reconfirmSchedule(deps),
      endSchedule(deps),
      listBudgets(deps),
      setBudget(deps),
      getReport(deps),
      sendTestSms(deps),
      answerTestSms(deps),
      listTestSms(deps),
    ],
    findUser: (id) => deps.users.find(id),
    audit: deps.audit,
    logger: deps.logger,
  })
