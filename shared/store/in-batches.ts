/** Pieces of a list, each of at most so many items. */
export const inBatches = <Item>(items: readonly Item[], most: number): Item[][] => {
  const batches: Item[][] = []
  for (let start = 0; start < items.length; start += most) batches.push(items.slice(start, start + most))
  return batches
}
