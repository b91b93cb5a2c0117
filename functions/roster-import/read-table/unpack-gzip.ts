import { gunzipSync } from 'node:zlib'

export type Unpacked<Content> =
  | { outcome: 'unpacked'; content: Content }
  | { outcome: 'too-large' }
  | { outcome: 'damaged' }

/** Unpacks a gzip file, and stops where it grows beyond the limit. */
export function unpackGzip(bytes: Uint8Array, mostBytes: number): Unpacked<Uint8Array> {
  try {
    return { outcome: 'unpacked', content: gunzipSync(bytes, { maxOutputLength: mostBytes }) }
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isTooLarge ? { outcome: 'too-large' } : { outcome: 'damaged' }
  }
}
