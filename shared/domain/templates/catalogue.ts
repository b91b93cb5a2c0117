import type { Language } from '../village.ts'
import { languages } from '../village.ts'
import { afterFlood } from './after-flood.ts'
import { allClear } from './all-clear.ts'
import { beforeRains } from './before-rains.ts'
import { cancel } from './cancel.ts'
import { damBreak } from './dam-break.ts'
import { damRelease } from './dam-release.ts'
import { flashFlood } from './flash-flood.ts'
import { floodDrill } from './flood-drill.ts'
import { floodEvacuate } from './flood-evacuate.ts'
import { floodUpdate } from './flood-update.ts'
import { floodWarning } from './flood-warning.ts'
import { floodWatch } from './flood-watch.ts'
import { landslide } from './landslide.ts'
import { stormWarning } from './storm-warning.ts'
import type { Template } from './template.ts'

/** Every template, as a composer offers them: dangers by rising level, then what follows, then routine ones. */
export const templates: readonly Template[] = [
  floodWatch,
  floodWarning,
  floodEvacuate,
  flashFlood,
  damRelease,
  damBreak,
  landslide,
  stormWarning,
  floodUpdate,
  allClear,
  cancel,
  beforeRains,
  afterFlood,
  floodDrill,
]

export const findTemplate = (id: string): Template | undefined =>
  templates.find((template) => template.id === id)

/** The languages in which nobody has approved the template yet. */
export const unreviewedLanguages = (template: Template): Language[] =>
  languages.filter((language) => template.wordings[language].review === null)
