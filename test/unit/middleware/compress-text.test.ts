import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compressText } from '../../../shared/middleware/compress-text.ts'

const long = 'ສຽງ'.repeat(2000)

describe('compressing a text', () => {
  it.each(['br', 'gzip, deflate, br, zstd', 'br;q=0.5, gzip'])(
    'takes brotli where it may: %s',
    (accepted) => {
      const compressed = compressText(long, accepted)

      expect(compressed?.encoding).toBe('br')
      expect(brotliDecompressSync(compressed?.bytes ?? Buffer.alloc(0)).toString()).toBe(long)
    },
  )

  it.each(['gzip', 'gzip, br;q=0', 'GZIP;q=1.0'])('takes gzip where that is all: %s', (accepted) => {
    const compressed = compressText(long, accepted)

    expect(compressed?.encoding).toBe('gzip')
    expect(gunzipSync(compressed?.bytes ?? Buffer.alloc(0)).toString()).toBe(long)
  })

  it.each([undefined, '', 'identity', 'deflate', 'brotli', 'gzip;q=0'])(
    'leaves it as it is for %s',
    (accepted) => {
      expect(compressText(long, accepted)).toBeUndefined()
    },
  )

  it('leaves a short text as it is', () => {
    expect(compressText('short', 'br, gzip')).toBeUndefined()
  })
})
