import type { Logger } from '@aws-lambda-powertools/logger'
import type { Clock } from '../../../shared/clock.ts'
import type { RecipientsPerHour } from '../../../shared/domain/ceiling.ts'
import type { SignInDirectory } from '../../../shared/gateway/sign-in-directory.ts'
import type { UserGuardStore } from '../../../shared/store/user-guard-store.ts'
import type { UserStore } from '../../../shared/store/user-store.ts'
import type { VillageStore } from '../../../shared/store/village-store.ts'

/** What the use cases about users work with. */
export type UserDeps = {
  users: Pick<UserStore, 'find' | 'list' | 'create' | 'replace'>
  userGuards: UserGuardStore
  directory: SignInDirectory
  villages: Pick<VillageStore, 'find'>
  recipientsPerHour: RecipientsPerHour
  /** How long a request waits for a second admin. */
  adminRequestHours: number
  clock: Clock
  newId: () => string
  logger: Pick<Logger, 'warn'>
}
