import type { AdapterFactory, AdapterPayload } from 'oidc-provider'

type Kept = { payload: AdapterPayload; expiresAtEpochMs: number }

/** What is kept of sign-ins. `forget` ends those of one account. */
export type MemoryAdapter = { adapter: AdapterFactory; forget: (accountId: string) => void }

/** Keeps sessions, codes and refresh tokens in memory: who restarts the runner signs in again. */
export function createMemoryAdapter(): MemoryAdapter {
  const models = new Map<string, Map<string, Kept>>()
  const forget = (accountId: string): void => {
    for (const kept of models.values()) {
      for (const [id, { payload }] of kept) if (payload.accountId === accountId) kept.delete(id)
    }
  }
  const adapter: AdapterFactory = (model) => {
    const kept = models.get(model) ?? new Map<string, Kept>()
    models.set(model, kept)
    const find = (id: string): AdapterPayload | undefined => {
      const found = kept.get(id)
      if (found === undefined || found.expiresAtEpochMs > Date.now()) return found?.payload
      kept.delete(id)
      return undefined
    }
    const findBy = (key: 'uid' | 'userCode', value: string): AdapterPayload | undefined =>
      [...kept.values()].find(({ payload }) => payload[key] === value)?.payload
    return {
      upsert: (id, payload, expiresInSeconds) => {
        const expiresAtEpochMs =
          expiresInSeconds === undefined ? Infinity : Date.now() + expiresInSeconds * 1000
        kept.set(id, { payload, expiresAtEpochMs })
        return Promise.resolve()
      },
      find: (id) => Promise.resolve(find(id)),
      findByUid: (uid) => Promise.resolve(findBy('uid', uid)),
      findByUserCode: (userCode) => Promise.resolve(findBy('userCode', userCode)),
      consume: (id) => {
        const payload = find(id)
        if (payload !== undefined) payload['consumed'] = Math.floor(Date.now() / 1000)
        return Promise.resolve()
      },
      destroy: (id) => {
        kept.delete(id)
        return Promise.resolve()
      },
      revokeByGrantId: (grantId) => {
        for (const [id, { payload }] of kept) if (payload.grantId === grantId) kept.delete(id)
        return Promise.resolve()
      },
    }
  }
  return { adapter, forget }
}
