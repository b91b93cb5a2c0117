import { placeInSource } from './place-in-source.ts'

const numberLike = /\+?\d[\d\s-]{5,}\d/g

/** What may be logged of an error: its name, its words without anything like a phone number, its own stack lines. */
export const safeError = (error: unknown): { errorName: string; errorText: string; stack: string[] } => {
  if (!(error instanceof Error)) return { errorName: 'NotAnError', errorText: typeof error, stack: [] }
  const stack = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return {
    errorName: error.name,
    errorText: error.message.replaceAll(numberLike, '<number>').slice(0, 500),
    stack: stack.slice(0, 8).map((line) => placeInSource(line.trim())),
  }
}
