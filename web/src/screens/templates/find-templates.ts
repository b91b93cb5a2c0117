import type { AnswerOf } from '../../api/routes.ts'

export type TemplateLine = AnswerOf<'GET /v1/templates'>['templates'][number]

/** What is asked of a template; an empty text asks for nothing. */
export type TemplateWish = {
  hazard: TemplateLine['hazards'][number] | ''
  level: TemplateLine['levels'][number] | ''
  mode: TemplateLine['modes'][number] | ''
}

/** The templates that serve a danger, level and mode, in the order of the list. */
export const findTemplates = (
  templates: readonly TemplateLine[],
  { hazard, level, mode }: TemplateWish,
): TemplateLine[] =>
  templates.filter(
    (one) =>
      (hazard === '' || one.hazards.includes(hazard)) &&
      (level === '' || one.levels.includes(level)) &&
      (mode === '' || one.modes.includes(mode)),
  )
