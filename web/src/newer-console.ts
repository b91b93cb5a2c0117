import { signal } from './signal.ts'

/** Set when a newer console waits: people take it when they wish, never in the middle of an alert. */
export const newerConsole = signal<{ take: () => void } | undefined>(undefined)
