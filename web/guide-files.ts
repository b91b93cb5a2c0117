import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { readGuide } from './read-guide.ts'

/** Makes the officer's guide importable: the document in `docs/` is the one text of it, read when the console is built. */
export const guideFiles = (): Plugin => ({
  name: 'siang-guide',
  load: {
    filter: { id: /\/officers-guide(\.lo)?\.md$/ },
    handler: async (id) => {
      const blocks = readGuide(await readFile(id, 'utf8'))
      return { code: `export const guide = ${JSON.stringify(blocks)}`, moduleType: 'js' }
    },
  },
})
