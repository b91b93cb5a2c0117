import { isUtf8 } from 'node:buffer'
import type { TableRefusalCode } from './table-refusals.ts'

/** What a file holds, told by its bytes; its name does not count. */
export type Content =
  | { kind: 'gzip' }
  | { kind: 'zip' }
  | { kind: 'text'; encoding: 'utf-8' | 'utf-16le' | 'utf-16be' }
  | { kind: 'refused'; code: TableRefusalCode }

export function sniffContent(bytes: Uint8Array): Content {
  if (bytes.length === 0) return { kind: 'refused', code: 'file-empty' }
  const begins = (...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte)
  if (begins(0x1f, 0x8b)) return { kind: 'gzip' }
  if (begins(0x50, 0x4b)) return { kind: 'zip' }
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return { kind: 'refused', code: 'old-excel-or-protected' }
  if (begins(0x25, 0x50, 0x44, 0x46)) return { kind: 'refused', code: 'pdf' }
  if (begins(0xff, 0xfe, 0, 0)) return { kind: 'refused', code: 'not-a-table' }
  if (begins(0xff, 0xfe)) return { kind: 'text', encoding: 'utf-16le' }
  if (begins(0xfe, 0xff)) return { kind: 'text', encoding: 'utf-16be' }
  return sniffPlainText(bytes)
}

function sniffPlainText(bytes: Uint8Array): Content {
  const head = bytes.subarray(0, 4096)
  if (head.includes(0)) {
    return { kind: 'refused', code: hasZeroInEveryOtherByte(head) ? 'utf16-without-bom' : 'not-a-table' }
  }
  if (!isUtf8(bytes)) return { kind: 'refused', code: 'not-utf8' }
  const begin = Buffer.from(head).toString('utf8').trimStart().slice(0, 100)
  if (/^\ufeff?\s*<(?:!|\?xml|html|table|head|meta)/i.test(begin))
    return { kind: 'refused', code: 'web-page' }
  return { kind: 'text', encoding: 'utf-8' }
}

/** Latin letters of UTF-16, as headers have, leave the same half of each pair at zero. */
function hasZeroInEveryOtherByte(head: Uint8Array): boolean {
  const zeros = [0, 0]
  for (const [index, byte] of head.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  return Math.min(even, odd) === 0 && Math.max(even, odd) * 10 >= head.length
}
