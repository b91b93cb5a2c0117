/** A piece of a line; `as` where it stands out. */
type GuidePiece = { text: string; as?: 'strong' | 'em' }
export type GuideLine = readonly GuidePiece[]

/** A part of the officer's guide, as its screen draws it. `note` says what is to be known of the whole text. */
export type GuideBlock =
  | { kind: 'heading' | 'paragraph' | 'note'; line: GuideLine }
  | { kind: 'steps' | 'points'; items: readonly GuideLine[] }
  | { kind: 'table'; head: readonly GuideLine[]; rows: readonly (readonly GuideLine[])[] }

const piece = /\*\*([^*]+)\*\*|\*([^*]+)\*|(?<!!)\[([^\]]+)\]\([^)]+\)/g

const refuse = (text: string): never => {
  throw new Error(`The officer's guide has Markdown that its screen does not know: ${text}`)
}

/** Bold, emphasised and plain pieces; of a link its words, as the documents are not where the console is. */
const readLine = (text: string): GuideLine => {
  const pieces: GuidePiece[] = []
  let from = 0
  for (const found of text.matchAll(piece)) {
    const [whole, strong, em, link = ''] = found
    pieces.push({ text: text.slice(from, found.index) })
    pieces.push(
      strong === undefined
        ? em === undefined
          ? { text: link }
          : { text: em, as: 'em' }
        : { text: strong, as: 'strong' },
    )
    from = found.index + whole.length
  }
  pieces.push({ text: text.slice(from) })
  if (pieces.some((one) => /[*`[\]|<>]/.test(one.text))) refuse(text)
  return pieces.filter((one) => one.text !== '')
}

const readCells = (row: string): readonly GuideLine[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => readLine(cell.trim()))

const readBlock = (lines: readonly string[]): GuideBlock => {
  const [first = '', second = ''] = lines
  const heading = /^## (.+)$/.exec(first)
  if (heading !== null && lines.length === 1) return { kind: 'heading', line: readLine(heading[1] ?? '') }
  if (lines.every((line) => line.startsWith('|')) && /^[|-]+$/.test(second)) {
    return { kind: 'table', head: readCells(first), rows: lines.slice(2).map(readCells) }
  }
  for (const [kind, mark] of [
    ['steps', /^\d+\. /],
    ['points', /^- /],
  ] as const) {
    if (lines.every((line) => mark.test(line))) {
      return { kind, items: lines.map((line) => readLine(line.replace(mark, ''))) }
    }
  }
  if (lines.length > 1 || /^(#|>|\||- |\d+\. |\s)/.test(first)) refuse(first)
  return { kind: 'paragraph', line: readLine(first) }
}

/**
 * The officer's guide as its screen draws it, of the Markdown that it is written in: headings, paragraphs, lists,
 * tables, quotes of one or more paragraphs; not its title, which is the screen's. Throws on any other Markdown.
 */
export const readGuide = (markdown: string): GuideBlock[] =>
  markdown
    .trim()
    .split(/\n(?:>?[ \t]*\n)+/)
    .map((block) => block.split('\n'))
    .filter(([first = '']) => !first.startsWith('# '))
    .map((lines) => {
      const [first = '', ...others] = lines
      return first.startsWith('> ') && others.length === 0
        ? { kind: 'note', line: readLine(first.slice(2)) }
        : readBlock(lines)
    })
