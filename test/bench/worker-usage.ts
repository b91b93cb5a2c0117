import type { Worker } from 'node:worker_threads'
import { functionNames, type FunctionName } from '../../infra/names.ts'

/** CPU and memory of the threads that the functions of a run live in; they are told by their names. */
export type WorkerUsage = {
  /** User and system time since their start, over all threads of all functions. */
  cpuSeconds: () => Promise<number>
  /** The largest heap of any thread of a function now. */
  heapMb: (name: FunctionName) => Promise<number>
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '')
const isOf = (worker: Worker, functionName: FunctionName): boolean =>
  plain(worker.threadName ?? '').includes(plain(functionName))

/** Watches every thread that this process starts from now on. */
export const watchWorkers = (): WorkerUsage => {
  const workers = new Set<Worker>()
  process.on('worker', (worker) => {
    workers.add(worker)
    worker.once('exit', () => workers.delete(worker))
  })
  const of = (names: readonly FunctionName[]): Worker[] =>
    [...workers].filter((worker) => names.some((name) => isOf(worker, name)))
  return {
    cpuSeconds: async () => {
      const usages = await Promise.all(of(functionNames).map((worker) => worker.cpuUsage()))
      return usages.reduce((sum, { user, system }) => sum + user + system, 0) / 1e6
    },
    heapMb: async (name) => {
      const statistics = await Promise.all(of([name]).map((worker) => worker.getHeapStatistics()))
      return Math.max(0, ...statistics.map((one) => one.total_heap_size)) / 2 ** 20
    },
  }
}
