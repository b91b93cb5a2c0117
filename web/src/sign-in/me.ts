import type { AnswerOf } from '../api/routes.ts'
import { signal } from '../signal.ts'

/** Who is signed in, as the API knows them: what they may do stands there, not in the token. */
export type Me = AnswerOf<'GET /v1/me'>

/** Undefined until it is known. What it lets a person see is comfort; what they may do the API decides. */
export const me = signal<Me | undefined>(undefined)

export const mayIssue = (person: Me | undefined): boolean => person?.roles.includes('officer') ?? false
export const mayKeepRoster = (person: Me | undefined): boolean => person?.roles.includes('admin') ?? false
