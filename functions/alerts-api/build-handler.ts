import { createHttpHandler } from '../../shared/middleware/http-handler.ts'
import { approveAlert } from './approval/approve-alert.ts'
import { breakGlass } from './approval/break-glass.ts'
import { reviewAlert } from './approval/review-alert.ts'
import { rejectAlert, returnAlert } from './approval/send-back-alert.ts'
import { submitAlert } from './approval/submit-alert.ts'
import { getAlert } from './board/get-alert.ts'
import { getBoardVillage } from './board/get-board-village.ts'
import { getBoard } from './board/get-board.ts'
import { listAlerts } from './board/list-alerts.ts'
import { getCallList } from './calls/get-call-list.ts'
import { getCallSheet } from './calls/get-call-sheet.ts'
import { listAcknowledgements } from './calls/list-acknowledgements.ts'
import { recordAcknowledgement } from './calls/record-acknowledgement.ts'
import { getEmergencyStop } from './control/get-emergency-stop.ts'
import { resendFailed } from './control/resend-failed.ts'
import { resumeAccount } from './control/resume-account.ts'
import { resumeAlert } from './control/resume-alert.ts'
import { stopAccount } from './control/stop-account.ts'
import { stopAlert } from './control/stop-alert.ts'
import type { AlertsApiDeps } from './deps.ts'
import { createAlert } from './drafts/create-alert.ts'
import { editAlert } from './drafts/edit-alert.ts'
import { previewAlert } from './drafts/preview-alert.ts'
import { allClearAlert } from './follow-ups/all-clear-alert.ts'
import { cancelAlert } from './follow-ups/cancel-alert.ts'
import { getHeads } from './follow-ups/get-heads.ts'
import { updateAlert } from './follow-ups/update-alert.ts'
import { listBudgets } from './limits/list-budgets.ts'
import { setBudget } from './limits/set-budget.ts'
import { getReport } from './report/get-report.ts'
import { createSchedule } from './schedules/create-schedule.ts'
import { editSchedule } from './schedules/edit-schedule.ts'
import { getSchedule } from './schedules/get-schedule.ts'
import { listScheduleRuns } from './schedules/list-schedule-runs.ts'
import { listSchedules } from './schedules/list-schedules.ts'
import { endSchedule, pauseSchedule, reconfirmSchedule, resumeSchedule } from './schedules/steer-schedule.ts'
import { answerTestSms } from './test-sms/answer-test-sms.ts'
import { listTestSms } from './test-sms/list-test-sms.ts'
import { sendTestSms } from './test-sms/send-test-sms.ts'
import { composeText } from './texts/compose-text.ts'
import { getTemplate } from './texts/get-template.ts'
import { listTemplates } from './texts/list-templates.ts'

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
