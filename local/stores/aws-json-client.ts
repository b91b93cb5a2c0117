import { Agent, request } from 'node:http'

/** Calls one action of a local DynamoDB or SQS and returns its answer. */
export type AwsJsonClient = {
  call: (action: string, input: unknown, signal?: AbortSignal) => Promise<unknown>
  close: () => void
}

/** An answer other than 200; `code` is for instance ResourceNotFoundException. */
export class AwsJsonError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(`${code}: ${message}`)
    this.code = code
  }
}

/**
 * The JSON protocol without the SDK, which costs ten times the CPU: the runner polls on the cores that the
 * functions need. `target` is `DynamoDB_20120810` or `AmazonSQS`.
 */
export function createAwsJsonClient(origin: string, target: string, region: string): AwsJsonClient {
  const agent = new Agent({ keepAlive: true })
  const { hostname, port } = new URL(origin)
  const credential = `local/20260101/${region}/local/aws4_request`
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0`
  const send = (action: string, body: string, signal: AbortSignal | undefined) =>
    new Promise<RawAnswer>((resolve, reject) => {
      const headers = {
        'content-type': 'application/x-amz-json-1.0',
        'content-length': Buffer.byteLength(body),
        'x-amz-target': `${target}.${action}`,
        'x-amz-date': '20260101T000000Z',
        authorization,
      }
      const address = { agent, hostname, port, method: 'POST', path: '/' }
      const outgoing = request(
        { ...address, headers, ...(signal === undefined ? {} : { signal }) },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() })
          })
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  return {
    call: async (action, input, signal) => parseAnswer(await send(action, JSON.stringify(input), signal)),
    close: () => {
      agent.destroy()
    },
  }
}

type RawAnswer = { status: number; text: string }

function parseAnswer({ status, text }: RawAnswer): unknown {
  const answer: unknown = text === '' ? {} : JSON.parse(text)
  if (status === 200) return answer
  const field = (name: string) => {
    const value: unknown =
      typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  throw new AwsJsonError(field('__type').replace(/^.*#/, ''), field('message') || field('Message'))
}
