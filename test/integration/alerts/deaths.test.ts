import { describe, expect, it } from 'vitest'
import { playWithDeaths } from '../../crash/deaths/play-story.ts'
import { stories, type Story } from '../../crash/deaths/stories.ts'

/** `npm run crash-matrix -- --only stories` has a death at every write. */
const everyNth = ({ asksAgain }: Story): number => (asksAgain ? 41 : 9)

describe('whoever dies at a write', () => {
  it.for(stories.map((story) => [story.name, story] as const))(
    'leaves nothing else behind of %s',
    { timeout: 120_000 },
    async ([, story]) => {
      const { calm, deaths, differences } = await playWithDeaths(story, everyNth(story))

      expect(differences).toEqual([])
      expect(deaths).toBeGreaterThanOrEqual(2)
      expect(calm.sms).not.toEqual([])
      expect(calm.deliveries.filter((one) => !/: (accepted|suppressed)$/.test(one))).toEqual([])
    },
  )
})
