import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Asked } from './forward.ts'
import { recogniseCall, type Call, type Service } from './recognise-call.ts'

/** Where a request comes from: `who` is a sender's thread, `rest`, or the process whose poller asks. */
export type Origin = { service: Service; who: string; isPoller: boolean }

/** A request that has been read, with what it does and whom a kill would concern. */
export type Exchange = Origin & {
  asked: Asked
  call: Call
  response: ServerResponse
  /** The sender whose step it is; undefined where it is nobody's who lives. */
  sender: string | undefined
}

/** Whether a sender is this one, or a thread of this process. */
export const isOf = (who: string, sender: string): boolean => sender === who || sender.startsWith(`${who}.`)

const readAll = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** Reads a request. What a poller deletes is a step of the sender that `senderOf` the receipt names. */
export const readExchange = async (
  origin: Origin,
  request: IncomingMessage,
  response: ServerResponse,
  senders: { ofReceipt: (receiptHandle: string) => string | undefined; isDying: (who: string) => boolean },
): Promise<Exchange> => {
  const body = await readAll(request)
  const asked = { method: request.method ?? 'POST', headers: request.headers, body }
  const call = recogniseCall(origin.service, String(request.headers['x-amz-target']), body.toString())
  const receiptHandle = call.kind === 'delete' ? call.receiptHandles[0] : undefined
  const sender = origin.isPoller ? senders.ofReceipt(receiptHandle ?? '') : origin.who
  const isAlive = sender !== undefined && isOf(origin.who, sender) && !senders.isDying(sender)
  return { ...origin, asked, call, response, sender: isAlive ? sender : undefined }
}
