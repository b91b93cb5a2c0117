import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openPeople } from '../../../local/directory/people.ts'
import { startDirectory, type Directory } from '../../../local/directory/start-directory.ts'
import { localClientId, logIn } from '../../../local/log-in.ts'
import { startIssuer, type Issuer } from '../../../local/login/issuer.ts'
import { createCognitoDirectory } from '../../../shared/gateway/cognito/cognito-directory.ts'
import { newFolder } from './new-folder.ts'

const seeds = [
  { username: 'admin', sub: 'seed-admin', name: 'Admin', description: { en: 'made up', lo: 'ສົມມຸດ' } },
]
const folder = newFolder('directory')
const people = openPeople(folder, seeds)
let directory: Directory
let issuer: Issuer

beforeAll(async () => {
  directory = await startDirectory(people)
  issuer = await startIssuer({
    dataFolder: folder,
    port: 0,
    people,
    clientId: localClientId,
    scopes: [],
    accessTokenSeconds: 60,
    log: () => undefined,
  })
  vi.stubEnv('AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER', directory.origin)
  vi.stubEnv('AWS_REGION', 'local')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await Promise.all([directory.stop(), issuer.stop()])
})

const pool = createCognitoDirectory('made-up-pool')

const refresh = async (refreshToken: string): Promise<number> => {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: localClientId,
    refresh_token: refreshToken,
  })
  return (await fetch(`${issuer.origin}/token`, { method: 'POST', body })).status
}

describe('the directory over the wire', () => {
  test('knows who was invited, however often, and lets them sign in', async () => {
    const first = await pool.invite('one@siang.example')
    const again = await pool.invite('ONE@siang.example')

    expect(again).toEqual(first)
    await expect(logIn(issuer.origin, 'one@siang.example')).resolves.toMatchObject({ expiresInSeconds: 60 })
  })

  test('keeps who is disabled out, sessions included, and lets them back with none of those', async () => {
    const { id } = await pool.invite('two@siang.example')
    const { refreshToken } = await logIn(issuer.origin, 'two@siang.example')
    const before = await refresh(refreshToken)

    await pool.disable(id)
    await pool.disable(id)
    const disabled = await refresh(refreshToken)
    const signIn = logIn(issuer.origin, 'two@siang.example')

    await expect(signIn).rejects.toThrow('is the user known')
    await pool.enable(id)
    expect([before, disabled, await refresh(refreshToken)]).toEqual([200, 400, 400])
    await expect(logIn(issuer.origin, 'two@siang.example')).resolves.toBeDefined()
  })

  test('knows the made-up people, and takes it as done where it knows nobody', async () => {
    await pool.disable('seed-admin')
    const out = people.accounts().some(({ username }) => username === 'admin')
    await pool.enable('seed-admin')

    expect([out, people.accounts().some(({ username }) => username === 'admin')]).toEqual([false, true])
    await expect(pool.disable('of-nobody')).resolves.toBeUndefined()
  })

  test('remembers all of it over a restart', async () => {
    const { id } = await pool.invite('three@siang.example')
    await pool.disable(id)

    const reopened = openPeople(folder, seeds)

    expect(reopened.find('three@siang.example')).toEqual({
      sub: id,
      username: 'three@siang.example',
      isEnabled: false,
    })
  })

  test('throws where the pool answers what nobody knows', async () => {
    const unknown = createCognitoDirectory('')

    await expect(unknown.invite('four@siang.example')).rejects.toThrow(/./)
  })
})
