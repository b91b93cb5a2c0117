/** A sheet's place among the workbook's sheets, from 1, and the file that holds it. */
export type FoundSheet = { position: number; path: string }

/**
 * The sheet to read: one called "roster" or "ບັນຊີ", else the first. Reads the workbook's two short lists alone,
 * so that the other sheets need not be unpacked. Undefined where they cannot be made out.
 */
export function findSheet(workbookXml: string, relationsXml: string): FoundSheet | undefined {
  const sheets = elements(workbookXml, 'sheet').map((attributes) => ({
    name: (attributes.get('name') ?? '').trim().toLowerCase(),
    relation: [...attributes].find(([name]) => name.endsWith(':id'))?.[1],
  }))
  const called = sheets.findIndex(({ name }) => name === 'roster' || name === 'ບັນຊີ')
  const index = Math.max(called, 0)
  const relation = sheets[index]?.relation
  const target = elements(relationsXml, 'Relationship')
    .find((attributes) => attributes.get('Id') === relation)
    ?.get('Target')
  if (relation === undefined || target === undefined) return undefined
  return { position: index + 1, path: target.startsWith('/') ? target.slice(1) : `xl/${target}` }
}

function elements(xml: string, name: string): Map<string, string>[] {
  const tags = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^<>]*)>`, 'g'))
  return [...tags].map(([, inside = '']) => {
    const attributes = inside.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
    return new Map([...attributes].map(([, key = '', quoted, single]) => [key, quoted ?? single ?? '']))
  })
}
