import { Unzip, UnzipInflate } from 'fflate'
import type { Unpacked } from './unpack-gzip.ts'

/**
 * Unpacks the wanted files of a zip, and stops where they grow beyond the limit together. What the archive says of
 * its sizes is not believed: a small file may say little and unpack to gigabytes. `names` are those of all files.
 */
export function unpackZip(
  bytes: Uint8Array,
  mostBytes: number,
  isWanted: (name: string) => boolean,
): Unpacked<{ names: string[]; files: Map<string, Uint8Array> }> {
  const names: string[] = []
  const chunks = new Map<string, Uint8Array[]>()
  const progress = { bytes: 0, damaged: false }
  const unzip = new Unzip((file) => {
    names.push(file.name)
    if (!isWanted(file.name)) return
    const own: Uint8Array[] = []
    chunks.set(file.name, own)
    file.ondata = (error, chunk) => {
      progress.damaged ||= error !== null
      progress.bytes += chunk?.length ?? 0
      if (progress.bytes <= mostBytes && chunk?.length > 0) own.push(chunk)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  pushAll(unzip, bytes, progress, mostBytes)
  if (progress.bytes > mostBytes) return { outcome: 'too-large' }
  if (progress.damaged || names.length === 0) return { outcome: 'damaged' }
  const files = new Map([...chunks].map(([name, own]) => [name, Buffer.concat(own)]))
  return { outcome: 'unpacked', content: { names, files } }
}

function pushAll(
  unzip: Unzip,
  bytes: Uint8Array,
  progress: { bytes: number; damaged: boolean },
  mostBytes: number,
): void {
  try {
    for (let start = 0; start < bytes.length; start += chunkBytes) {
      unzip.push(bytes.subarray(start, start + chunkBytes), start + chunkBytes >= bytes.length)
      if (progress.bytes > mostBytes || progress.damaged) return
    }
  } catch {
    progress.damaged = true
  }
}

/** Deflate packs a thousand to one at best, so a chunk brings 16 MB beyond the limit at most. */
const chunkBytes = 16 * 1024
