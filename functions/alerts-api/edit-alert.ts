import type * as z from 'zod'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import type { editBody } from '../../shared/contracts/approval.ts'
import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import { normaliseAreas } from '../../shared/domain/area.ts'
import type { Texts } from '../../shared/domain/render-text.ts'
import { findTemplate } from '../../shared/domain/templates/catalogue.ts'
import { RequestError } from '../../shared/errors.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import { readAlertView, versionEtag } from './alert-view.ts'
import { checkReviewed } from './check-reviewed.ts'
import { checkWish, expiryOf, type AlertWish } from './check-wish.ts'
import type { AlertsApiDeps } from './deps.ts'
import { readAgain, wrongState } from './find-controlled.ts'
import { findDrafted } from './find-drafted.ts'
import { findUseFaults, writeTexts } from './write-texts.ts'

const editedMeanwhile = (): RequestError =>
  new RequestError('edited-meanwhile', 'Somebody has edited this alert since you read it. Read it again.')

type Edit = z.output<typeof editBody>

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
  texts,
  expiresAtIso: edit.expiresAtIso,
})

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

/** `PATCH /v1/alerts/{alertId}`: edits the draft. What was submitted is a draft again, to be submitted anew. */
export const editAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.editAlert, async ({ user, params, body, ifMatch }) => {
    const { alert, version } = await findDrafted(deps, user, params.alertId)
    if (version.state !== 'draft' && version.state !== 'submitted') throw wrongState(version, 'edited')
    if (ifMatch !== '*' && ifMatch !== versionEtag(version)) throw editedMeanwhile()
    const { texts, template, faults } = mergeTexts(alert, version, body, deps.clock.nowMs())
    const wish = mergeEdit(alert, version, body, texts)
    const { areas, districts } = await checkWish(deps, user, wish, faults)
    if (template !== undefined) checkReviewed(deps, alert.mode, findTemplate(template.id))
    const edited = {
      level: wish.level,
      areas,
      districts,
      texts,
      template,
      expiresAtEpochSeconds:
        wish.expiresAtIso === undefined
          ? version.expiresAtEpochSeconds
          : toEpochSeconds(expiryOf(deps, wish)),
    }
    const history = { action: 'edit', by: user.id, atIso: toIso(deps.clock.nowMs()) }
    const isWritten = await withAreasShown(deps, alert, areas, () =>
      deps.approvals.edit(version, edited, history),
    )
    if (!isWritten) {
      const now = await readAgain(deps, version)
      throw now.state === 'draft' || now.state === 'submitted' ? editedMeanwhile() : wrongState(now, 'edited')
    }
    const answer = await readAlertView(deps, { ...alert, areas })
    return { body: answer, etag: answer.etag }
  })
