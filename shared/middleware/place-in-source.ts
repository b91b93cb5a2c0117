import { readFileSync } from 'node:fs'
import type { SourceMap } from 'node:module'
import * as z from 'zod'

const sourceMapFile = z.lazy(() => z.object({ mappings: z.string(), sources: z.array(z.string()) }))

const readSourceMap = (): SourceMap | undefined => {
  try {
    const text = readFileSync(`${import.meta.filename}.map`, 'utf8')
    const payload = sourceMapFile.parse(JSON.parse(text))
    // Imported, it would be made ready with all that its module exports at every cold start.
    const source = process.getBuiltinModule('node:module')
    return new source.SourceMap({
      file: '',
      version: 3,
      sourceRoot: '',
      sourcesContent: [],
      names: [],
      ...payload,
    })
  } catch {
    return undefined
  }
}

let sourceMap: ReturnType<typeof readSourceMap> | null = null

/**
 * A line of a stack with its place in the source, where it names one in the bundle. The map is read here, at the first
 * error: Node's own `--enable-source-maps` would read it at every cold start, which takes 10 ms.
 */
export const placeInSource = (stackLine: string): string => {
  const [place, row, column] = /file:\S+\/index\.mjs:(\d+):(\d+)/.exec(stackLine) ?? []
  if (place === undefined) return stackLine
  sourceMap ??= readSourceMap()
  const origin = sourceMap?.findOrigin(Number(row), Number(column))
  if (origin === undefined || !('fileName' in origin)) return stackLine
  const path = origin.fileName.replace(/^(?:\.\.\/)+/, '')
  return stackLine.replace(place, `${path}:${origin.lineNumber}:${origin.columnNumber}`)
}
