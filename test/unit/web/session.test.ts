import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '../../../web/src/sign-in/session.ts'

const mine: Session = { accessToken: 'a1', endsAtMs: 1, refreshToken: 'r1', remembered: true }

let device: Map<string, string>
let tab: Map<string, string>
let tell: ((event: { key: string; newValue: string | null }) => void) | undefined

const storageOf = (items: () => Map<string, string>) => ({
  get length() {
    return items().size
  },
  key: (at: number) => [...items().keys()][at] ?? null,
  getItem: (key: string) => items().get(key) ?? null,
  setItem: (key: string, value: string) => items().set(key, value),
  removeItem: (key: string) => items().delete(key),
})

/** The console as it begins on this device. */
const open = () => {
  vi.resetModules()
  return import('../../../web/src/sign-in/session.ts')
}

beforeEach(() => {
  device = new Map()
  tab = new Map()
  vi.stubGlobal(
    'localStorage',
    storageOf(() => device),
  )
  vi.stubGlobal(
    'sessionStorage',
    storageOf(() => tab),
  )
  vi.stubGlobal('window', {
    addEventListener: (_: 'storage', listener: typeof tell) => {
      tell = listener
    },
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

describe('a session on a device with several tabs', () => {
  it('is kept once: what another tab renewed is not hidden by a copy of this one', async () => {
    const { keepSession } = await open()
    keepSession(mine)

    expect(device.has('siang.session')).toBe(true)
    expect(tab.size).toBe(0)
  })

  it('is kept in the tab where it is not to be remembered, and where the device keeps nothing', async () => {
    const { keepSession } = await open()
    keepSession({ ...mine, remembered: false })
    expect([device.size, tab.size]).toEqual([0, 1])

    keepSession(undefined)
    vi.stubGlobal('localStorage', {
      ...storageOf(() => device),
      setItem: () => {
        throw new Error('full')
      },
    })
    keepSession(mine)

    expect([device.size, tab.size]).toEqual([0, 1])
  })

  it('takes up what another tab renewed: a refresh token that was used is refused', async () => {
    device.set('siang.session', JSON.stringify(mine))
    const { session } = await open()

    tell?.({ key: 'siang.session', newValue: JSON.stringify({ ...mine, accessToken: 'a2' }) })

    expect(session.get()?.accessToken).toBe('a2')
  })

  it('ends where another tab ended it, and stays so whoever signs in there', async () => {
    device.set('siang.session', JSON.stringify(mine))
    const { session } = await open()

    tell?.({ key: 'siang.session', newValue: null })
    expect(session.get()).toBeUndefined()
    tell?.({ key: 'siang.session', newValue: JSON.stringify({ ...mine, accessToken: 'of another' }) })

    expect(session.get()).toBeUndefined()
  })

  it('of one tab alone is neither ended by others, nor ends theirs', async () => {
    const { keepSession, session } = await open()
    keepSession({ ...mine, remembered: false })
    device.set('siang.session', JSON.stringify(mine))

    tell?.({ key: 'siang.session', newValue: JSON.stringify(mine) })
    tell?.({ key: 'siang.session', newValue: null })
    keepSession({ ...mine, accessToken: 'a2', remembered: false })

    expect(session.get()?.accessToken).toBe('a2')
    expect(device.has('siang.session')).toBe(true)
  })
})

describe('lists on the device', () => {
  it('are forgotten where nobody is signed in any more: the tab of somebody else was closed', async () => {
    device.set('siang.seen.calls.a1', '{}')
    device.set('siang.draft.new', '{}')

    await open()

    expect([...device.keys()]).toEqual(['siang.draft.new'])
  })

  it('stay for who is signed in', async () => {
    device.set('siang.seen.home', '{}')
    device.set('siang.session', JSON.stringify(mine))

    const { keepSession } = await open()
    keepSession({ ...mine, accessToken: 'a2' })

    expect(device.has('siang.seen.home')).toBe(true)
  })
})
