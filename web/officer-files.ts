import type { Plugin } from 'vite'

/** Screens that an officer needs where there is no network; the others are kept on the device once they were opened. */
const screensAtNight =
  /web\/src\/(main\.tsx|register-worker\.ts|screens\/(home|alerts|compose|approve|track)\/)/

type Chunk = { fileName: string; imports: readonly string[]; facadeModuleId: string | null }

/** The files of those screens, with all that they import. */
const filesOf = (chunks: readonly Chunk[]): Set<string> => {
  const files = new Set<string>()
  const take = (fileName: string): void => {
    if (files.has(fileName)) return
    files.add(fileName)
    chunks.find((chunk) => chunk.fileName === fileName)?.imports.forEach(take)
  }
  for (const { fileName, facadeModuleId } of chunks) {
    if (facadeModuleId !== null && screensAtNight.test(facadeModuleId)) take(fileName)
  }
  return files
}

type Precached = { url: string }

/**
 * Tells the service worker which scripts to fetch ahead. All of them would be three times what the first visit of an
 * officer takes, paid for by them, and screens of the office would travel to every phone.
 */
export const officerFiles = () => {
  let scripts = new Set<string>()
  const plugin: Plugin = {
    name: 'siang-officer-files',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const found = filesOf(chunks)
      if (found.size > 0) scripts = found
    },
  }
  const keepOfficers = <T extends Precached>(entries: T[]) => ({
    manifest: entries.filter(({ url }) => !url.endsWith('.js') || scripts.has(url)),
    warnings: [],
  })
  return { plugin, keepOfficers }
}
