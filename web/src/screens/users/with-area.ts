import { userCovers } from '../../../../shared/domain/user.ts'

/** The areas with another one: those that it takes in go, and nothing is added that is there already. */
export const withArea = (areas: readonly string[], added: string): string[] =>
  userCovers({ areas }, added)
    ? [...areas]
    : [...areas.filter((area) => !userCovers({ areas: [added] }, area)), added]
