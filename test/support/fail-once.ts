import { vi } from 'vitest'

/** Lets one call of a method fail: before it did anything, or after it did it all and its answer was lost. */
export const failOnce = <Target extends object>(
  target: Target,
  method: keyof Target & string,
  when: 'before' | 'after' = 'before',
): void => {
  const real: unknown = target[method]
  if (typeof real !== 'function') throw new Error(`${method} is no method`)
  // oxlint-disable-next-line typescript/no-explicit-any -- any method of any store
  const spy = vi.spyOn(target as any, method)
  spy.mockImplementationOnce(async (...given: unknown[]) => {
    spy.mockRestore()
    if (when === 'after') await real.apply(target, given)
    throw new Error(`${method} failed on purpose`)
  })
}
