import { join } from 'node:path'

/** The made-up roster that comes with the project: 62 villages of 3 districts. */
export const sampleRoster = join(import.meta.dirname, 'roster.csv')
