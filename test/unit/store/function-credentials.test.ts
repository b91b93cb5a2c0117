import { afterEach, describe, expect, it, vi } from 'vitest'
import { defaultProvider } from '../../../shared/store/function-credentials.ts'

describe('the credentials of a function', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('are those of its variables at the time of asking', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'key')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
    vi.stubEnv('AWS_SESSION_TOKEN', 'token')
    const ask = defaultProvider()

    expect(await ask()).toEqual({ accessKeyId: 'key', secretAccessKey: 'secret', sessionToken: 'token' })

    vi.stubEnv('AWS_SESSION_TOKEN', 'renewed')
    expect(await ask()).toMatchObject({ sessionToken: 'renewed' })
  })

  it('are missed by name, without a value', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', '')
    const ask = defaultProvider()

    await expect(ask()).rejects.toThrow('AWS_ACCESS_KEY_ID is not set')
  })
})
