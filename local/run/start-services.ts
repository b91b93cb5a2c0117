import { join } from 'node:path'
import { openPeople } from '../directory/people.ts'
import { startDirectory } from '../directory/start-directory.ts'
import { startRefuser } from '../http/start-refuser.ts'
import type { LocalClock } from '../lambda/local-clock.ts'
import { localClientId } from '../log-in.ts'
import { startIssuer } from '../login/issuer.ts'
import { seedUsers } from '../seed-users.ts'
import type { DeliveryLogLine } from '../sns/delivery-log.ts'
import type { SmsSettingsInput } from '../sns/sms-faults.ts'
import { startSms } from '../sns/start-sms.ts'
import { lockFolder } from '../stores/lock-folder.ts'
import { startStores } from '../stores/start-stores.ts'
import type { CloseStack } from './close-stack.ts'
import type { LogSink } from './file-log.ts'
import { startOrigin } from './start-origin.ts'

/** Where and how the services of a run are started. */
export type ServiceSettings = {
  dataFolder: string
  port: number
  issuerPort: number
  sms: SmsSettingsInput
  scopes: readonly string[]
  accessTokenSeconds: number
  clock: LocalClock
  log: LogSink
  /** Gets what SNS would write to its delivery logs. */
  writeDeliveryLog: (line: DeliveryLogLine) => void
}

/** Takes the data folder and starts everything that does not depend on the template. */
export async function startServices(settings: ServiceSettings, closers: CloseStack) {
  const { dataFolder, log } = settings
  const lock = await lockFolder(dataFolder)
  closers.add(lock.release)
  const origin = await startOrigin(settings.port)
  closers.add(origin.stop)
  const outboxFile = join(dataFolder, 'outbox.jsonl')
  const people = openPeople(dataFolder, seedUsers)
  const started = await Promise.allSettled([
    closing(
      closers,
      startStores(dataFolder, (text) => log('stores', text)),
    ),
    closing(closers, startSms(outboxFile, settings.sms, settings.clock, settings.writeDeliveryLog)),
    closing(
      closers,
      startIssuer({
        dataFolder,
        port: settings.issuerPort,
        people,
        clientId: localClientId,
        scopes: settings.scopes,
        accessTokenSeconds: settings.accessTokenSeconds,
        log: (text) => log('runner', text),
      }),
    ),
    closing(
      closers,
      startRefuser((text) => log('runner', text)),
    ),
    closing(closers, startDirectory(people)),
  ])
  const [stores, sms, issuer, refuser, directory] = started
  if (stores.status === 'rejected') throw stores.reason
  if (sms.status === 'rejected') throw sms.reason
  if (issuer.status === 'rejected') throw issuer.reason
  if (refuser.status === 'rejected') throw refuser.reason
  if (directory.status === 'rejected') throw directory.reason
  lock.recordChildren([stores.value.dynamodb.pid, stores.value.sqsAndS3.pid])
  return {
    origin,
    outboxFile,
    stores: stores.value,
    sms: sms.value,
    issuer: issuer.value,
    refuser: refuser.value,
    directory: directory.value,
  }
}

/** What was started is ended with the run, also where something beside it fails to start. */
async function closing<Service extends { stop: () => unknown }>(
  closers: CloseStack,
  starting: Promise<Service>,
): Promise<Service> {
  const service = await starting
  closers.add(service.stop)
  return service
}
