/** What Chrome 87 (2020) does not have and no build adds: methods, and what hangs on global objects. */
const newMethods = [
  'at',
  'findLast',
  'findLastIndex',
  'toSorted',
  'toReversed',
  'toSpliced',
  'with',
  'isWellFormed',
  'toWellFormed',
  'union',
  'intersection',
  'isSubsetOf',
  'isSupersetOf',
  'isDisjointFrom',
  'symmetricDifference',
  'getOrInsert',
  'toHex',
  'toBase64',
]
const newStatics = [
  'Object.groupBy',
  'Object.hasOwn',
  'Map.groupBy',
  'Array.fromAsync',
  'Promise.withResolvers',
  'Promise.try',
  'AbortSignal.any',
  'AbortSignal.timeout',
  'URL.canParse',
  'URL.parse',
  'RegExp.escape',
  'Iterator.from',
  'Uint8Array.fromBase64',
  'crypto.randomUUID',
]
const newGlobals = [
  'structuredClone',
  'reportError',
  'scheduler',
  'navigation',
  'CompressionStream',
  'WeakRef',
]

const patterns = [
  new RegExp(`\\.(?:${newMethods.join('|')})\\s*\\(`, 'g'),
  new RegExp(`\\b(?:${newStatics.map((name) => name.replace('.', '\\.')).join('|')})\\b`, 'g'),
  new RegExp(`(?<![.\\w$'"\`/-])(?:${newGlobals.slice(0, 2).join('|')})\\s*\\(`, 'g'),
  new RegExp(`\\bnew (?:${newGlobals.slice(4).join('|')})\\b`, 'g'),
]

/** oauth4webapi asks whether these are there and does without. By the text around the call. */
const guarded: readonly RegExp[] = [/Uint8Array\.fromBase64\?/, /URL\.parse\?/, /e\.toBase64\(\{alphabet/]

/**
 * Where built code calls what a phone of 2020 lacks, with some of the text around it. By pattern: a method of the same
 * name on an object of one's own is found too, and wants another name or an entry in `guarded`.
 */
export const findNewMethods = (code: string): string[] =>
  patterns
    .flatMap((pattern) =>
      [...code.matchAll(pattern)].map(({ index }) => code.slice(Math.max(0, index - 40), index + 40)),
    )
    .filter((around) => !guarded.some((pattern) => pattern.test(around)))
