import type * as z from 'zod'
import type { composeBody } from '../../../shared/contracts/templates.ts'
import { scriptOf } from '../../../shared/domain/loudspeaker-script.ts'
import type { Texts } from '../../../shared/domain/render-text.ts'
import { findTemplate } from '../../../shared/domain/templates/catalogue.ts'
import { readSlots } from '../../../shared/domain/templates/read-slots.ts'
import { renderTemplate } from '../../../shared/domain/templates/render-template.ts'
import type { Template } from '../../../shared/domain/templates/template.ts'
import { languages } from '../../../shared/domain/village.ts'
import type { Words } from '../../../shared/domain/wording.ts'
import type { FieldError } from '../../../shared/errors.ts'

/** Either texts of the officer's own, or a template with what fills it, and what it is used for. */
export type TextWish = Pick<
  z.output<typeof composeBody>,
  'kind' | 'hazard' | 'level' | 'mode' | 'texts' | 'template'
>

type Use = Pick<TextWish, 'kind' | 'hazard' | 'level' | 'mode'>

/** What is sent and read out; slots of village and district are still in braces. */
export type WrittenTexts = { template: Template | undefined; texts: Texts; scripts: Texts }

const laoFields = { kind: 'ປະເພດ', hazard: 'ໄພ', level: 'ລະດັບ', mode: 'ແບບ' } as const

/** What the template does not serve of that which it is used for. */
export const findUseFaults = (template: Template, use: Use): FieldError[] => {
  const unfit = (['kind', 'hazard', 'level', 'mode'] as const).filter((field) => {
    const served: readonly string[] = template[`${field}s`]
    return !served.includes(use[field])
  })
  return unfit.map((field) => ({
    path: `body.${field}`,
    message: {
      en: `The template does not serve this ${field}. It serves: ${template[`${field}s`].join(', ')}.`,
      lo: `ແມ່ແບບນີ້ບໍ່ແມ່ນສຳລັບ${laoFields[field]}ນີ້. ໃຊ້ໄດ້ກັບ: ${template[`${field}s`].join(', ')}.`,
    },
  }))
}

const scriptsOf = (texts: Texts): Texts => {
  const scripts: Texts = {}
  for (const language of languages) {
    const text = texts[language]
    if (text !== undefined) scripts[language] = scriptOf(text, language)
  }
  return scripts
}

const fromTemplate = (
  wish: TextWish,
  choice: NonNullable<TextWish['template']>,
  alertNumber: number,
  nowMs: number,
): { written: WrittenTexts; faults: FieldError[] } => {
  const nothing: WrittenTexts = { template: undefined, texts: {}, scripts: {} }
  const refuse = (path: string, message: Words) => ({ written: nothing, faults: [{ path, message }] })
  const template = findTemplate(choice.id)
  if (template === undefined)
    return refuse('body.template.id', { en: 'There is no template of this id.', lo: 'ບໍ່ມີແມ່ແບບລະຫັດນີ້.' })
  if (template.version !== choice.version) {
    return refuse('body.template.version', {
      en: `Its words have changed: version ${template.version} holds now. Read it again.`,
      lo: `ຄຳຂອງມັນປ່ຽນແລ້ວ: ດຽວນີ້ແມ່ນສະບັບ ${template.version}. ອ່ານຄືນ.`,
    })
  }
  const { values, faults } = readSlots(template, choice.slots, nowMs)
  if (faults.length > 0) {
    const inSlots = faults.map(({ slot, message }) => ({ path: `body.template.slots.${slot}`, message }))
    return { written: nothing, faults: [...findUseFaults(template, wish), ...inSlots] }
  }
  const written = { template, ...renderTemplate(template, values, alertNumber) }
  return { written, faults: findUseFaults(template, wish) }
}

/** Writes the texts of a wish out, and names everything that is wrong with its template and slots. */
export const writeTexts = (
  wish: TextWish,
  alertNumber: number,
  nowMs: number,
): { written: WrittenTexts; faults: FieldError[] } => {
  if (wish.template !== undefined) return fromTemplate(wish, wish.template, alertNumber, nowMs)
  const texts = wish.texts ?? {}
  return { written: { template: undefined, texts, scripts: scriptsOf(texts) }, faults: [] }
}
