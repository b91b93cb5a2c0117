import { isOf } from './exchange.ts'
import type { FaultProxy } from './fault-proxy.ts'
import { describeOrder, type KillOrder } from './kill-orders.ts'
import type { Doubt, Ledger } from './ledger.ts'
import { startSenderProcess, type SenderProcess } from './sender-process.ts'
import type { SenderSettings } from './sender-messages.ts'

/** Sender processes that are killed and started again at once. */
export type Senders = ReturnType<typeof createSenders>

type Cause = { number: number; what: string }
type Parts = { proxy: FaultProxy } & Pick<SenderSettings, 'assemblyFolder' | 'facts'>

const processCount = 2

const processOf = (sender: string): string => sender.split('.')[0] ?? ''

export const createSenders = (ledger: Ledger, log: (text: string) => void) => {
  const running = new Map<string, SenderProcess>()
  const dying = new Set<string>()
  /** Why a thread or process ends, where that is known before it does. */
  const causes = new Map<string, Cause>()
  const ended = new Set<string>()
  let parts: Parts | undefined
  let environment: Record<string, string> = {}
  let started = 0
  let kills = 0
  let isStopped = true

  const noteEnd = (cause: Cause | undefined, held: (doubt: Doubt) => string[]): void => {
    if (cause === undefined) held({ cause: 'ended' })
    else ledger.killDone({ ...cause, dispatches: held({ cause: 'kill', kill: cause.number }) })
  }
  const onThreadEnded = (sender: string): void => {
    // A thread that is killed is heard of twice.
    if (ended.has(sender)) return
    ended.add(sender)
    dying.add(sender)
    noteEnd(causes.get(sender), (doubt) => ledger.sendersEnded((one) => one === sender, doubt))
  }

  const startOne = async ({ proxy, assemblyFolder, facts }: Parts): Promise<void> => {
    const processId = `p${(started += 1)}`
    const poller = await proxy.listenForPoller(processId)
    const settings = {
      processId,
      assemblyFolder,
      facts,
      proxyOrigin: proxy.origin,
      pollerOrigin: poller.origin,
      environment,
    }
    const child = startSenderProcess(settings, onThreadEnded, log)
    running.set(processId, child)
    void replace(child, poller.stop)
  }

  /** Waits until the process is gone, notes what it held, and starts another. */
  const replace = async (child: SenderProcess, stopPoller: () => void): Promise<void> => {
    await child.gone
    const isLast = isStopped || !running.has(child.id)
    running.delete(child.id)
    dying.add(child.id)
    const held = (doubt: Doubt) => ledger.sendersEnded((sender) => isOf(child.id, sender), doubt)
    noteEnd(causes.get(child.id), held)
    stopPoller()
    if (!isLast && parts !== undefined) await startOne(parts)
  }

  const stop = async (): Promise<void> => {
    isStopped = true
    const all = [...running.values()]
    running.clear()
    await Promise.all(all.map((child) => child.kill()))
  }

  return {
    isDying: (who: string): boolean => dying.has(who) || dying.has(processOf(who)),

    /** Kills as ordered; resolves when the sender is dead, or at once where its time limit will end it. */
    carryOut: async (order: KillOrder, sender: string): Promise<void> => {
      kills += 1
      const who = order.mode === 'process' ? processOf(sender) : sender
      causes.set(who, { number: kills, what: describeOrder(order) })
      if (order.mode === 'limit') return
      dying.add(who)
      const child = running.get(processOf(sender))
      await (order.mode === 'process' ? child?.kill() : child?.killThread(sender))
    },

    prepare: (given: Parts): void => {
      parts = given
    },
    /** Starts the processes, or others where the settings differ. */
    start: async (wanted: Record<string, string>): Promise<void> => {
      if (parts === undefined) throw new Error('the senders are not prepared')
      if (!isStopped && JSON.stringify(wanted) === JSON.stringify(environment)) return
      await stop()
      environment = wanted
      isStopped = false
      const prepared = parts
      await Promise.all(Array.from({ length: processCount }, () => startOne(prepared)))
    },
    stop,
  }
}
