import { toEpochSeconds } from '../../../shared/clock.ts'
import { userRoutes } from '../../../shared/contracts/user-routes.ts'
import { keyReused, RequestError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { digestOf, idOfRequest } from '../../../shared/request-id.ts'
import { changeRights } from './change-rights.ts'
import { checkUserFields } from './check-user-fields.ts'
import { checkIsNotOneself } from './find-kept-user.ts'
import type { UserDeps } from './user-deps.ts'
import { etagOf, toUserView } from './user-view.ts'

const nobody = { roles: [], areas: [] }

const alreadyAUser = (): RequestError =>
  new RequestError(
    'already-a-user',
    {
      en: 'Somebody of this email address is a user already. Give them these areas and roles, or ask an admin who keeps them.',
      lo: 'ອີເມວນີ້ມີຜູ້ໃຊ້ແລ້ວ. ໃຫ້ເຂດ ແລະ ບົດບາດເຫຼົ່ານີ້ແກ່ຜູ້ນັ້ນ, ຫຼື ຖາມຜູ້ດູແລຂອງເຂົາ.',
    },
    [{ path: 'body.email', message: { en: 'Belongs to a user.', lo: 'ເປັນຂອງຜູ້ໃຊ້ແລ້ວ.' } }],
  )

/** Throws before anything is written where the address is a user's that another request made. */
const checkIsNew = async (deps: UserDeps, email: string, inviteId: string): Promise<void> => {
  const known = await deps.directory.find(email)
  const user = known === undefined ? undefined : await deps.users.find(known.id)
  if (user !== undefined && user.inviteId !== inviteId) throw alreadyAUser()
}

/**
 * `POST /v1/users`. First the directory, then the entry: who dies in between leaves somebody who may sign in and may do
 * nothing, and the same request again finds them and finishes.
 */
export const inviteUser = (deps: UserDeps) =>
  bindRoute(userRoutes.inviteUser, async ({ user: admin, body, idempotencyKey }) => {
    const { email, name, language, personId } = body
    if (personId !== undefined) checkIsNotOneself(admin, { id: '', personId })
    const phone = await checkUserFields(deps, admin, body)
    const inviteId = idOfRequest('invite', admin.id, idempotencyKey)
    await checkIsNew(deps, email, inviteId)
    const nowSeconds = toEpochSeconds(deps.clock.nowMs())
    // The digest is kept: the caller's key keeps address and number from being guessed.
    const isOurs = await deps.userGuards.beginInvite(inviteId, digestOf([idempotencyKey, body]), nowSeconds)
    if (!isOurs) throw keyReused('invitation')
    const { id } = await deps.directory.invite(email)
    const fresh = {
      id,
      name,
      ...nobody,
      status: 'active' as const,
      ...(phone === undefined || phone === null ? {} : { phone }),
      ...(language === undefined ? {} : { language }),
      ...(personId === undefined ? {} : { personId }),
      inviteId,
      revision: 1,
    }
    const invited = changeRights(deps, fresh, nobody, {
      roles: body.roles,
      areas: body.areas,
      by: admin.id,
    })
    if (!(await deps.users.create(invited))) {
      const found = await deps.users.find(id)
      if (found?.inviteId !== inviteId) throw alreadyAUser()
      return { body: toUserView(deps, found), etag: etagOf(found) }
    }
    return { body: toUserView(deps, invited), etag: etagOf(invited) }
  })
