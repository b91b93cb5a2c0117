import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { places, rivers } from '../../../shared/domain/named-places.ts'
import { findTemplate } from '../../../shared/domain/templates/catalogue.ts'
import { languages } from '../../../shared/domain/village.ts'
import { notFound } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { toTemplateSummary } from './list-templates.ts'

const toChoices = (list: typeof rivers) =>
  list.map(({ id, name }) => ({ id, name: { en: name.en, lo: name.lo } }))

/** `GET /v1/templates/{templateId}`. */
export const getTemplate = () =>
  bindRoute(alertRoutes.getTemplate, async ({ params }) => {
    const template = findTemplate(params.templateId)
    if (template === undefined) throw notFound('template')
    return {
      body: {
        ...toTemplateSummary(template),
        slots: Object.entries(template.slots).map(([slot, type]) => ({ slot, type })),
        wordings: languages.map((language) => {
          const { first, rest, script, review } = template.wordings[language]
          return { language, text: `${first} ${rest}`, script, review }
        }),
        rivers: toChoices(rivers),
        places: toChoices(places),
      },
    }
  })
