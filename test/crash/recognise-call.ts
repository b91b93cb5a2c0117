import * as z from 'zod'

/** Which stand-in a request goes to. */
export const services = ['dynamodb', 'sqs', 'sns'] as const
export type Service = (typeof services)[number]

/** What a request does, as far as kills and the oracle care. A dispatch is named `<alert id>/<village>`. */
export type Call =
  | { kind: 'claim'; dispatch: string; token: string; leaseEndsAtMs: number }
  /** Gives back or takes over the lease of this token. */
  | { kind: 'settle'; dispatch: string; token: string }
  | { kind: 'publish'; phone: string; text: string }
  | { kind: 'receive' }
  | { kind: 'delete'; queueUrl: string; receiptHandles: string[] }
  | { kind: 'queue' }
  | { kind: 'other' }

const attributeValue = z.looseObject({ S: z.string().optional(), N: z.string().optional() })
const updateItem = z.object({
  Key: z.object({ PK: attributeValue, SK: attributeValue }),
  UpdateExpression: z.string().default(''),
  ConditionExpression: z.string().default(''),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: z.record(z.string(), attributeValue).default({}),
})
const deleteBatch = z.object({
  QueueUrl: z.string(),
  Entries: z.array(z.object({ ReceiptHandle: z.string() })),
})

const clauseOf = (expression: string, name: 'SET' | 'REMOVE'): string =>
  new RegExp(`\\b${name}\\b(.*?)(?=\\b(?:SET|REMOVE|ADD|DELETE)\\b|$)`, 's').exec(expression)?.[1] ?? ''

/** The name of the value that an attribute is set to, or compared with. */
const valueNameIn = (clause: string, attribute: string): string =>
  new RegExp(`\\b${attribute}\\s*=\\s*(:\\w+)`).exec(clause)?.[1] ?? ''

/** A claim puts a lease token on a dispatch, a settle takes one off that it expects there; all else is other. */
const recogniseUpdate = (body: string): Call => {
  const parsed = updateItem.safeParse(JSON.parse(body))
  const [prefix, alertId] = parsed.data?.Key.PK.S?.split('#') ?? []
  if (!parsed.success || prefix !== 'DISPATCH') return { kind: 'other' }
  const { Key, ExpressionAttributeNames: names, ExpressionAttributeValues: values } = parsed.data
  const named = (expression: string) => expression.replaceAll(/#\w+/g, (alias) => names[alias] ?? alias)
  const update = named(parsed.data.UpdateExpression)
  const set = clauseOf(update, 'SET')
  const claimed = values[valueNameIn(set, 'leaseToken')]?.S
  const dispatch = `${alertId ?? ''}/${Key.SK.S ?? ''}`
  if (claimed !== undefined) {
    const leaseEndsAtMs = Number(values[valueNameIn(set, 'leaseEndsAtEpochMs')]?.N)
    return { kind: 'claim', dispatch, token: claimed, leaseEndsAtMs }
  }
  const expected = values[valueNameIn(named(parsed.data.ConditionExpression), 'leaseToken')]?.S
  return expected !== undefined && /\bleaseToken\b/.test(clauseOf(update, 'REMOVE'))
    ? { kind: 'settle', dispatch, token: expected }
    : { kind: 'other' }
}

const recogniseQueueCall = (operation: string, body: string): Call => {
  if (operation === 'ReceiveMessage') return { kind: 'receive' }
  if (operation === 'SendMessageBatch') return { kind: 'queue' }
  if (operation !== 'DeleteMessageBatch') return { kind: 'other' }
  const { QueueUrl: queueUrl, Entries } = deleteBatch.parse(JSON.parse(body))
  return { kind: 'delete', queueUrl, receiptHandles: Entries.map(({ ReceiptHandle }) => ReceiptHandle) }
}

/** Tells by target and body what a request is; `target` is the header x-amz-target. */
export const recogniseCall = (service: Service, target: string, body: string): Call => {
  const operation = target.split('.').at(-1) ?? ''
  switch (service) {
    case 'dynamodb':
      return operation === 'UpdateItem' ? recogniseUpdate(body) : { kind: 'other' }
    case 'sqs':
      return recogniseQueueCall(operation, body)
    case 'sns': {
      const form = new URLSearchParams(body)
      const phone = form.get('PhoneNumber')
      if (form.get('Action') !== 'Publish' || phone === null) return { kind: 'other' }
      return { kind: 'publish', phone, text: form.get('Message') ?? '' }
    }
    default:
      return service satisfies never
  }
}
