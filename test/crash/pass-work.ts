import * as z from 'zod'
import { sendMessage } from '../../shared/contracts/queue-messages.ts'
import type { Exchange } from './exchange.ts'
import { createForward, type Answer, type Asked } from './forward.ts'
import type { Ledger } from './ledger.ts'
import type { createQueueShaker } from './queue-shaker.ts'
import { services, type Service } from './recognise-call.ts'

const queueRequest = z.object({ QueueUrl: z.string() })

/** Lets work be done by the stand-ins, with what the queues are to do to messages, and notes what came of it. */
export const createPassWork = (ledger: Ledger, queues: () => ReturnType<typeof createQueueShaker>) => {
  const targets = new Map<Service, ReturnType<typeof createForward>>()
  const dispatchOfReceipt = new Map<string, string>()

  const forward = (service: Service, asked: Asked, signal?: AbortSignal): Promise<Answer> => {
    const target = targets.get(service)
    if (target === undefined) throw new Error('the pass-through is not aimed yet')
    return target.forward(asked, signal)
  }

  const comeAgain = (asked: Asked, ReceiptHandle: string, afterMs: number): void => {
    const { QueueUrl } = queueRequest.parse(JSON.parse(asked.body.toString()))
    const body = Buffer.from(JSON.stringify({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }))
    const headers = { ...asked.headers, 'x-amz-target': 'AmazonSQS.ChangeMessageVisibility' }
    setTimeout(() => {
      forward('sqs', { ...asked, headers, body }).catch(() => undefined)
    }, afterMs).unref()
  }

  /** A long poll ends with its asker. What is drawn for it comes again while it is worked on. */
  const receive = async ({ asked, response }: Exchange): Promise<Answer> => {
    const abort = new AbortController()
    response.once('close', () => {
      abort.abort()
    })
    const answer = await forward('sqs', asked, abort.signal)
    if (answer.status !== 200) return answer
    const { body, messages, again } = queues().received(answer.body)
    for (const { receiptHandle, body: message } of messages) {
      const { alertId, village } = sendMessage.parse(JSON.parse(message))
      dispatchOfReceipt.set(receiptHandle, `${alertId}/${village}`)
    }
    for (const { receiptHandle, afterMs } of again) comeAgain(asked, receiptHandle, afterMs)
    return { ...answer, body }
  }

  const queue = async ({ service, asked }: Exchange): Promise<Answer> => {
    const bodies = queues().sent(asked.body)
    const [first] = await Promise.all(bodies.map((body) => forward(service, { ...asked, body })))
    return first ?? { status: 500, headers: {}, body: Buffer.from('{}') }
  }

  return {
    aim: (origins: Readonly<Record<Service, string>>): void => {
      for (const service of services) targets.set(service, createForward(origins[service]))
    },
    /** The last sender of the dispatch that a received message was about. */
    senderOfReceipt: (receiptHandle: string): string | undefined =>
      ledger.lastSenderOf(dispatchOfReceipt.get(receiptHandle) ?? ''),
    doWork: async (exchange: Exchange): Promise<Answer> => {
      const { service, call, who, asked } = exchange
      if (call.kind === 'receive') return receive(exchange)
      if (call.kind === 'queue') return queue(exchange)
      if (call.kind === 'claim') ledger.claimAsked(who, call)
      const answer = await forward(service, asked)
      if (call.kind === 'claim') ledger.claimAnswered(call.token, answer.status === 200)
      if (call.kind === 'settle' && answer.status === 200) ledger.leaseRemoved(who, call)
      return answer
    },
    close: (): void => {
      for (const target of targets.values()) target.close()
    },
  }
}
