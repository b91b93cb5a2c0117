import { stringify } from 'csv-stringify/sync'

/** Rows as a CSV file in UTF-8 with the mark that Excel needs to see it, comma and CRLF. */
export function writeTable(rows: Iterable<readonly string[]>): Uint8Array {
  const chunks = [Buffer.from('\ufeff')]
  let waiting: string[][] = []
  const flush = (): void => {
    chunks.push(Buffer.from(stringify(waiting, { record_delimiter: 'windows', quoted_match: needsQuotes })))
    waiting = []
  }
  for (const row of rows) {
    waiting.push([...row])
    if (waiting.length >= rowsPerChunk) flush()
  }
  flush()
  return Buffer.concat(chunks)
}

const rowsPerChunk = 2000
/** Beside what always needs them: line ends of any kind, and what other programs take for a delimiter. */
const needsQuotes = /[\r\n;\t]/
