import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listenOnLoopback } from '../../local/http/listen-on-loopback.ts'
import { createPick } from '../support/create-pick.ts'
import { readExchange, type Exchange, type Origin } from './exchange.ts'
import { answerFault, createFaults, isBefore, leavesDoubt, type FaultKind } from './faults.ts'
import type { Answer } from './forward.ts'
import { createArmory, type KillOrder } from './kill-orders.ts'
import type { Ledger } from './ledger.ts'
import { createPassWork } from './pass-work.ts'
import { createQueueShaker, type Disturbance } from './queue-shaker.ts'
import { services } from './recognise-call.ts'

/** What goes wrong between functions and stand-ins from now on; the same seed draws the same faults. */
export type Trouble = {
  seed: number
  faultPercent: number
  disturbances: ReadonlySet<Disturbance>
  kills: readonly KillOrder[]
}

type ProxyDeps = {
  ledger: Ledger
  /** The alert and village of an SMS; undefined where it is of no alert that is watched. */
  smsOf: (phone: string, text: string) => { alertId: string; village: string } | undefined
  /** Kills the sender, or lets its process be killed; resolves when it is dead. */
  carryOut: (order: KillOrder, sender: string) => Promise<void>
  /** Whether this sender or process is being killed: nothing of it goes through any more. */
  isDying: (who: string) => boolean
}

const calm: Trouble = { seed: 0, faultPercent: 0, disturbances: new Set(), kills: [] }
/** Of a hundred receives that SQS answers, so many answers are lost, if there are faults at all. */
const lostReceivesPercent = 5

const drawFrom = ({ seed, faultPercent, disturbances }: Trouble) => {
  const pickFor = (place: number) => createPick(seed * 16 + place)
  return {
    faults: {
      dynamodb: createFaults(faultPercent, pickFor(1)),
      sqs: createFaults(faultPercent, pickFor(2)),
      sns: createFaults(faultPercent, pickFor(3)),
    },
    receives: createFaults(faultPercent === 0 ? 0 : lostReceivesPercent, pickFor(4)),
    queues: createQueueShaker(disturbances, pickFor(5)),
  }
}
type Drawn = ReturnType<typeof drawFrom>
type PassWork = ReturnType<typeof createPassWork>

const drawFault = (drawn: Drawn, { service, call, isPoller }: Exchange): FaultKind | undefined => {
  if (call.kind === 'receive') return drawn.receives.draw() === undefined ? undefined : 'lost-after'
  return isPoller && call.kind !== 'delete' ? undefined : drawn.faults[service].draw()
}

const writeAnswer = (response: ServerResponse, { status, headers, body }: Answer): void => {
  const { connection: _connection, 'transfer-encoding': _encoding, ...kept } = headers
  response.writeHead(status, { ...kept, 'content-length': body.length })
  response.end(body)
}

