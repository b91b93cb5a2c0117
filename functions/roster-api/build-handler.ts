import type { Logger } from '@aws-lambda-powertools/logger'
import type { AuditTrail } from '../../shared/domain/audit.ts'
import { createHttpHandler } from '../../shared/middleware/http-handler.ts'
import type { SummaryStore } from '../../shared/store/summary-store.ts'
import type { VillageStore } from '../../shared/store/village-store.ts'
import { applyImport } from './imports/apply-import.ts'
import { createExport } from './imports/create-export.ts'
import { createImport } from './imports/create-import.ts'
import { getExport } from './imports/get-export.ts'
import { getImport } from './imports/get-import.ts'
import type { ImportDeps } from './imports/import-deps.ts'
import { listImportChanges } from './imports/list-import-changes.ts'
import { listImportProblems } from './imports/list-import-problems.ts'
import { planImport } from './imports/plan-import.ts'
import { undoImport } from './imports/undo-import.ts'
import { confirmUser } from './users/confirm-user.ts'
import { disableUser } from './users/disable-user.ts'
import { editUser } from './users/edit-user.ts'
import { enableUser } from './users/enable-user.ts'
import { getMe } from './users/get-me.ts'
import { getUser } from './users/get-user.ts'
import { inviteUser } from './users/invite-user.ts'
import { listUsers } from './users/list-users.ts'
import { refuseUser } from './users/refuse-user.ts'
import type { UserDeps } from './users/user-deps.ts'
import { addMember } from './villages/add-member.ts'
import { editMember } from './villages/edit-member.ts'
import { getVillage } from './villages/get-village.ts'
import { listAreas } from './villages/list-areas.ts'
import { listVillages } from './villages/list-villages.ts'
import { nameVillages } from './villages/name-villages.ts'
import { putVillage } from './villages/put-village.ts'
import { removeMember } from './villages/remove-member.ts'
import { setDeskPhone } from './villages/set-desk-phone.ts'
import { setVillagesExpected } from './villages/set-villages-expected.ts'

export type Deps = Omit<ImportDeps, 'logger'> &
  Omit<UserDeps, 'logger' | 'villages'> & {
    villages: VillageStore
    summaries: SummaryStore
    audit: AuditTrail
    logger: Logger
  }

export const buildHandler = (deps: Deps) =>
  createHttpHandler({
    routes: [
      getMe(deps),
      listUsers(deps),
      getUser(deps),
      inviteUser(deps),
      editUser(deps),
      disableUser(deps),
      enableUser(deps),
      confirmUser(deps),
      refuseUser(deps),
      listAreas(deps),
      setVillagesExpected(deps),
      setDeskPhone(deps),
      listVillages(deps),
      nameVillages(deps),
      getVillage(deps),
      putVillage(deps),
      addMember(deps),
      editMember(deps),
      removeMember(deps),
      createImport(deps),
      getImport(deps),
      listImportProblems(deps),
      listImportChanges(deps),
      planImport(deps),
      applyImport(deps),
      undoImport(deps),
      createExport(deps),
      getExport(deps),
    ],
    findUser: deps.users.find,
    audit: deps.audit,
    logger: deps.logger,
  })
