import type { SendMessage } from '../contracts/queue-messages.ts'
import type { Wave } from '../domain/alert.ts'
import type { DispatchKey } from '../domain/dispatch.ts'

/** The hint that one wave of a dispatch can be sent. */
export const toSendMessage = (
  { alertId, version, district, village }: DispatchKey,
  wave: Wave,
): SendMessage => ({
  schemaVersion: 1,
  alertId,
  version,
  district,
  village,
  wave,
})
