import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { z } from 'zod'

const entrySchema = z.object({
  messageId: z.string(),
  phone: z.string(),
  text: z.string(),
  senderId: z.string(),
  smsType: z.string(),
  acceptedAtIso: z.string(),
})

/** An SMS that was accepted: one line of the outbox file. */
export type OutboxEntry = z.infer<typeof entrySchema>

/** The outbox while the SMS endpoint runs. */
export type Outbox = {
  /** All entries, oldest first. */
  entries: readonly OutboxEntry[]
  /** Resolves when the line is written: what is answered after that survives a kill. */
  append: (entry: OutboxEntry) => Promise<void>
  close: () => void
}

/** Opens an outbox file and reads what is in it. A line that a kill left unfinished is cut off. */
export function openOutbox(file: string): Outbox {
  const { entries, wholeBytes } = load(file)
  const descriptor = openSync(file, 'a')
  ftruncateSync(descriptor, wholeBytes)
  let lines: string[] = []
  let waiting: { resolve: () => void; reject: (error: unknown) => void }[] = []

  const write = (): void => {
    const [text, settled] = [lines.join(''), waiting]
    lines = []
    waiting = []
    try {
      writeSync(descriptor, text)
      for (const { resolve } of settled) resolve()
    } catch (error) {
      for (const { reject } of settled) reject(error)
    }
  }
  return {
    entries,
    append: (entry) =>
      new Promise((resolve, reject) => {
        entries.push(entry)
        // All messages of one turn of the event loop share one write.
        if (lines.length === 0) setImmediate(write)
        lines.push(`${JSON.stringify(entry)}\n`)
        waiting.push({ resolve, reject })
      }),
    close: () => {
      closeSync(descriptor)
    },
  }
}

/** Reads an outbox file, also while the endpoint writes to it: an unfinished last line is left out. */
export function readOutbox(file: string): OutboxEntry[] {
  return load(file).entries
}

function load(file: string): { entries: OutboxEntry[]; wholeBytes: number } {
  if (!existsSync(file)) return { entries: [], wholeBytes: 0 }
  const bytes = readFileSync(file)
  const wholeBytes = bytes.lastIndexOf('\n') + 1
  const lines = bytes.subarray(0, wholeBytes).toString().split('\n').slice(0, -1)
  return { entries: lines.map((line) => entrySchema.parse(JSON.parse(line))), wholeBytes }
}
