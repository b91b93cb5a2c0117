import { describe, expect, it } from 'vitest'
import { noticeRecipients } from '../../../../shared/domain/notices/notice-recipients.ts'
import type { User } from '../../../../shared/domain/user.ts'
import { buildUser } from '../../../support/builders.ts'

const officer = (id: string, over: Partial<User> = {}): User =>
  buildUser({
    id,
    roles: ['officer'],
    areas: ['1308'],
    phone: `+85620559900${id.length}${id.length}`,
    ...over,
  })
const concerned = { areas: ['1308', '1309'], by: ['author'] }

describe('who is told that something waits for approval', () => {
  it('is every officer who covers all its areas', () => {
    const users = [
      officer('district'),
      officer('province', { areas: ['13'] }),
      officer('both-of-them', { areas: ['1308', '1309'] }),
    ]

    expect(noticeRecipients('submitted', concerned, users)).toEqual({
      userIds: ['both-of-them', 'province'],
      withoutPhone: 0,
    })
  })

  it('is no author of it, by whatever login, and nobody who may not approve', () => {
    const all = { areas: ['LA'] }
    const users = [
      officer('author', { ...all, personId: 'p' }),
      officer('author-again', { ...all, personId: 'p' }),
      officer('gone', { ...all, status: 'disabled' }),
      officer('an-admin', { ...all, roles: ['admin'] }),
      officer('a-viewer', { ...all, roles: ['viewer'] }),
    ]

    expect(noticeRecipients('still-waiting', concerned, users)).toEqual({ userIds: [], withoutPhone: 0 })
  })

  it('is each person once and each phone once, and who has no phone is counted once', () => {
    const all = { areas: ['LA'] }
    const users = [
      officer('a', { ...all, personId: 'p', phone: undefined }),
      officer('aa', { ...all, personId: 'p', phone: '+8562055990001' }),
      officer('aaa', { ...all, phone: '+8562055990001' }),
      officer('b', { ...all, personId: 'q', phone: undefined }),
      officer('bb', { ...all, personId: 'q', phone: undefined }),
    ]

    expect(noticeRecipients('submitted', concerned, users)).toEqual({ userIds: ['aa'], withoutPhone: 1 })
  })

  it('is told by a phone that stands with another active login of the person', () => {
    const meant = (personId: string) =>
      officer(`${personId}-province`, { areas: ['13'], personId, phone: undefined })
    const users = [
      meant('p'),
      officer('p-district', { personId: 'p', phone: '+8562055990001' }),
      meant('q'),
      officer('q-gone', { personId: 'q', phone: '+8562055990002', status: 'disabled' }),
    ]

    expect(noticeRecipients('submitted', concerned, users)).toEqual({
      userIds: ['p-district'],
      withoutPhone: 1,
    })
  })
})

describe('who is told', () => {
  const users = [
    officer('author'),
    officer('village', { areas: ['1308001'] }),
    officer('far-away', { areas: ['1401'] }),
    officer('near-admin', { roles: ['admin'], areas: ['13'] }),
    officer('far-admins', { roles: ['admin'], areas: ['14'] }),
    officer('viewer', { roles: ['viewer'], areas: ['LA'] }),
    officer('province', { areas: ['13'] }),
    officer('country', { areas: ['LA'] }),
  ]
  const idsOf = (kind: Parameters<typeof noticeRecipients>[0]) =>
    noticeRecipients(
      kind,
      concerned,
      users.map((user, index) => ({ ...user, phone: `+856205599000${index}` })),
    ).userIds

  it.each([
    ['glass-broken', ['country', 'near-admin', 'province', 'village']],
    ['returned', ['author']],
    ['rejected', ['author']],
    ['call-villages', ['author', 'village']],
    ['still-to-call', ['author', 'province', 'village']],
    ['expiring', ['author', 'country', 'province', 'village']],
    ['not-ended', ['author', 'country', 'province', 'village']],
    ['account-stopped', ['far-admins', 'near-admin']],
    ['account-resumed', ['far-admins', 'near-admin']],
  ] as const)('%s is %j', (kind, expected) => {
    expect(idsOf(kind)).toEqual(expected)
  })
})
