import lighthouse from 'lighthouse'
import { slow3g } from './slow-network.ts'

/** What Lighthouse says of a screen: its scores out of 100, and when things were painted, blocked and moved. */
export type Rating = {
  performance: number
  accessibility: number
  bestPractices: number
  firstPaintMs: number
  largestPaintMs: number
  blockedMs: number
  shift: number
}

const { kilobitsPerSecond, latencyMs } = slow3g

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Loads the screen once as a phone does on slow 3G with a processor four times slower, in the browser at that port. */
const rateOnce = async (url: string, port: number): Promise<Rating> => {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'silent',
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    formFactor: 'mobile',
    // Whoever is signed in stays so.
    disableStorageReset: true,
    throttlingMethod: 'devtools',
    throttling: {
      requestLatencyMs: latencyMs,
      downloadThroughputKbps: kilobitsPerSecond,
      uploadThroughputKbps: kilobitsPerSecond,
      cpuSlowdownMultiplier: 4,
      rttMs: latencyMs,
      throughputKbps: kilobitsPerSecond,
    },
  })
  if (result === undefined) throw new Error(`Lighthouse said nothing of ${url}`)
  const { categories, audits, runtimeError } = result.lhr
  if (runtimeError !== undefined) throw new Error(`Lighthouse: ${runtimeError.code} at ${url}`)
  const scoreOf = (id: string): number => Math.round((categories[id]?.score ?? 0) * 100)
  const valueOf = (id: string): number => audits[id]?.numericValue ?? Number.NaN
  return {
    performance: scoreOf('performance'),
    accessibility: scoreOf('accessibility'),
    bestPractices: scoreOf('best-practices'),
    firstPaintMs: Math.round(valueOf('first-contentful-paint')),
    largestPaintMs: Math.round(valueOf('largest-contentful-paint')),
    blockedMs: Math.round(valueOf('total-blocking-time')),
    shift: Number(valueOf('cumulative-layout-shift').toFixed(3)),
  }
}

/** What one load says where that is good enough; else the median of three: the machine is not always ours alone. */
export const rateScreen = async (
  url: string,
  port: number,
  isGood: (rating: Rating) => boolean,
): Promise<Rating> => {
  const first = await rateOnce(url, port)
  if (isGood(first)) return first
  const ratings = [first, await rateOnce(url, port), await rateOnce(url, port)]
  const medianOf = (name: keyof Rating): number => median(ratings.map((rating) => rating[name]))
  return {
    performance: medianOf('performance'),
    accessibility: medianOf('accessibility'),
    bestPractices: medianOf('bestPractices'),
    firstPaintMs: medianOf('firstPaintMs'),
    largestPaintMs: medianOf('largestPaintMs'),
    blockedMs: medianOf('blockedMs'),
    shift: medianOf('shift'),
  }
}
