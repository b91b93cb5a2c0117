import { XMLBuilder } from 'fast-xml-parser'
import { capNamespace, type CapAlert } from '../../shared/domain/cap/cap-alert.ts'
import { xmlText } from '../../shared/domain/cap/xml-text.ts'

const builder = new XMLBuilder({
  ignoreAttributes: false,
  tagValueProcessor: (_name, value) => xmlText(String(value)),
})

/** The message as its file. The object's order is the order of the elements. */
export const writeCapXml = (alert: CapAlert): string =>
  builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    alert: { '@_xmlns': capNamespace, ...alert },
  })
