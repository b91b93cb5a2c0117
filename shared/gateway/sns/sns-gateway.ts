import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns'
import type { SmsGateway } from '../sms-gateway.ts'
import { triagePublishError } from './triage.ts'

/**
 * Hands SMS to Amazon SNS. The client must be made with `maxAttempts: 1`: a Publish that is tried again after a
 * time-out may reach the phone twice, and SNS has no token against that.
 */
export const createSnsGateway = (client: SNSClient, senderId: string): SmsGateway => ({
  send: async ({ phone, text, purpose }) => {
    try {
      const answer = await client.send(
        new PublishCommand({
          PhoneNumber: phone,
          Message: text,
          MessageAttributes: {
            'AWS.SNS.SMS.SMSType': {
              DataType: 'String',
              StringValue: purpose === 'urgent' ? 'Transactional' : 'Promotional',
            },
            'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: senderId },
          },
        }),
      )
      return answer.MessageId === undefined
        ? { kind: 'unknown', code: 'NoMessageId' }
        : { kind: 'accepted', gatewayMessageId: answer.MessageId }
    } catch (error) {
      return triagePublishError(error)
    }
  },
})
