import { readStored, storedNames } from '../../stored.ts'

/** A draft as the device keeps it: `name` is `new`, or what is done to an alert or schedule with its id. */
export type KeptDraft = { name: string; by: string; changedAtIso: string }

const isKept = (value: unknown): value is { by: string; draft: { changedAtIso: string } } =>
  typeof value === 'object' &&
  value !== null &&
  'by' in value &&
  'draft' in value &&
  typeof value.draft === 'object' &&
  value.draft !== null &&
  'changedAtIso' in value.draft

/** Every draft on this device, the latest first. */
export const keptDrafts = (): KeptDraft[] =>
  storedNames('draft.')
    .flatMap((key) => {
      const kept = readStored(key)
      if (!isKept(kept)) return []
      return [
        { name: key.slice(`draft.${kept.by} `.length), by: kept.by, changedAtIso: kept.draft.changedAtIso },
      ]
    })
    .sort((a, b) => (a.changedAtIso < b.changedAtIso ? 1 : -1))

const screens: readonly (readonly [prefix: string, toPath: (id: string) => string])[] = [
  ['edit.', (alertId) => `/alerts/new?edit=${alertId}`],
  ['update.', (alertId) => `/alerts/${alertId}/update`],
  ['all-clear.', (alertId) => `/alerts/${alertId}/all-clear`],
  ['schedule.', (id) => (id === 'new' ? '/schedules/new' : `/schedules/${id}/edit`)],
]

/** Where one goes on with it; undefined of a draft that no screen knows. */
export const draftPath = ({ name }: Pick<KeptDraft, 'name'>): string | undefined => {
  if (name === 'new') return '/alerts/new'
  const found = screens.find(([prefix]) => name.startsWith(prefix))
  // The name of an all-clear or of a schedule goes on with the state that it was begun from.
  const [id = ''] = found === undefined ? [] : name.slice(found[0].length).split('.')
  return found?.[1](id)
}
