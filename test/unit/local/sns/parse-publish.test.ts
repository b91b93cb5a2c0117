import { describe, expect, test } from 'vitest'
import { parsePublish } from '../../../../local/sns/parse-publish.ts'

const publish = (fields: Record<string, string>) =>
  parsePublish(new URLSearchParams({ Action: 'Publish', Version: '2010-03-31', ...fields }).toString())
const phone = '+8562055123456'

describe('a Publish call of the Query protocol', () => {
  test('gives number, text, sender and type', () => {
    const sms = publish({
      PhoneNumber: phone,
      Message: 'ນ້ຳຖ້ວມ + & %',
      'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
      'MessageAttributes.entry.1.Value.DataType': 'String',
      'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
      'MessageAttributes.entry.2.Name': 'AWS.SNS.SMS.SenderID',
      'MessageAttributes.entry.2.Value.StringValue': 'SIANG',
    })

    expect(sms).toEqual({
      kind: 'sms',
      phone,
      text: 'ນ້ຳຖ້ວມ + & %',
      senderId: 'SIANG',
      smsType: 'Transactional',
    })
  })

  test('without attributes it is promotional and names no sender', () => {
    expect(publish({ PhoneNumber: phone, Message: 'x' })).toMatchObject({
      senderId: '',
      smsType: 'Promotional',
    })
  })

  test.each([
    [{ TopicArn: 'arn:aws:sns:x:1:y', Message: 'x' }, 'InvalidAction'],
    [{ Action: 'PublishBatch', PhoneNumber: phone }, 'InvalidAction'],
    [{ PhoneNumber: '02055123456', Message: 'x' }, 'InvalidParameter'],
    [{ PhoneNumber: '+0562055123456', Message: 'x' }, 'InvalidParameter'],
    [{ PhoneNumber: '+1234567890123456', Message: 'x' }, 'InvalidParameter'],
    [{ PhoneNumber: phone, Message: '' }, 'InvalidParameter'],
    [{ PhoneNumber: phone, Message: 'ກ'.repeat(534) }, 'InvalidParameter'],
  ])('refuses %j', (fields, code) => {
    expect(publish(fields)).toMatchObject({ kind: 'refused', status: 400, code })
  })

  test('takes 1,600 bytes', () => {
    expect(publish({ PhoneNumber: phone, Message: 'x'.repeat(1600) }).kind).toBe('sms')
  })
})
