/** Maps with so many at a time; answers in the order of the items. An error ends it once what was begun is over. */
export const mapBounded = async <Item, Result>(
  items: readonly Item[],
  atATime: number,
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = []
  const errors: unknown[] = []
  const entries = items.entries()
  const work = async (): Promise<void> => {
    for (const [index, item] of entries) {
      if (errors.length > 0) return
      try {
        // oxlint-disable-next-line no-await-in-loop -- one at a time is what each of the workers is for
        results[index] = await map(item)
      } catch (error) {
        errors.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: atATime }, work))
  if (errors.length > 0) throw errors[0]
  return results
}
