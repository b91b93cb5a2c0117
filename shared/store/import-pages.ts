import * as z from 'zod'
import { villageRecord } from '../contracts/roster.ts'
import { importChange, importProblem, matchToConfirm } from '../contracts/roster-files.ts'
import { changesPerPage } from '../domain/import-files.ts'
import type { Bucket } from './bucket.ts'

/** What a plan found, as JSON pages in the bucket: too much for a table's item. */
export type ImportPages = ReturnType<typeof createImportPages>

/** A change with the village before (undefined: it is new) and after it: what apply writes and undo restores. */
const plannedChange = z.lazy(() =>
  z.object({
    change: importChange,
    before: villageRecord.optional(),
    after: villageRecord.unwrap().omit({ revision: true, updatedAtIso: true }),
  }),
)
export type PlannedChange = z.infer<typeof plannedChange>

const kinds = {
  problems: { perPage: 500, schema: z.array(importProblem) },
  matches: { perPage: 5000, schema: z.array(matchToConfirm) },
  changes: { perPage: changesPerPage, schema: z.array(plannedChange) },
} as const
type Kind = keyof typeof kinds
type Entry<K extends Kind> = z.infer<(typeof kinds)[K]['schema']>[number]

/** A page of changes as the API lists them: without the villages. */
const listedChanges = z.array(z.object({ change: importChange }))

const mostPageBytes = 64 * 1024 * 1024
const keyOf = (folder: string, kind: Kind, index: number): string => `${folder}/${kind}-${index}.json`

export const createImportPages = (bucket: Pick<Bucket, 'put' | 'read'>) => {
  const readPage = async (folder: string, kind: Kind, index: number): Promise<unknown> => {
    const reading = await bucket.read(keyOf(folder, kind, index), mostPageBytes)
    if (reading.outcome !== 'read')
      throw new Error(`page ${index} of an import's ${kind}: ${reading.outcome}`)
    return JSON.parse(new TextDecoder().decode(reading.bytes))
  }

  /** Entries from `offset` on, taken from as few pages as hold them. */
  const readSlice = async <T>(
    from: { folder: string; kind: Kind; total: number; offset: number; limit: number },
    schema: z.ZodType<T[]>,
  ): Promise<T[]> => {
    const { perPage } = kinds[from.kind]
    const end = Math.min(from.offset + from.limit, from.total)
    const first = Math.floor(from.offset / perPage)
    const indexes: number[] = []
    for (let index = first; index * perPage < end; index += 1) indexes.push(index)
    const pages = await Promise.all(
      indexes.map(async (index) => schema.parse(await readPage(from.folder, from.kind, index))),
    )
    return pages.flat().slice(from.offset - first * perPage, end - first * perPage)
  }

  return {
    /** Writes entries page by page, so that only one page is ever in memory as text. */
    write: async <K extends Kind>(folder: string, kind: K, entries: readonly Entry<K>[]): Promise<void> => {
      const { perPage } = kinds[kind]
      for (let start = 0; start < entries.length; start += perPage) {
        const text = JSON.stringify(entries.slice(start, start + perPage))
        // oxlint-disable-next-line no-await-in-loop -- all at once would hold the whole plan as text
        await bucket.put(keyOf(folder, kind, start / perPage), text, 'application/json')
      }
    },

    /** One page of changes, to carry out. */
    readChanges: async (folder: string, index: number): Promise<PlannedChange[]> =>
      kinds.changes.schema.parse(await readPage(folder, 'changes', index)),

    listProblems: (folder: string, total: number, offset: number, limit: number) =>
      readSlice({ folder, kind: 'problems', total, offset, limit }, kinds.problems.schema),

    listChanges: async (folder: string, total: number, offset: number, limit: number) => {
      const listed = await readSlice({ folder, kind: 'changes', total, offset, limit }, listedChanges)
      return listed.map(({ change }) => change)
    },

    listMatches: (folder: string, total: number) =>
      readSlice({ folder, kind: 'matches', total, offset: 0, limit: total }, kinds.matches.schema),
  }
}
