import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

/** The block of Lao script, U+0E80 to U+0EFF, and what joins letters or carries a lone mark. */
const laoCharacters = (): string =>
  [...Array.from({ length: 0x80 }, (_, at) => String.fromCodePoint(0x0e80 + at)), '\u200b', '\u25cc'].join('')

/**
 * Noto Sans Lao (SIL Open Font License 1.1) with the letters of Lao and the weights 400 to 700 alone: 15 KB. Phones
 * without a good Lao font set tone marks on top of each other. The name holds the font's version: it is cached for ever.
 */
export const laoFont = (): Plugin => ({
  name: 'siang-lao-font',
  async generateBundle() {
    const file = createRequire(import.meta.url).resolve(
      '@fontsource-variable/noto-sans-lao/files/noto-sans-lao-lao-wght-normal.woff2',
    )
    const source = await subsetFont(await readFile(file), laoCharacters(), {
      targetFormat: 'woff2',
      variationAxes: { wght: { min: 400, max: 700 } },
    })
    this.emitFile({ type: 'asset', fileName: 'assets/noto-sans-lao-5.3.0.woff2', source })
  },
})
