import { vi } from 'vitest'

const reals = new WeakMap<object, Map<string, () => unknown>>()

/** The method itself, also where a spy stands before it already. */
const realOf = <Target extends object>(target: Target, method: keyof Target & string): (() => unknown) => {
  const known = reals.get(target) ?? new Map<string, () => unknown>()
  reals.set(target, known)
  const real: unknown = known.get(method) ?? target[method]
  if (typeof real !== 'function') throw new Error(`${method} is no method`)
  const found = (...given: unknown[]): unknown => Reflect.apply(real, target, given)
  if (!known.has(method)) known.set(method, found)
  return found
}

/**
 * Lets one call of a method fail: before it did anything, or after it did it all and its answer was lost. `skip`
 * calls before it go through.
 */
export const failOnce = <Target extends object>(
  target: Target,
  method: keyof Target & string,
  when: 'before' | 'after' = 'before',
  skip = 0,
): void => {
  const real = realOf(target, method)
  let calls = 0
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- any method of any store, all of them asynchronous
  vi.spyOn(target as Record<string, () => Promise<unknown>>, method).mockImplementation(
    async (...given: unknown[]): Promise<unknown> => {
      const isTheOne = calls === skip
      calls += 1
      if (isTheOne && when === 'before') throw new Error(`${method} failed on purpose`)
      const answer: unknown = await Reflect.apply(real, target, given)
      if (isTheOne) throw new Error(`${method} failed on purpose`)
      return answer
    },
  )
}
