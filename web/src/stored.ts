/** What the device keeps. Storage may be full or forbidden: then the console works without it. */
export const readStored = (key: string): unknown => {
  try {
    const text = localStorage.getItem(`siang.${key}`)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

const write = (key: string, value: unknown): boolean => {
  try {
    if (value === undefined) localStorage.removeItem(`siang.${key}`)
    else localStorage.setItem(`siang.${key}`, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Forgets what can be read again: lists of former screens, but for who is signed in. */
export const forgetLists = (): void => {
  for (const name of storedNames('seen.')) if (name !== 'seen.me') write(name, undefined)
}

/**
 * Keeps a value as JSON, or forgets it where it is undefined. Where the device is full, lists that were kept make
 * room. False where it keeps nothing all the same.
 */
export const writeStored = (key: string, value: unknown): boolean => {
  if (write(key, value)) return true
  forgetLists()
  return write(key, value)
}

/** The names of what is kept that begin so. */
export const storedNames = (prefix: string): string[] => {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
    const whole = `siang.${prefix}`
    return keys.filter((key) => key.startsWith(whole)).map((key) => key.slice('siang.'.length))
  } catch {
    return []
  }
}

/** Forgets everything whose name begins so: the last lists of a person who signs out. */
export const forgetStored = (prefix: string): void => {
  for (const name of storedNames(prefix)) writeStored(name, undefined)
}
