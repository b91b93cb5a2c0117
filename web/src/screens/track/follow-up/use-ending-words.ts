import type { Alert } from '../../../api/alert.ts'
import { callApi, type CallResult } from '../../../api/call-api.ts'
import { useLoaded, type Loaded } from '../../../api/use-loaded.ts'
import { ownWords, type Draft, type TemplateLine, type TemplateView, type Wording } from '../../../draft.ts'

type Known = {
  list: Loaded<{ templates: TemplateLine[] }>
  fitting: TemplateLine[]
  chosen: string
  wording: Wording
  template: Loaded<TemplateView | undefined>
}

const none: CallResult<TemplateView | undefined> = { ok: true, body: undefined, etag: undefined }

const mayEnd =
  ({ kind, hazard, mode }: Alert) =>
  ({ levels, kinds, hazards, modes }: TemplateLine): boolean =>
    levels.includes('all-clear') && kinds.includes(kind) && hazards.includes(hazard) && modes.includes(mode)

/** The templates that can say that the danger is over, and the one that does. */
export const useEndingWords = (alert: Alert, draft: Draft): Known => {
  const list = useLoaded('templates', () => callApi('GET /v1/templates'), { keepAs: 'templates' })
  const fitting = (list.body?.templates ?? []).filter(mayEnd(alert))
  const isChosen = draft.wording === ownWords || fitting.some(({ id }) => id === draft.wording)
  const chosen = isChosen ? (draft.wording ?? ownWords) : (fitting[0]?.id ?? ownWords)
  const id = list.body === undefined || chosen === ownWords ? '' : chosen
  const template = useLoaded<TemplateView | undefined>(
    `template ${id}`,
    () =>
      id === ''
        ? Promise.resolve(none)
        : callApi('GET /v1/templates/{templateId}', { params: { templateId: id } }),
    id === '' ? {} : { keepAs: `template.${id}` },
  )
  const wording = list.body === undefined ? undefined : chosen === ownWords ? ownWords : template.body
  return { list, fitting, chosen, wording, template }
}
