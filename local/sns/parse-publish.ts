/** An SMS that SNS would take, or the error that it would answer with. */
export type PublishRequest =
  | { kind: 'sms'; phone: string; text: string; senderId: string; smsType: string }
  | { kind: 'refused'; status: number; code: string; message: string }

const e164 = /^\+[1-9]\d{1,14}$/
const maxTextBytes = 1600

/** Parses the form of a Publish call (Query protocol) and checks it in the order in which SNS does. */
export function parsePublish(body: string): PublishRequest {
  const form = new URLSearchParams(body)
  const phone = form.get('PhoneNumber')
  if (form.get('Action') !== 'Publish' || phone === null) {
    return refused('InvalidAction', 'A local run only publishes SMS to a phone number')
  }
  if (!e164.test(phone)) {
    return refused('InvalidParameter', 'Invalid parameter: PhoneNumber Reason: it is not valid to publish to')
  }
  const text = form.get('Message') ?? ''
  if (text === '') return refused('InvalidParameter', 'Invalid parameter: Empty message')
  if (Buffer.byteLength(text) > maxTextBytes) {
    return refused('InvalidParameter', 'Invalid parameter: Message too long')
  }
  const attributes = messageAttributes(form)
  return {
    kind: 'sms',
    phone,
    text,
    senderId: attributes.get('AWS.SNS.SMS.SenderID') ?? '',
    smsType: attributes.get('AWS.SNS.SMS.SMSType') ?? 'Promotional',
  }
}

function messageAttributes(form: URLSearchParams): Map<string, string> {
  const attributes = new Map<string, string>()
  for (let number = 1; ; number += 1) {
    const name = form.get(`MessageAttributes.entry.${number}.Name`)
    if (name === null) return attributes
    attributes.set(name, form.get(`MessageAttributes.entry.${number}.Value.StringValue`) ?? '')
  }
}

function refused(code: string, message: string): PublishRequest {
  return { kind: 'refused', status: 400, code, message }
}
