/** One line of the result. `ok` is null where a figure has no goal and only explains another. */
export type Measure = {
  name: string
  value: number
  unit: string
  /** What was measured beside it in the same run, in the same unit. */
  reference: number | null
  goal: string | null
  ok: boolean | null
}

type Figure = Pick<Measure, 'name' | 'value' | 'unit'> & { reference?: number }

/** Three digits that count, or all before the point. */
const rounded = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))

const measure = (figure: Figure, goal: string | null, ok: boolean | null): Measure => ({
  name: figure.name,
  value: rounded(figure.value),
  unit: figure.unit,
  reference: figure.reference === undefined ? null : rounded(figure.reference),
  goal,
  ok,
})

/** A figure without a goal. */
export const told = (figure: Figure): Measure => measure(figure, null, null)

export const atMost = (figure: Figure, limit: number): Measure =>
  measure(figure, `≤ ${limit}`, figure.value <= limit)

export const atLeast = (figure: Figure, limit: number): Measure =>
  measure(figure, `≥ ${limit}`, figure.value >= limit)

/** A figure that may be so many times its reference. */
export const atMostTimes = (figure: Figure & { reference: number }, times: number): Measure =>
  measure(figure, `≤ ${times} × reference`, figure.value <= times * figure.reference)

export const atLeastTimes = (figure: Figure & { reference: number }, times: number): Measure =>
  measure(figure, `≥ ${times} × reference`, figure.value >= times * figure.reference)

/** The same as its reference, give or take a share of it. */
export const asReference = (figure: Figure & { reference: number }, share: number): Measure =>
  measure(
    figure,
    `reference ± ${share * 100} %`,
    Math.abs(figure.value - figure.reference) <= share * figure.reference,
  )
