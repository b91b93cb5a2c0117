import { describe, expect, it } from 'vitest'
import { playWithDeaths } from '../../crash/deaths/play-story.ts'
import { stories } from '../../crash/deaths/stories.ts'

/**
 * Stories whose requests come once are the ones that nothing but Siang itself can heal. `npm run crash-matrix -- --only
 * stories` plays all stories, with a death at every write.
 */
const askedOnce = stories.filter(({ asksAgain }) => !asksAgain)
const everyNth = 23

describe('whoever dies at a write', () => {
  it.for(askedOnce.map((story) => [story.name, story] as const))(
    'leaves nothing else behind of %s',
    { timeout: 120_000 },
    async ([, story]) => {
      const { calm, deaths, differences } = await playWithDeaths(story, everyNth)

      expect(differences).toEqual([])
      expect(deaths).toBeGreaterThanOrEqual(2)
      expect(calm.sms).not.toEqual([])
      expect(calm.deliveries.filter((one) => !/: (accepted|suppressed)$/.test(one))).toEqual([])
    },
  )
})
