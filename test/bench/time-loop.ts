import { parentPort } from 'node:worker_threads'
import pMap from 'p-map'

/** Runs a step so often, so many at a time, and posts what one costs to whoever started this thread. */
export const timeLoop = async (
  count: number,
  concurrency: number,
  step: (index: number) => Promise<unknown>,
): Promise<void> => {
  const warmUp = Math.ceil(count / 10)
  await pMap(Array.from({ length: warmUp }).keys(), (index) => step(index), { concurrency })
  const startedMs = performance.now()
  const before = process.threadCpuUsage()
  await pMap(Array.from({ length: count }).keys(), (index) => step(warmUp + index), { concurrency })
  const { user, system } = process.threadCpuUsage(before)
  const perSecond = (count * 1000) / (performance.now() - startedMs)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is of windows, this is a thread
  parentPort?.postMessage({ perSecond, cpuSecondsEach: (user + system) / 1e6 / count })
}
