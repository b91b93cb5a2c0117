import { toEpochSeconds, toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { hasHeadCountChanged } from '../../../shared/domain/approval.ts'
import { versionStateLabels } from '../../../shared/domain/state-labels.ts'
import type { Words } from '../../../shared/domain/wording.ts'
import { keyReused, RequestError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { approvalDigest, countHeads } from '../../../shared/progress/count-heads.ts'
import { issueVersion } from '../../../shared/progress/issue-version.ts'
import { reserveBudget } from '../../../shared/progress/reserve-budget.ts'
import { idOfRequest } from '../../../shared/request-id.ts'
import { readAlertView } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { checkMode } from '../drafts/check-mode.ts'
import { findDrafted } from '../drafts/find-drafted.ts'
import { findEarlier, readAgain } from '../find-alert.ts'
import { countPastCeiling, giveBackCeiling, holdToCeiling } from '../limits/hold-to-ceiling.ts'
import { sendOn } from '../send-on.ts'
import { checkIsAnother } from './check-is-another.ts'
import { checkStillHolds } from './check-still-holds.ts'
import { refuseBesideActual } from './find-clashes.ts'

type Approval = { digest: string; headCount: number; by: string; requestId: string }

const changedMeanwhile = (detail: Words): RequestError => new RequestError('changed-meanwhile', detail)

/** Says honestly what became of the version where it does not wait for this approval. */
const checkWaits = (version: VersionRecord): void => {
  if (version.state === 'submitted') return
  const now = versionStateLabels[version.state].lo
  const detail =
    version.approval === undefined
      ? {
          en: `This version is ${version.state}: it does not wait for an approval. Nothing was sent.`,
          lo: `ສະບັບນີ້ຢູ່ໃນສະຖານະ “${now}”: ບໍ່ໄດ້ລໍຖ້າການອະນຸມັດ. ບໍ່ມີຫຍັງຖືກສົ່ງ.`,
        }
      : {
          en: `Another officer has approved this version already; it is ${version.state}. Your approval changed nothing and nothing was sent twice.`,
          lo: `ເຈົ້າໜ້າທີ່ຄົນອື່ນອະນຸມັດສະບັບນີ້ແລ້ວ: ${now}. ການອະນຸມັດຂອງທ່ານບໍ່ປ່ຽນຫຍັງ ແລະ ບໍ່ມີຫຍັງຖືກສົ່ງຊ້ຳ.`,
        }
  throw new RequestError('wrong-state', detail)
}

/** The submission and what the version would reach now must be what the approver was shown. */
const checkIsAsShown = async (
  deps: AlertsApiDeps,
  version: VersionRecord,
  { digest, headCount }: { digest: string; headCount?: number | undefined },
): Promise<number> => {
  const { submission } = version
  if (submission?.digest !== digest) {
    throw changedMeanwhile({
      en: 'This version is not the one that you read. Read it again before you approve it.',
      lo: 'ສະບັບນີ້ບໍ່ແມ່ນສະບັບທີ່ທ່ານອ່ານ. ອ່ານຄືນກ່ອນອະນຸມັດ.',
    })
  }
  const heads = await countHeads(deps, version)
  if (approvalDigest(version, { ...heads, recipients: submission.headCount }) !== digest) {
    throw changedMeanwhile({
      en: 'Villages were added to the roster of these areas or taken out of it since this was submitted. Return it, so that it is submitted anew.',
      lo: 'ບັນຊີບ້ານຂອງເຂດເຫຼົ່ານີ້ປ່ຽນຫຼັງຈາກສະເໜີ. ສົ່ງຄືນ ເພື່ອໃຫ້ສະເໜີໃໝ່.',
    })
  }
  const shown = headCount ?? submission.headCount
  if (hasHeadCountChanged(shown, heads.recipients)) {
    throw new RequestError(
      'head-count-changed',
      {
        en: `It would go to ${heads.recipients} people now, and ${shown} were shown. Approve again with headCount ${heads.recipients} if that is right.`,
        lo: `ດຽວນີ້ຈະໄປຫາ ${heads.recipients} ຄົນ, ແຕ່ທ່ານເຫັນ ${shown} ຄົນ. ຖ້າຖືກແລ້ວ ໃຫ້ອະນຸມັດອີກຄັ້ງດ້ວຍ headCount ${heads.recipients}.`,
      },
      [
        {
          path: 'body.headCount',
          message: {
            en: 'Differs by over 10 % from those who would get it now.',
            lo: 'ຕ່າງເກີນ 10 % ຈາກຜູ້ທີ່ຈະໄດ້ຮັບດຽວນີ້.',
          },
        },
      ],
      { headCount: heads.recipients },
    )
  }
  return heads.recipients
}

const approve = async (
  deps: AlertsApiDeps,
  version: VersionRecord,
  { digest, headCount, by, requestId }: Approval,
): Promise<void> => {
  const nowMs = deps.clock.nowMs()
  await deps.approvals.approve(
    version,
    { digest, headCount, by, atEpochSeconds: toEpochSeconds(nowMs) },
    {
      history: { action: 'approve', by, atIso: toIso(nowMs), requestId },
      dueAtEpochSeconds: toEpochSeconds(nowMs) + deps.recoverySeconds,
    },
  )
}

/** Issues what this request approved; also where it died before that and comes again. */
const issueApproved = async (
  deps: AlertsApiDeps,
  approved: VersionRecord,
  requestId: string,
  by: string,
): Promise<void> => {
  if (findEarlier(approved, requestId) === undefined) {
    checkWaits(approved)
    throw changedMeanwhile({
      en: 'This version was changed at this moment. Read it again before you approve it.',
      lo: 'ສະບັບນີ້ຫາກໍຖືກປ່ຽນ. ອ່ານຄືນກ່ອນອະນຸມັດ.',
    })
  }
  if (approved.state === 'approved') await issueVersion(deps, approved, { action: 'issue', by })
  const issued = await readAgain(deps, approved)
  await sendOn(deps, issued, by)
}

/** `POST /v1/alerts/{alertId}/approve`: approves exactly what the approver read, and issues it. */
export const approveAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.approveAlert, async ({ user, params, body, idempotencyKey }) => {
    const requestId = idOfRequest('approve', user.id, idempotencyKey)
    const { alert, version } = await findDrafted(deps, user, params.alertId, requestId)
    const submitter = version.submission?.by ?? user.id
    const isRepeated = findEarlier(version, requestId) !== undefined
    if (isRepeated && version.submission?.digest !== body.digest) throw keyReused('approval')
    if (!isRepeated) {
      checkWaits(version)
      await checkIsAnother(deps, user, [...version.authors])
      checkMode(deps, alert.mode)
      checkStillHolds(deps, version)
      const headCount = await checkIsAsShown(deps, version, body)
      await refuseBesideActual(deps, version)
      await holdToCeiling(deps, version, { id: submitter }, headCount)
      // Refused before anything is written; what is left over of it `tick` gives back.
      if (version.lane === 'routine') await reserveBudget(deps, version, deps.clock.nowMs())
      await approve(deps, version, { digest: body.digest, headCount, by: user.id, requestId })
    }
    const now = await readAgain(deps, version)
    await giveBackCeiling(deps, now, { id: submitter })
    await issueApproved(deps, now, requestId, user.id)
    await countPastCeiling(deps, version, { id: submitter })
    deps.logger.info('ALERT_APPROVED', {
      alertId: alert.alertId,
      version: version.version,
      userId: user.id,
    })
    return { body: await readAlertView(deps, alert) }
  })
