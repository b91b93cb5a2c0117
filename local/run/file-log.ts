import { createWriteStream, existsSync, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'

/** Where a run's words go: `source` is a function, a store or `runner`; `text` may hold several lines. */
export type LogSink = (source: string, text: string) => void

const keptBytes = 20 * 1024 * 1024

/** One file for each source in a folder; a large one of an earlier run is put aside once. */
export function createFileLog(folder: string): { log: LogSink; close: () => void } {
  mkdirSync(folder, { recursive: true })
  const streams = new Map<string, WriteStream>()
  const open = (source: string): WriteStream => {
    const file = join(folder, `${source.replaceAll(/[^\w.-]/g, '_')}.log`)
    if (existsSync(file) && statSync(file).size > keptBytes) renameSync(file, `${file}.old`)
    const stream = createWriteStream(file, { flags: 'a' })
    streams.set(source, stream)
    return stream
  }
  return {
    log: (source, text) => {
      const stream = streams.get(source) ?? open(source)
      stream.write(text.endsWith('\n') ? text : `${text}\n`)
    },
    close: () => {
      for (const stream of streams.values()) stream.end()
    },
  }
}
