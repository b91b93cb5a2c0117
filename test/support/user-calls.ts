import type { z } from 'zod'
import { userRoutes } from '../../shared/contracts/user-routes.ts'
import type { inviteBody, userPatch } from '../../shared/contracts/users.ts'
import { newKey } from './alert-samples.ts'
import { buildUser, buildVillage } from './builders.ts'
import type { RosterWorld } from './roster-world.ts'

type Invite = z.input<typeof inviteBody>
type Patch = z.input<typeof userPatch>

let invitations = 0

/** What an invitation of a made-up person to 1308 says; each has an address of their own. */
export const invitation = (over: Partial<Invite> = {}): Invite => ({
  email: `made-up-${(invitations += 1)}@siang.example`,
  name: 'Made-up Officer',
  roles: ['officer'],
  areas: ['1308'],
  ...over,
})

/** Admins of country, province and district, and officers below them; again before each test. */
export const putPeople = async (world: RosterWorld): Promise<void> => {
  world.clock.now = Date.parse('2026-07-01T08:00:00+07:00')
  await world.putVillages([buildVillage({ code: '1308001' })])
  await world.putUsers([
    buildUser({ id: 'national', areas: ['LA'] }),
    buildUser({ id: 'national-2', areas: ['LA'] }),
    buildUser({ id: 'province', areas: ['13'] }),
    buildUser({ id: 'province-2', areas: ['13'] }),
    buildUser({ id: 'district', areas: ['1308'] }),
    buildUser({ id: 'officer', roles: ['officer'], areas: ['1308'] }),
    buildUser({ id: 'officer-1309', roles: ['officer'], areas: ['1309'] }),
    buildUser({ id: 'both', roles: ['officer'], areas: ['1308', '1309'] }),
  ])
}

/** What admins do about users, as functions of who does it. */
export const createUserCalls = ({ api }: RosterWorld) => {
  const asRead = { headers: { 'if-match': '*' } }
  const read = async (userId: string, user = 'national') =>
    (await api.ok(userRoutes.getUser, { user, params: { userId } })).body
  return {
    read,
    invite: async (user: string, over: Partial<Invite> = {}, headers = newKey()) =>
      (await api.ok(userRoutes.inviteUser, { user, headers, body: invitation(over) })).body,
    refusedInvite: (user: string, over: Partial<Invite> = {}, headers = newKey()) =>
      api.refused(userRoutes.inviteUser, { user, headers, body: invitation(over) }),
    edit: async (user: string, userId: string, body: Patch) =>
      (await api.ok(userRoutes.editUser, { user, params: { userId }, ...asRead, body })).body,
    tryEdit: (user: string, userId: string, body: Patch) =>
      api.call(userRoutes.editUser, { user, params: { userId }, ...asRead, body }),
    refusedEdit: (user: string, userId: string, body: Patch) =>
      api.refused(userRoutes.editUser, { user, params: { userId }, ...asRead, body }),
    confirm: (user: string, userId: string, requestId = '') =>
      api.call(userRoutes.confirmUser, { user, params: { userId }, body: { requestId } }),
    disable: (user: string, userId: string) => api.call(userRoutes.disableUser, { user, params: { userId } }),
    enable: async (user: string, userId: string) =>
      (await api.ok(userRoutes.enableUser, { user, params: { userId } })).body,
    statusOfMe: async (user: string) => (await api.call(userRoutes.getMe, { user })).statusCode,
    askedFor: async (userId: string) => {
      const { awaitsSecondAdmin } = await read(userId)
      if (awaitsSecondAdmin === null) throw new Error('nothing waits for a second admin')
      return awaitsSecondAdmin.requestId
    },
  }
}
