import type { AlertMode } from '../../../shared/domain/alert.ts'
import { unreviewedLanguages } from '../../../shared/domain/templates/catalogue.ts'
import type { Template } from '../../../shared/domain/templates/template.ts'
import { RequestError } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'

/** Throws where an actual alert would say what no named reader of its language has approved. */
export const checkReviewed = (
  { unreviewedAllowed }: Pick<AlertsApiDeps, 'unreviewedAllowed'>,
  mode: AlertMode,
  template: Template | undefined,
): void => {
  if (template === undefined || mode !== 'actual' || unreviewedAllowed) return
  const languages = unreviewedLanguages(template)
  if (languages.length === 0) return
  throw new RequestError(
    'template-unreviewed',
    {
      en: 'Nobody has approved the words of this template yet: use exercise or test, or write the text yourself.',
      lo: 'ຍັງບໍ່ມີໃຜຮັບຮອງຄຳຂອງແມ່ແບບນີ້: ໃຊ້ຝຶກຊ້ອມ ຫຼື ທົດລອງ, ຫຼື ຂຽນເອງ.',
    },
    [
      {
        path: 'body.template.id',
        message: {
          en: `Not approved in: ${languages.join(', ')}.`,
          lo: `ຍັງບໍ່ຮັບຮອງ: ${languages.join(', ')}.`,
        },
      },
    ],
  )
}
