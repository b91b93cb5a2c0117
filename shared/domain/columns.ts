/** A list column by column: what is alike stands together, and 1,000 rows travel in half the bytes. */
type Columns = Readonly<Record<string, readonly unknown[] | undefined>>

type CellOf<C, Name extends keyof C> = NonNullable<C[Name]> extends readonly (infer Cell)[] ? Cell : never
type MayLack<C, Name extends keyof C> = undefined extends C[Name]
  ? true
  : null extends CellOf<C, Name>
    ? true
    : false

/** A row of such columns: a cell that is null is not there. */
export type RowOf<C> = {
  [Name in keyof C as MayLack<C, Name> extends true ? never : Name]: CellOf<C, Name>
} & { [Name in keyof C as MayLack<C, Name> extends true ? Name : never]?: Exclude<CellOf<C, Name>, null> }

/** The rows of columns that are all of one length. */
export const rowsOf = <C extends Columns>(columns: C): RowOf<C>[] => {
  const named = Object.entries(columns)
  const length = Math.max(0, ...named.map(([, cells]) => cells?.length ?? 0))
  const rows = Array.from({ length }, (_, at) =>
    Object.fromEntries(
      named.flatMap(([name, cells]) => {
        const cell = cells?.[at]
        return cell === null || cell === undefined ? [] : [[name, cell]]
      }),
    ),
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type says of the columns what stands above
  return rows as RowOf<C>[]
}
