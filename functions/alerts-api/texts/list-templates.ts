import type * as z from 'zod'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { templateSummary } from '../../../shared/contracts/templates.ts'
import { templates, unreviewedLanguages } from '../../../shared/domain/templates/catalogue.ts'
import type { Template } from '../../../shared/domain/templates/template.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'

/** A template without its wording. */
export const toTemplateSummary = (template: Template): z.input<typeof templateSummary> => ({
  id: template.id,
  version: template.version,
  name: { en: template.name.en, lo: template.name.lo },
  kinds: [...template.kinds],
  hazards: [...template.hazards],
  levels: [...template.levels],
  modes: [...template.modes],
  unreviewed: unreviewedLanguages(template),
})

/** `GET /v1/templates`. */
export const listTemplates = () =>
  bindRoute(alertRoutes.listTemplates, async () => ({
    body: { templates: templates.map(toTemplateSummary) },
  }))
