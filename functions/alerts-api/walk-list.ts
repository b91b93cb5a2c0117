import * as z from 'zod'
import { noCursor } from '../../shared/errors.ts'
import type { ListPosition } from '../../shared/store/query-list-page.ts'

type Walk<Item, Found> = {
  readPage: (from: ListPosition | undefined) => Promise<{ items: Item[]; next: ListPosition | undefined }>
  /** What is wanted of a page, in its order. No more than `room` of it is taken. */
  pick: (items: readonly Item[], room: number) => readonly Found[] | Promise<readonly Found[]>
  positionOf: (found: Found) => ListPosition
  limit: number
  mostPages: number
}

/**
 * Reads pages until enough was found, there are no more, or so many were read. `next`: where to go on; undefined at the
 * end of the list.
 */
export const walkList = async <Item, Found>(
  { readPage, pick, positionOf, limit, mostPages }: Walk<Item, Found>,
  from: ListPosition | undefined,
): Promise<{ found: Found[]; next: ListPosition | undefined }> => {
  const found: Found[] = []
  let next = from
  let pages = 0
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
    const page = await readPage(next)
    const room = limit - found.length
    // oxlint-disable-next-line no-await-in-loop -- as above
    found.push(...(await pick(page.items, room)).slice(0, room))
    const last = found.at(-1)
    if (last !== undefined && found.length === limit) return { found, next: positionOf(last) }
    next = page.next
    pages += 1
  } while (next !== undefined && pages < mostPages)
  return { found, next }
}

/** How a list that stands in the index `list` under this key says where its next page begins. Its items lie in `KIND#<id>`, `KIND`. */
export const cursorOf = (listKey: string, kind: string) => ({
  at: (createdAtIso: string, id: string): ListPosition => ({
    listKey,
    createdAtIso,
    PK: `${kind}#${id}`,
    SK: kind,
  }),
  write: (from: ListPosition | undefined): string | null =>
    from === undefined ? null : Buffer.from(JSON.stringify(from)).toString('base64url'),
  /** Throws where it is none of this list's. */
  read: (cursor: string | undefined): ListPosition | undefined => {
    if (cursor === undefined) return undefined
    const position = z.object({
      listKey: z.literal(listKey),
      createdAtIso: z.string().min(1),
      PK: z.string().startsWith(`${kind}#`),
      SK: z.literal(kind),
    })
    try {
      return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    } catch {
      throw noCursor()
    }
  },
})
