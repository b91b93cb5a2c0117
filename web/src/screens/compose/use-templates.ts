import { callApi, type CallResult } from '../../api/call-api.ts'
import { useLoaded, type Loaded } from '../../api/use-loaded.ts'
import {
  chosenWording,
  ownWords,
  type Draft,
  type TemplateLine,
  type TemplateView,
  type Wording,
} from '../../drafts/draft.ts'

export type KnownTemplates = {
  /** The list of templates, and how fresh it is. */
  list: Loaded<{ templates: TemplateLine[] }>
  /** What could say the draft, the usual one first. */
  fitting: TemplateLine[]
  /** The id of what says it, or `own`; as the draft has it as long as the list is not known. */
  chosen: string
  wording: Wording
  /** The chosen template, and how fresh it is. */
  template: Loaded<TemplateView | undefined>
}

const none: CallResult<TemplateView | undefined> = { ok: true, body: undefined, etag: undefined }

/**
 * The templates as this device knows them, and the one that says the draft: of those that `fits` names. Nothing says
 * it as long as it is not known what is to be said.
 */
export const useTemplates = (
  draft: Draft,
  fits: (templates: readonly TemplateLine[]) => TemplateLine[],
  isReady: boolean,
): KnownTemplates => {
  const list = useLoaded('templates', () => callApi('GET /v1/templates'), { keepAs: 'templates' })
  const isListed = list.body !== undefined
  const fitting = fits(list.body?.templates ?? [])
  const chosen = isListed ? chosenWording(draft, fitting) : (draft.wording ?? '')
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
  return { list, fitting, chosen, wording, template }
}
