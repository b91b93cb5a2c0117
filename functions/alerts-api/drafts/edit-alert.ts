import { isDeepStrictEqual } from 'node:util'
import type * as z from 'zod'
import { toEpochSeconds, toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { editBody } from '../../../shared/contracts/approval.ts'
import type { AlertRecord, VersionRecord } from '../../../shared/contracts/version-record.ts'
import { normaliseAreas } from '../../../shared/domain/area.ts'
import { isDanger } from '../../../shared/domain/level.ts'
import type { Texts } from '../../../shared/domain/render-text.ts'
import { findTemplate } from '../../../shared/domain/templates/catalogue.ts'
import type { User } from '../../../shared/domain/user.ts'
import { editedMeanwhile, invalidRequest, type FieldError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { readAlertView } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { readAgain } from '../find-alert.ts'
import { resolveUpdate } from '../follow-ups/resolve-update.ts'
import { checkReviewed } from '../texts/check-reviewed.ts'
import { findUseFaults, writeTexts } from '../texts/write-texts.ts'
import { wrongState } from '../wrong-state.ts'
import { checkAsRead } from './check-as-read.ts'
import { checkWish, expiryOf, findWishFaults, type AlertWish } from './check-wish.ts'
import { findDrafted } from './find-drafted.ts'

type Edit = z.output<typeof editBody>
type EditWish = { wish: AlertWish; edit: Edit; faults: readonly FieldError[] }

/** What the draft says after the edit: words of its own, or of a template. */
const mergeTexts = (alert: AlertRecord, version: VersionRecord, edit: Edit, nowMs: number) => {
  const use = { kind: alert.kind, hazard: alert.hazard, mode: alert.mode, level: edit.level ?? version.level }
  if (edit.texts !== undefined) return { texts: edit.texts, template: undefined, faults: [] }
  if (edit.template !== undefined) {
    const { written, faults } = writeTexts({ ...use, template: edit.template }, version.number, nowMs)
    return { texts: written.texts, template: edit.template, faults }
  }
  const kept = version.template === undefined ? undefined : findTemplate(version.template.id)
  return {
    texts: version.texts,
    template: version.template,
    faults: kept === undefined ? [] : findUseFaults(kept, use),
  }
}

/** The draft with the edit laid over it. A time that was not named stays, even where it has passed. */
const mergeEdit = (alert: AlertRecord, version: VersionRecord, edit: Edit, texts: Texts): AlertWish => ({
  kind: alert.kind,
  hazard: alert.hazard,
  mode: alert.mode,
  level: edit.level ?? version.level,
  areas: edit.areas ?? version.areas,
  audience: edit.audience === undefined ? version.audience : (edit.audience ?? undefined),
  texts,
  expiresAtIso: edit.expiresAtIso,
})

/** A later version goes to whom the first one went. */
const findAudienceFaults = ({ version, audience }: VersionRecord, edit: Edit): FieldError[] =>
  version === 1 || edit.audience === undefined || isDeepStrictEqual(edit.audience ?? undefined, audience)
    ? []
    : [
        {
          path: 'body.audience',
          message: {
            en: 'Whom a message is for does not change with its later versions: write a new alert.',
            lo: 'ສະບັບຕໍ່ມາປ່ຽນຜູ້ຮັບບໍ່ໄດ້: ຂຽນຄຳເຕືອນໃໝ່.',
          },
        },
      ]

const sameAreas = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join()

/**
 * Shows the alert to whoever the edit concerns before it is written, and to them alone afterwards: a crash in between
 * shows it to some too many, never to some too few.
 */
const withAreasShown = async (
  deps: Pick<AlertsApiDeps, 'alerts'>,
  alert: AlertRecord,
  areas: string[],
  write: () => Promise<boolean>,
): Promise<boolean> => {
  const both = normaliseAreas([...alert.areas, ...areas])
  const shown = sameAreas(alert.areas, both) ? alert : await deps.alerts.changeAreas(alert, both)
  if (shown === undefined || !(await write())) return false
  if (!sameAreas(both, areas)) await deps.alerts.changeAreas(shown, areas)
  return true
}

/** Of an all-clear words and time are edited; what it ends was settled with what was told by then. */
const checkEndingEdit = (deps: AlertsApiDeps, { wish, edit, faults }: EditWish): void => {
  const message = {
    en: 'Of an all-clear only words and time change: reject it and write another one.',
    lo: 'ຂອງຂໍ້ຄວາມພົ້ນອັນຕະລາຍ ປ່ຽນໄດ້ແຕ່ຄຳ ແລະ ເວລາ: ປະຕິເສດ ແລ້ວຂຽນໃໝ່.',
  }
  const all = [
    ...faults,
    ...findWishFaults(wish, deps.clock.nowMs()),
    ...(['level', 'areas'] as const).flatMap((field) =>
      edit[field] === undefined ? [] : [{ path: `body.${field}`, message }],
    ),
  ]
  if (all.length === 0) return
  throw invalidRequest(all)
}

/** Whom the edited version is for: an update still drops nobody, and an all-clear keeps its areas. */
const resolveEdit = async (
  deps: AlertsApiDeps,
  user: User,
  version: VersionRecord,
  edited: EditWish,
): Promise<Pick<VersionRecord, 'areas' | 'districts'>> => {
  const { wish, faults } = edited
  if (!isDanger(version.level)) {
    checkEndingEdit(deps, edited)
    return version
  }
  if (version.version === 1) return checkWish(deps, user, wish, faults)
  return resolveUpdate(deps, user, await deps.alerts.listVersions(version.alertId), wish, faults)
}

/** `PATCH /v1/alerts/{alertId}`: edits the draft. What was submitted is a draft again, to be submitted anew. */
export const editAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.editAlert, async ({ user, params, body, ifMatch }) => {
    const { alert, version } = await findDrafted(deps, user, params.alertId)
    if (version.state !== 'draft' && version.state !== 'submitted') throw wrongState(version, 'edit')
    checkAsRead(version, ifMatch)
    const { texts, template, faults } = mergeTexts(alert, version, body, deps.clock.nowMs())
    const wish = mergeEdit(alert, version, body, texts)
    const { areas, districts } = await resolveEdit(deps, user, version, {
      wish,
      edit: body,
      faults: [...faults, ...findAudienceFaults(version, body)],
    })
    if (template !== undefined) checkReviewed(deps, alert.mode, findTemplate(template.id))
    const edited = {
      level: wish.level,
      areas,
      districts,
      audience: wish.audience,
      texts,
      template,
      expiresAtEpochSeconds:
        wish.expiresAtIso === undefined
          ? version.expiresAtEpochSeconds
          : toEpochSeconds(expiryOf(deps, wish)),
    }
    const history = { action: 'edit', by: user.id, atIso: toIso(deps.clock.nowMs()) }
    const seenIn = isDanger(version.level) ? areas : alert.areas
    const isWritten = await withAreasShown(deps, alert, seenIn, () =>
      deps.approvals.edit(version, edited, history),
    )
    if (!isWritten) {
      const now = await readAgain(deps, version)
      throw now.state === 'draft' || now.state === 'submitted'
        ? editedMeanwhile('alert')
        : wrongState(now, 'edit')
    }
    const answer = await readAlertView(deps, { ...alert, areas: seenIn })
    return { body: answer, etag: answer.etag }
  })
