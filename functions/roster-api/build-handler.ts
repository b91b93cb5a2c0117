import type { Logger } from '@aws-lambda-powertools/logger'
import type { AuditTrail } from '../../shared/domain/audit.ts'
import { createHttpHandler } from '../../shared/middleware/http-handler.ts'
import type { SummaryStore } from '../../shared/store/summary-store.ts'
import type { VillageStore } from '../../shared/store/village-store.ts'
import { addMember } from './add-member.ts'
import { applyImport } from './apply-import.ts'
import { confirmUser } from './confirm-user.ts'
import { createExport } from './create-export.ts'
import { createImport } from './create-import.ts'
import { disableUser } from './disable-user.ts'
import { editMember } from './edit-member.ts'
import { editUser } from './edit-user.ts'
import { enableUser } from './enable-user.ts'
import { getExport } from './get-export.ts'
import { getImport } from './get-import.ts'
import { getMe } from './get-me.ts'
import { getUser } from './get-user.ts'
import { getVillage } from './get-village.ts'
import type { ImportDeps } from './import-deps.ts'
import { inviteUser } from './invite-user.ts'
import { listAreas } from './list-areas.ts'
import { listImportChanges } from './list-import-changes.ts'
import { listImportProblems } from './list-import-problems.ts'
import { listUsers } from './list-users.ts'
import { listVillages } from './list-villages.ts'
import { nameVillages } from './name-villages.ts'
import { planImport } from './plan-import.ts'
import { putVillage } from './put-village.ts'
import { refuseUser } from './refuse-user.ts'
import { removeMember } from './remove-member.ts'
import { setDeskPhone } from './set-desk-phone.ts'
import { setVillagesExpected } from './set-villages-expected.ts'
import { undoImport } from './undo-import.ts'
import type { UserDeps } from './user-deps.ts'

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
