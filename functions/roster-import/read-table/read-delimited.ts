import { CsvError, parse } from 'csv-parse/sync'
import { countHeaders } from './read-header.ts'
import type { RowCollector } from './row-collector.ts'
import { mostBlankRows, type TableLimits } from './table-limits.ts'
import { refuseTable, type TableRefusal } from './table-refusals.ts'

const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/** Reads UTF-8 text into the collector; answers with the delimiter, or with why it cannot be read. */
export function readDelimited(
  bytes: Buffer,
  limits: TableLimits,
  collector: RowCollector,
): { outcome: 'read'; delimiter: Delimiter } | TableRefusal {
  const { delimiter, table } = findDelimiter(withoutByteOrderMark(bytes), limits)
  const mostRecords = limits.rows + mostBlankRows
  let recordCount = 0
  try {
    parseRecords(table, delimiter, mostRecords + 1, (record, rowNumber) => {
      recordCount += 1
      collector.add(record, rowNumber)
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuseTable('quotes-damaged', limits, {
      row: rowNumberOf({ records: error['records'], empty_lines: error['empty_lines'] }) + 1,
    })
  }
  return recordCount > mostRecords ? refuseTable('too-many-rows', limits) : { outcome: 'read', delimiter }
}

/** The delimiter under which the first rows name most columns. Excel's own first line `sep=;` is not shown by it. */
function findDelimiter(bytes: Buffer, limits: TableLimits): { delimiter: Delimiter; table: Buffer } {
  const announced = /^sep=([,;\t])(?:\r\n|\r|\n)/i.exec(bytes.subarray(0, 10).toString('latin1'))
  const table = bytes.subarray(announced?.[0].length ?? 0)
  const said = delimiters.find((delimiter) => delimiter === announced?.[1])
  if (said !== undefined) return { delimiter: said, table }
  const head = table.subarray(0, headBytes)
  const scores = delimiters.map((delimiter) => ({ delimiter, score: mostHeaders(head, delimiter, limits) }))
  const [best] = scores.toSorted((one, other) => other.score - one.score)
  return { delimiter: best?.delimiter ?? ',', table }
}

function mostHeaders(head: Buffer, delimiter: Delimiter, limits: TableLimits): number {
  let most = 0
  try {
    parseRecords(head, delimiter, headRecords, (record) => {
      most = Math.max(most, countHeaders(record, limits))
    })
  } catch (error) {
    // A cell that is cut off at the end of the head: what was seen before it counts.
    if (!(error instanceof CsvError)) throw error
  }
  return most
}

const headBytes = 64 * 1024
const headRecords = 30

/**
 * Rows of any length with any line ends; quotation marks inside a cell are taken as they stand. The parser makes
 * an error object for every row of another length, also where it lets them pass: without their stack traces that
 * takes a tenth of the time.
 */
function parseRecords(
  bytes: Buffer,
  delimiter: Delimiter,
  mostRecords: number,
  take: (record: readonly string[], rowNumber: number) => void,
): void {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
      to: mostRecords,
      on_record: (record: readonly string[], counted) => {
        take(record, rowNumberOf(counted))
        return null
      },
    })
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** Empty lines are skipped by the parser and shown by spreadsheets. */
function rowNumberOf(counted: { records: unknown; empty_lines: unknown }): number {
  return Number(counted.records) + Number(counted.empty_lines)
}

function withoutByteOrderMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}
