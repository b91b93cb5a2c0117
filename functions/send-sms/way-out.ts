import { reachesNobody } from '../../shared/domain/alert.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import type { SmsGateway } from '../../shared/gateway/sms-gateway.ts'
import type { SendSmsDeps } from './deps.ts'
import type { SlotPool } from './slot-pool.ts'

/** What is published nowhere takes nothing of the account's rate. */
const freeSlots: SlotPool = {
  request: async () => ({}),
  take: async () => 0,
  isMissed: () => false,
}

/** Through which gateway the version's SMS go, at whose pace: a drill that reaches nobody asks for no slots. */
export const wayOut = (
  deps: Pick<SendSmsDeps, 'gateway' | 'nobodyGateway'>,
  version: Pick<VersionRecord, 'mode' | 'reaches'>,
  pool: SlotPool,
): { gateway: SmsGateway; pool: SlotPool } =>
  reachesNobody(version) ? { gateway: deps.nobodyGateway, pool: freeSlots } : { gateway: deps.gateway, pool }
