import { exposureFact, exposureLevels } from './exposure-words.ts'
import type { Say, Words } from './language.ts'

const levels: Readonly<Partial<Record<number, Words>>> = exposureLevels

/** `Exposure: high`, as a number alone has no scale; undefined where nobody has entered it (0). */
export const exposureText = (say: Say, exposure: number): string | undefined => {
  const level = levels[exposure]
  return level === undefined ? undefined : say(exposureFact, { level: say(level) })
}