/** Decides what becomes of each exchange: a kill, a fault, or its work. */
const createAnswerExchange = (
  { ledger, smsOf, carryOut, isDying }: ProxyDeps,
  { armory, work, drawn }: { armory: ReturnType<typeof createArmory>; work: PassWork; drawn: () => Drawn },
) => {
  /** A publish that is to be the sender's last is told before it goes out, so that none follows it. */
  const lastPublish = ({ call, who }: Exchange): KillOrder | undefined => {
    if (call.kind !== 'publish') return undefined
    const sms = smsOf(call.phone, call.text)
    if (sms === undefined) return undefined
    const publishes = ledger.published(who, `${sms.alertId}/${sms.village}`)
    return armory.meet(call, 'after', { isOwn: true, publishes })
  }

  const noteLostAnswer = ({ call }: Exchange): void => {
    const sms = call.kind === 'publish' ? smsOf(call.phone, call.text) : undefined
    if (sms !== undefined && call.kind === 'publish') ledger.answerLost(sms.alertId, call.phone)
  }

  /** Ends the exchange by a kill: of a request that never goes out, or an answer that nobody hears. */
  const die = async ({ response }: Exchange, order: KillOrder, sender: string): Promise<void> => {
    await carryOut(order, sender)
    if (order.mode !== 'limit') response.destroy()
  }

  /** The sender dies by the time the gateway has its SMS; nothing else of it goes through meanwhile. */
  const dieAfterPublish = async (exchange: Exchange, order: KillOrder, sender: string): Promise<void> => {
    const dying = die(exchange, order, sender)
    await work.doWork(exchange)
    await dying
  }

  const workOrFail = async (exchange: Exchange, isOwn: boolean): Promise<void> => {
    const { service, call, response, sender } = exchange
    const fault = drawFault(drawn(), exchange)
    if (fault !== undefined && leavesDoubt(fault)) noteLostAnswer(exchange)
    if (fault !== undefined && isBefore(fault)) return answerFault(response, service, fault)
    const answer = await work.doWork(exchange)
    if (isDying(exchange.who)) {
      response.destroy()
      return
    }
    const isStep = answer.status === 200 && sender !== undefined && call.kind !== 'publish'
    const order = isStep ? armory.meet(call, 'after', { isOwn, publishes: 0 }) : undefined
    if (order !== undefined && sender !== undefined) return die(exchange, order, sender)
    if (fault === undefined) writeAnswer(response, answer)
    else answerFault(response, service, fault)
  }

  return async (exchange: Exchange): Promise<void> => {
    const { call, sender, who } = exchange
    const isOwn = call.kind === 'settle' && ledger.isOwn(who, call.token)
    const first = sender === undefined ? undefined : armory.meet(call, 'before', { isOwn, publishes: 0 })
    if (first !== undefined && sender !== undefined) return die(exchange, first, sender)
    const last = lastPublish(exchange)
    if (last !== undefined && sender !== undefined) return dieAfterPublish(exchange, last, sender)
    return workOrFail(exchange, isOwn)
  }
}
/** Where the functions of `who` find the stand-ins. */
const endpointsBelow = (origin: string, who: string) => ({
  dynamodb: `${origin}/dynamodb/${who}`,
  sqs: `${origin}/sqs/${who}`,
  sns: `${origin}/sns/${who}`,
})

/** The pass-through between functions and stand-ins. Nothing passes before `aim`; calm until `begin`. */
export type FaultProxy = Awaited<ReturnType<typeof startFaultProxy>>

export const startFaultProxy = async (deps: ProxyDeps) => {
  const armory = createArmory()
  let drawn = drawFrom(calm)
  const work = createPassWork(deps.ledger, () => drawn.queues)
  const answerExchange = createAnswerExchange(deps, { armory, work, drawn: () => drawn })

  const answer = async (origin: Origin, request: IncomingMessage, response: ServerResponse) => {
    const senders = { ofReceipt: work.senderOfReceipt, isDying: deps.isDying }
    const exchange = await readExchange(origin, request, response, senders)
    if (deps.isDying(origin.who)) response.destroy()
    else await answerExchange(exchange)
  }
  const listen = async (originOf: (request: IncomingMessage) => Origin | undefined) => {
    const server = createServer((request, response) => {
      const origin = originOf(request)
      if (origin === undefined) response.writeHead(501).end()
      else answer(origin, request, response).catch(() => response.destroy())
    })
    server.keepAliveTimeout = 120_000
    return {
      origin: await listenOnLoopback(server, 0),
      stop: () => {
        server.closeAllConnections()
        server.close()
      },
    }
  }
  const front = await listen((request) => {
    const [, name, who] = (request.url ?? '').split('/')
    const service = services.find((known) => known === name)
    return service === undefined || who === undefined ? undefined : { service, who, isPoller: false }
  })

  return {
    /** Where functions find it: the service and who asks follow as parts of the path. */
    origin: front.origin,
    aim: work.aim,
    endpointsOf: (who: string) => endpointsBelow(front.origin, who),
    /** A front of its own for the poller of a sender process. */
    listenForPoller: (processId: string) =>
      listen(() => ({ service: 'sqs', who: processId, isPoller: true })),
    /** Makes trouble from now on. */
    begin: (trouble: Trouble): void => {
      drawn = drawFrom(trouble)
      armory.arm(trouble.kills)
    },
    calm: (): void => {
      drawn = drawFrom(calm)
      armory.arm([])
    },
    killsLeft: armory.left,
    stop: (): void => {
      front.stop()
      work.close()
    },
  }
}
