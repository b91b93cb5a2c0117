import { workerData } from 'node:worker_threads'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { z } from 'zod'
import { localAccess } from './run-tables.ts'
import { timeLoop } from './time-loop.ts'

const { endpoint, count } = z.object({ endpoint: z.string(), count: z.number() }).parse(workerData)
const client = new SNSClient({
  endpoint,
  ...localAccess,
  maxAttempts: 1,
  requestHandler: { httpAgent: { maxSockets: 256 } },
})
const text = 'ເຕືອນໄພນ້ຳຖ້ວມ: ນ້ຳກຳລັງຂຶ້ນ. ຍ້າຍຄົນ ສັດ ເຂົ້າ ໄປບ່ອນສູງກ່ອນ 18:00. ຝຶກຊ້ອມ'

await timeLoop(count, 64, (index) =>
  client.send(
    new PublishCommand({
      PhoneNumber: `+8562020${String(index).padStart(6, '0')}`,
      Message: text,
      MessageAttributes: {
        'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
        'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: 'SIANG' },
      },
    }),
  ),
)
