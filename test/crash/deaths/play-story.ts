import { isDeepStrictEqual } from 'node:util'
import { recover } from '../../support/control.ts'
import { startTables } from '../../support/dynalite.ts'
import { createMortalWorld, type Death } from './mortal-world.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import { populate, type Story } from './stories.ts'

type Played = { outcome: Outcome; writes: number }

/** Looks of `tick`, two minutes apart: together longer than anything waits for one. */
const looksAfter = 8

const playOnce = async (story: Story, death?: Death): Promise<Played> => {
  const tables = await startTables()
  try {
    const mortal = createMortalWorld(tables, death, story.over)
    await populate(mortal)
    await story.begin?.(mortal)
    mortal.arm()
    await story.play(mortal)
    await mortal.world.drain()
    await recover(mortal.world, looksAfter)
    return { outcome: await outcomeOf(tables, mortal.world), writes: mortal.writes() }
  } finally {
    await tables.stop()
  }
}

/** A death after which something else came of the story than without it. */
export type Difference = { story: string; death: Death; differs: string[] }

const differencesOf = (calm: Outcome, other: Outcome): string[] =>
  Object.entries(calm).flatMap(([what, expected]) => {
    const found: unknown = Object.entries(other).find(([name]) => name === what)?.[1]
    return isDeepStrictEqual(expected, found)
      ? []
      : [`${what}: ${JSON.stringify(found)} in place of ${JSON.stringify(expected)}`]
  })

/**
 * Plays a story once without a death, then with one at each `every`-th of its writes, before and after the write.
 * Answers with how many deaths there were, and which of them left something else behind: than all of the story, or than
 * nothing of it, where what was asked for once died unheard.
 */
export const playWithDeaths = async (
  story: Story,
  every = 1,
): Promise<{ calm: Outcome; deaths: number; differences: Difference[] }> => {
  const calm = await playOnce(story)
  const nothing = story.asksAgain ? calm : await playOnce({ ...story, play: async () => {} })
  const differences: Difference[] = []
  let deaths = 0
  for (let atWrite = 1; atWrite <= calm.writes; atWrite += every) {
    for (const when of ['before', 'after'] as const) {
      const death = { atWrite, when }
      // oxlint-disable-next-line no-await-in-loop -- one world after the other
      const { outcome } = await playOnce(story, death)
      const differs = differencesOf(calm.outcome, outcome)
      const isAllOrNothing = differs.length === 0 || differencesOf(nothing.outcome, outcome).length === 0
      if (!isAllOrNothing) differences.push({ story: story.name, death, differs })
      deaths += 1
    }
  }
  return { calm: calm.outcome, deaths, differences }
}
