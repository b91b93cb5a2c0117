import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient } from '../../local/demo/api-client.ts'
import { logIn } from '../../local/log-in.ts'
import { userRoutes } from '../../shared/contracts/user-routes.ts'
import { startSiang, type Siang } from './support/siang.ts'

describe('people, over HTTP and through the sign-in', () => {
  let siang: Siang
  beforeAll(async () => {
    siang = await startSiang()
  })
  afterAll(() => siang.end())

  const person = { name: 'Made-up Person', areas: ['1308'] }

  it('are invited, sign in, and are out at once when they are disabled', async () => {
    const admin = await siang.signIn('admin')
    const { id } = await admin(userRoutes.inviteUser, {
      body: { ...person, email: 'officer@siang.example', roles: ['officer'] },
    })
    const login = await logIn(siang.issuerOrigin, 'officer@siang.example')
    const officer = createApiClient(siang.origin, login.accessToken)
    const me = await officer(userRoutes.getMe)

    await admin(userRoutes.disableUser, { params: { userId: id } })

    expect(me).toMatchObject({ id, roles: ['officer'], areas: ['1308'] })
    await expect(officer(userRoutes.getMe)).rejects.toThrow('403')
    await expect(siang.signIn('officer@siang.example')).rejects.toThrow('is the user known')
    await admin(userRoutes.enableUser, { params: { userId: id } })
    await expect((await siang.signIn('officer@siang.example'))(userRoutes.getMe)).resolves.toMatchObject({
      id,
    })
  })

  it('become admins by two others', async () => {
    const [admin, second] = [await siang.signIn('admin'), await siang.signIn('admin2')]
    const { id, awaitsSecondAdmin } = await admin(userRoutes.inviteUser, {
      body: { ...person, email: 'admin.songkhone@siang.example', roles: ['admin'] },
    })
    const invited = await siang.signIn('admin.songkhone@siang.example')
    const answer = { params: { userId: id }, body: { requestId: awaitsSecondAdmin?.requestId ?? '' } }

    await expect(invited(userRoutes.getMe)).rejects.toThrow('403')
    await expect(admin(userRoutes.confirmUser, answer)).rejects.toThrow('another admin')
    await second(userRoutes.confirmUser, answer)

    await expect(invited(userRoutes.getMe)).resolves.toMatchObject({ roles: ['admin'] })
    expect(await siang.logs()).not.toContain('@siang.example')
  })
})
