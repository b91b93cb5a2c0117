import { useEffect, useState } from 'preact/hooks'

/** A value that several parts of the console share; whoever uses it is rendered anew when it changes. */
export type Signal<T> = {
  get: () => T
  set: (next: T) => void
  /** Calls back after every change until what it returns is called. */
  onChange: (listener: () => void) => () => void
}

export const signal = <T>(first: T): Signal<T> => {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The value of a signal in a component. */
export const useSignal = <T>(shared: Signal<T>): T => {
  const [value, setValue] = useState(shared.get)
  useEffect(() => {
    const take = (): void => setValue(() => shared.get())
    take()
    return shared.onChange(take)
  }, [shared])
  return value
}
