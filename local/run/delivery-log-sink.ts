import type { DeliveryLogLine } from '../sns/delivery-log.ts'
import { accountId } from '../template/reference-values.ts'
import type { LogSubscriptions } from '../triggers/log-subscriptions.ts'

/** Sorts the lines of the SNS endpoint into the two log groups that SNS has; before `connect` nobody reads them. */
export function createDeliveryLogSink(region: string) {
  const succeeded = `sns/${region}/${accountId}/DirectPublishToPhoneNumber`
  let logs: LogSubscriptions | undefined
  return {
    connect: (connected: LogSubscriptions): void => {
      logs = connected
    },
    write: ({ status, line }: DeliveryLogLine): void => {
      logs?.write(status === 'SUCCESS' ? succeeded : `${succeeded}/Failure`, line)
    },
  }
}
