/** What the device keeps. Storage may be full or forbidden: then the console works without it. */
export const readStored = (key: string): unknown => {
  try {
    const text = localStorage.getItem(`siang.${key}`)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Keeps a value as JSON, or forgets it where it is undefined. False where the device keeps nothing. */
export const writeStored = (key: string, value: unknown): boolean => {
  try {
    if (value === undefined) localStorage.removeItem(`siang.${key}`)
    else localStorage.setItem(`siang.${key}`, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Forgets everything whose key begins so: the last lists of a person who signs out. */
export const forgetStored = (prefix: string): void => {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
    for (const key of keys) if (key.startsWith(`siang.${prefix}`)) localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
