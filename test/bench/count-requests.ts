import diagnostics from 'node:diagnostics_channel'
import { createServer, type ClientRequest } from 'node:http'
import { createPassOn } from '../../local/http/pass-on.ts'
import { listenOnLoopback } from '../../local/http/listen-on-loopback.ts'

/** Counts of requests by operation, for instance `DynamoDB_20120810.UpdateItem`. */
export type RequestCounts = ReadonlyMap<string, number>

/** A pass-through in front of the stores, only for runs whose requests are counted: it costs time. */
export type RequestCounter = {
  /** Where functions find the stores instead. */
  environment: Readonly<Record<'AWS_ENDPOINT_URL_DYNAMODB' | 'AWS_ENDPOINT_URL_SQS', string>>
  /** Names the stores, once they have started. */
  aim: (stores: { dynamodb: string; sqs: string }) => void
  /** What functions asked since the last `reset`. */
  ofFunctions: RequestCounts
  /** What was asked for them by the poller of their queues: receives and deletes. */
  ofPollers: RequestCounts
  reset: () => void
  stop: () => void
}

const countIn = (counts: Map<string, number>, operation: unknown): void => {
  const name = String(operation)
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

const startPassThrough = async (counts: Map<string, number>) => {
  const target: { current?: ReturnType<typeof createPassOn> } = {}
  const server = createServer((request, response) => {
    countIn(counts, request.headers['x-amz-target'])
    if (target.current === undefined) response.writeHead(503).end()
    else target.current.passOn(request, response, request.url ?? '/')
  })
  server.keepAliveTimeout = 60_000
  return {
    origin: await listenOnLoopback(server, 0),
    aim: (origin: string) => {
      target.current = createPassOn(origin)
    },
    stop: () => {
      target.current?.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The runner's poller signs nothing, by which its requests are told from all others of this process. */
const isOfPoller = (request: ClientRequest): boolean =>
  String(request.getHeader('authorization')).endsWith('Signature=0')

const started = 'http.client.request.start'

/** Starts counting; nothing passes before `aim`. */
export const startRequestCounter = async (): Promise<RequestCounter> => {
  const ofFunctions = new Map<string, number>()
  const ofPollers = new Map<string, number>()
  const [dynamodb, sqs] = await Promise.all([startPassThrough(ofFunctions), startPassThrough(ofFunctions)])
  const onStart = (message: unknown): void => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what Node documents of this channel
    const { request } = message as { request: ClientRequest }
    if (isOfPoller(request)) countIn(ofPollers, request.getHeader('x-amz-target'))
  }
  diagnostics.subscribe(started, onStart)
  return {
    environment: { AWS_ENDPOINT_URL_DYNAMODB: dynamodb.origin, AWS_ENDPOINT_URL_SQS: sqs.origin },
    aim: (stores) => {
      dynamodb.aim(stores.dynamodb)
      sqs.aim(stores.sqs)
    },
    ofFunctions,
    ofPollers,
    reset: () => {
      ofFunctions.clear()
      ofPollers.clear()
    },
    stop: () => {
      diagnostics.unsubscribe(started, onStart)
      dynamodb.stop()
      sqs.stop()
    },
  }
}

/** The sum of all counts. */
export const totalOf = (counts: RequestCounts): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)
