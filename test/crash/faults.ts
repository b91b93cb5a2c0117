import type { ServerResponse } from 'node:http'
import type { Service } from './recognise-call.ts'

/**
 * What goes wrong with a request. `lost`: the connection breaks and no answer comes, which the caller cannot tell
 * from a time-out; `-before` the work was done, or `-after`.
 */
export type FaultKind = 'throttled' | 'error-before' | 'error-after' | 'lost-before' | 'lost-after'

/** Half of all faults come after the work was done. */
const drawnKinds: readonly FaultKind[] = [
  'throttled',
  'throttled',
  'error-before',
  'lost-before',
  'error-after',
  'lost-after',
  'lost-after',
  'lost-after',
]

/** So many of a hundred requests meet a fault. */
export const createFaults = (percent: number, pick: (count: number) => number) => ({
  draw: (): FaultKind | undefined => {
    const isMet = pick(100) < percent
    const kind = drawnKinds[pick(drawnKinds.length)]
    return isMet ? kind : undefined
  },
})

export const isBefore = (kind: FaultKind): boolean =>
  kind === 'throttled' || kind === 'error-before' || kind === 'lost-before'

/** SNS says of it that nothing went out; after all others nobody knows. */
export const leavesDoubt = (kind: FaultKind): boolean => kind !== 'throttled'

const throttling: Readonly<Record<Service, string>> = {
  dynamodb: 'ThrottlingException',
  sqs: 'RequestThrottled',
  sns: 'Throttling',
}

const writeJson = (response: ServerResponse, status: number, code: string): void => {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
  response.end(JSON.stringify({ __type: `made.up#${code}`, message: 'A fault of the crash matrix' }))
}

const writeXml = (response: ServerResponse, status: number, code: string): void => {
  response.writeHead(status, { 'content-type': 'text/xml' })
  response.end(
    `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>` +
      `<Code>${code}</Code><Message>A fault of the crash matrix</Message></Error><RequestId>0</RequestId></ErrorResponse>`,
  )
}

/** Answers as AWS would, or breaks the connection. */
export const answerFault = (response: ServerResponse, service: Service, kind: FaultKind): void => {
  const write = service === 'sns' ? writeXml : writeJson
  switch (kind) {
    case 'throttled':
      write(response, 400, throttling[service])
      return
    case 'error-before':
    case 'error-after':
      write(response, 500, service === 'sns' ? 'InternalError' : 'InternalServerError')
      return
    case 'lost-before':
    case 'lost-after':
      response.destroy()
      return
    default:
      kind satisfies never
  }
}
