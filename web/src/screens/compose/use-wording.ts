import { callApi, type CallResult } from '../../api/call-api.ts'
import { useLoaded, type Loaded } from '../../api/use-loaded.ts'
import {
  chosenWording,
  fittingTemplates,
  ownWords,
  type Draft,
  type TemplateLine,
  type TemplateView,
  type Wording,
} from '../../draft.ts'

type Known = {
  /** The list of templates, and how fresh it is. */
  list: Loaded<{ templates: TemplateLine[] }>
  /** What could say this draft. */
  fitting: TemplateLine[]
  /** The id of what says it, or `own`. */
  chosen: string
  wording: Wording
  /** The chosen template, and how fresh it is. */
  template: Loaded<TemplateView | undefined>
}

const none: CallResult<TemplateView | undefined> = { ok: true, body: undefined, etag: undefined }

/** The templates as this device knows them, and the one that says the draft. */
export const useWording = (draft: Draft): Known => {
  const list = useLoaded('templates', () => callApi('GET /v1/templates'), { keepAs: 'templates' })
  const templates = list.body?.templates ?? []
  const isReady = draft.hazard !== undefined && draft.level !== undefined
  const chosen = list.body === undefined ? (draft.wording ?? '') : chosenWording(draft, templates)
  const id = isReady && chosen !== ownWords ? chosen : ''
  const template = useLoaded<TemplateView | undefined>(
    `template ${id}`,
    () =>
      id === ''
        ? Promise.resolve(none)
        : callApi('GET /v1/templates/{templateId}', { params: { templateId: id } }),
    id === '' ? {} : { keepAs: `template.${id}` },
  )
  const wording = !isReady ? undefined : chosen === ownWords ? ownWords : template.body
  return { list, fitting: fittingTemplates(draft, templates), chosen, wording, template }
}
