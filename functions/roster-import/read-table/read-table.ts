import type { Problem } from '../../../shared/domain/roster/problem.ts'
import type { RosterRow } from '../../../shared/domain/roster/roster-columns.ts'
import { readDelimited, type Delimiter } from './read-delimited.ts'
import type { TableHeaders } from './read-header.ts'
import { createRowCollector } from './row-collector.ts'
import { sniffContent, type Content } from './sniff-content.ts'
import { rosterFileLimits, type TableLimits } from './table-limits.ts'
import { refuseTable, type TableRefusal, type TableRefusalCode } from './table-refusals.ts'
import { unpackGzip } from './unpack-gzip.ts'

export type TableRows = {
  outcome: 'rows'
  format: 'csv' | 'csv.gz' | 'xlsx'
  /** Null for .xlsx. */
  delimiter: Delimiter | null
  headers: TableHeaders
  rows: RosterRow[]
  /** Columns that are not known, and rows longer than the header: to be handed to the plan. */
  problems: Problem[]
}

/**
 * Reads a roster file: CSV in UTF-8 or UTF-16 (the latter with its mark) with comma, semicolon or tab, the same
 * compressed by gzip, or .xlsx. What it is, is told by its content. Never throws for what a file holds.
 */
export async function readTable(
  bytes: Uint8Array,
  limits: TableLimits = rosterFileLimits,
): Promise<TableRows | TableRefusal> {
  if (bytes.length > limits.uploadedBytes) return refuseTable('file-too-large', limits)
  const content = sniffContent(bytes)
  if (content.kind === 'refused') return refuseTable(content.code, limits)
  if (content.kind === 'zip') return readWorkbook(bytes, limits)
  if (content.kind === 'gzip') return readCompressedText(bytes, limits)
  return readText(bytes, content.encoding, 'csv', limits)
}

async function readWorkbook(bytes: Uint8Array, limits: TableLimits): Promise<TableRows | TableRefusal> {
  // Made ready only where a workbook comes: the tables of its unpacker take 5 ms of a cold start.
  const { readXlsx } = await import('./read-xlsx.ts')
  const collector = createRowCollector(limits)
  const refusal = await readXlsx(bytes, limits, collector)
  if (refusal !== undefined) return refuseTable(refusal, limits)
  const collected = collector.finish()
  return collected.outcome === 'refused'
    ? collected
    : { ...collected, outcome: 'rows', format: 'xlsx', delimiter: null }
}

function readCompressedText(bytes: Uint8Array, limits: TableLimits): TableRows | TableRefusal {
  const unpacked = unpackGzip(bytes, limits.unpackedBytes)
  if (unpacked.outcome === 'too-large') return refuseTable('unpacked-too-large', limits)
  if (unpacked.outcome === 'damaged') return refuseTable('archive-damaged', limits)
  const content = sniffContent(unpacked.content)
  if (content.kind === 'text') return readText(unpacked.content, content.encoding, 'csv.gz', limits)
  return refuseTable(content.kind === 'refused' ? content.code : 'other-archive', limits)
}

type Encoding = Extract<Content, { kind: 'text' }>['encoding']

function readText(
  bytes: Uint8Array,
  encoding: Encoding,
  format: 'csv' | 'csv.gz',
  limits: TableLimits,
): TableRows | TableRefusal {
  const text = toUtf8(bytes, encoding)
  if (typeof text === 'string') return refuseTable(text, limits)
  const collector = createRowCollector(limits)
  const read = readDelimited(text, limits, collector)
  if (read.outcome === 'refused') return read
  const collected = collector.finish()
  if (collected.outcome === 'refused') return collected
  return { ...collected, outcome: 'rows', format, delimiter: read.delimiter }
}

function toUtf8(bytes: Uint8Array, encoding: Encoding): Buffer | TableRefusalCode {
  if (encoding === 'utf-8') return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    return 'utf16-damaged'
  }
}
