import { playWithDeaths } from './play-story.ts'
import { stories } from './stories.ts'

/** What became of one story. */
type Row = { story: string; deaths: number; differ: number; ok: boolean }

const textOf = ({ story, deaths, differ, ok }: Row): string =>
  `${ok ? 'ok  ' : 'FAIL'} ${story}: ${deaths} deaths, ${differ} left something else behind`

/** Plays every story with a death at each `every`-th write; false where one of them left something else behind. */
export const playStories = async (
  every: number,
  say: { row: (row: Row, text: string) => void; detail: (text: string) => void },
): Promise<boolean> => {
  let isFine = true
  for (const story of stories) {
    // oxlint-disable-next-line no-await-in-loop -- one story after the other, each on tables of its own
    const { deaths, differences } = await playWithDeaths(story, every)
    const row: Row = { story: story.name, deaths, differ: differences.length, ok: differences.length === 0 }
    say.row(row, textOf(row))
    for (const { death, differs } of differences) {
      say.detail(`  ${death.when} write ${death.atWrite}:\n    ${differs.join('\n    ')}`)
    }
    isFine &&= row.ok
  }
  return isFine
}
