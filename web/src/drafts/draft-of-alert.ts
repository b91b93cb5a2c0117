import { isDanger, openingLevels } from '../../../shared/domain/level.ts'
import type { Alert, Version } from '../api/alert.ts'
import { newKey } from '../api/use-send.ts'
import { emptyDraft, ownWords, type AlertBody, type Draft, type SlotEntry } from './draft.ts'

type Said = Pick<Version, 'level' | 'areas' | 'audience' | 'texts' | 'template' | 'expiresAtIso'>
/** What of an alert a draft is made from. */
type Source = Pick<Alert, 'alertId' | 'etag' | 'kind' | 'hazard' | 'level' | 'mode' | 'reaches'> & {
  versions: readonly Said[]
}

const latestOf = (alert: Source): Said | undefined => alert.versions[alert.versions.length - 1]

const openingLevelOf = (alert: Source): Draft['level'] => openingLevels.find((level) => level === alert.level)

const entryFrom = (value: string | number | { lo: string; en: string }): SlotEntry =>
  typeof value === 'number' ? String(value) : value

const isInstant = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)

const choicesOf = (alert: Source, version: Said, nowIso: string): Draft => ({
  ...emptyDraft(nowIso),
  hazard: alert.hazard,
  level: openingLevelOf(alert),
  mode: alert.mode,
  rehearsal: alert.reaches === 'nobody',
  areas: version.areas,
  duties: version.audience?.duties ?? [],
  exposures: version.audience?.exposures ?? [],
  wording: version.template?.id ?? ownWords,
  texts:
    version.template === null
      ? { lo: version.texts.lo ?? '', en: version.texts.en ?? '' }
      : emptyDraft(nowIso).texts,
  slots: Object.fromEntries(
    Object.entries(version.template?.slots ?? {}).map(([slot, value]) => [slot, entryFrom(value)]),
  ),
})

/**
 * A new draft with the choices of a former alert when it last told of a danger: the words of an all-clear or a cancel
 * must not go out as a warning. Its water level and its times are of another day, and left out.
 */
export const copyOf = (alert: Source, nowIso: string): Draft => {
  const version = alert.versions.filter(({ level }) => isDanger(level)).pop()
  if (version === undefined) return emptyDraft(nowIso)
  const draft = choicesOf({ ...alert, level: version.level }, version, nowIso)
  const slots = version.template?.slots ?? {}
  return {
    ...draft,
    slots: Object.fromEntries(
      Object.entries(draft.slots).filter(
        ([slot]) => typeof slots[slot] !== 'number' && !isInstant(slots[slot]),
      ),
    ),
  }
}

/** The body that would have written the version as it stands. */
const bodyOfVersion = (alert: Source, version: Said, level: AlertBody['level']): AlertBody => ({
  kind: alert.kind,
  hazard: alert.hazard,
  level,
  mode: alert.mode,
  areas: version.areas,
  ...(version.audience === null ? {} : { audience: version.audience }),
  ...(version.template === null ? { texts: version.texts } : { template: version.template }),
  ...(alert.reaches === 'nobody' ? { reaches: alert.reaches } : {}),
  expiresAtIso: version.expiresAtIso,
})

/** The draft that an alert already is, to be edited: sending it changes that alert and makes no other. */
export const editOf = (alert: Source, nowIso: string): Draft => {
  const version = latestOf(alert)
  if (version === undefined) return emptyDraft(nowIso)
  const draft = choicesOf(alert, version, nowIso)
  return {
    ...draft,
    kind: alert.kind,
    holdsUntilIso: version.expiresAtIso,
    attempt: {
      createKey: newKey(),
      submitKey: newKey(),
      body: bodyOfVersion(alert, version, draft.level ?? 'warning'),
      alertId: alert.alertId,
      etag: alert.etag,
    },
  }
}
