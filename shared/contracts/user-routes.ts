import * as z from 'zod'
import { id } from './fields.ts'
import { defineRoute } from './routes.ts'
import { inviteBody, meView, requestAnswerBody, userPage, userPatch, userQuery, userView } from './users.ts'

const everyone = ['viewer', 'officer', 'admin'] as const
const admins = ['admin'] as const
const ownUsers = {
  in: 'use-case',
  checks: 'only users all of whose areas the admin covers',
} as const
const userParams = z.lazy(() => z.object({ userId: id }))

/** Routes of `roster-api` about who may do what. */
export const userRoutes = {
  getMe: defineRoute({
    function: 'roster-api',
    method: 'GET',
    path: '/v1/me',
    summary: 'Who is signed in, with roles, areas and what they may do',
    access: { roles: everyone, areas: { in: 'none' } },
    status: 200,
    response: meView,
  }),
  listUsers: defineRoute({
    function: 'roster-api',
    method: 'GET',
    path: '/v1/users',
    summary: 'Users of one’s areas, by area, role and status, with what waits for a second admin',
    access: { roles: admins, areas: ownUsers },
    query: userQuery,
    status: 200,
    response: userPage,
    refuses: ['invalid-request'],
  }),
  getUser: defineRoute({
    function: 'roster-api',
    method: 'GET',
    path: '/v1/users/{userId}',
    summary: 'A user, with their phone number',
    audited: { revealsTo: ['admin'] },
    access: { roles: admins, areas: ownUsers },
    params: userParams,
    status: 200,
    response: userView,
  }),
  inviteUser: defineRoute({
    function: 'roster-api',
    method: 'POST',
    path: '/v1/users',
    summary: 'Invite somebody by email; the role admin waits for a second admin',
    access: {
      roles: admins,
      areas: { in: 'use-case', checks: 'every area named must be covered by the admin' },
    },
    body: inviteBody,
    idempotencyKey: 'required',
    status: 201,
    response: userView,
    refuses: ['already-a-user', 'needs-another-person'],
  }),
  editUser: defineRoute({
    function: 'roster-api',
    method: 'PATCH',
    path: '/v1/users/{userId}',
    summary: 'Edit a user: what is taken away holds at once, an admin’s new rights wait for a second admin',
    access: { roles: admins, areas: ownUsers },
    params: userParams,
    body: userPatch,
    ifMatch: 'required',
    status: 200,
    response: userView,
    refuses: ['needs-another-person', 'last-admin', 'changed-meanwhile'],
  }),
  disableUser: defineRoute({
    function: 'roster-api',
    method: 'POST',
    path: '/v1/users/{userId}/disable',
    summary: 'Take all rights away at once and sign the person out everywhere',
    access: { roles: admins, areas: ownUsers },
    params: userParams,
    status: 200,
    response: userView,
    refuses: ['needs-another-person', 'last-admin', 'changed-meanwhile'],
  }),
  enableUser: defineRoute({
    function: 'roster-api',
    method: 'POST',
    path: '/v1/users/{userId}/enable',
    summary: 'Let a person sign in again; an admin’s rights wait for a second admin',
    access: { roles: admins, areas: ownUsers },
    params: userParams,
    status: 200,
    response: userView,
    refuses: ['needs-another-person', 'changed-meanwhile'],
  }),
  confirmUser: defineRoute({
    function: 'roster-api',
    method: 'POST',
    path: '/v1/users/{userId}/confirm',
    summary: 'As second admin, let what was asked for hold',
    access: { roles: admins, areas: ownUsers },
    params: userParams,
    body: requestAnswerBody,
    status: 200,
    response: userView,
    refuses: ['needs-another-person', 'wrong-state', 'changed-meanwhile'],
  }),
  refuseUser: defineRoute({
    function: 'roster-api',
    method: 'POST',
    path: '/v1/users/{userId}/refuse',
    summary: 'Refuse what was asked for, or take one’s own request back',
    access: { roles: admins, areas: ownUsers },
    params: userParams,
    body: requestAnswerBody,
    status: 200,
    response: userView,
    refuses: ['wrong-state', 'changed-meanwhile'],
  }),
} as const
