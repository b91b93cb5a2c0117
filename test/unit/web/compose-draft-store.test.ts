import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetDraft, keepDraft, readDraft } from '../../../web/src/drafts/draft-store.ts'
import { emptyDraft } from '../../../web/src/drafts/draft.ts'

const nowMs = Date.parse('2026-11-22T03:00:00Z')
const dayMs = 24 * 3_600_000
const draft = { ...emptyDraft(new Date(nowMs).toISOString()), areas: ['1308910'] }

let items: Map<string, string>

beforeEach(() => {
  items = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('drafts on the device', () => {
  it('gives back what was kept, to whoever wrote it alone', () => {
    keepDraft('new', 'officer-1', draft)

    expect(readDraft('new', 'officer-1', nowMs + dayMs)).toEqual(draft)
    expect(readDraft('new', 'officer-2', nowMs + dayMs)).toBeUndefined()
    expect(readDraft('edit.a1', 'officer-1', nowMs + dayMs)).toBeUndefined()
  })

  it('leaves each of several people on one phone their own', () => {
    keepDraft('new', 'officer-1', draft)

    keepDraft('new', 'officer-2', emptyDraft(draft.changedAtIso))
    forgetDraft('new', 'officer-2')

    expect(readDraft('new', 'officer-1', nowMs + dayMs)).toEqual(draft)
  })

  it('drops a draft after a week', () => {
    keepDraft('new', 'officer-1', draft)

    expect(readDraft('new', 'officer-1', nowMs + 7 * dayMs - 1)).toEqual(draft)
    expect(readDraft('new', 'officer-1', nowMs + 7 * dayMs)).toBeUndefined()
    expect(items.size).toBe(0)
  })

  it.each(['{', '7', '{"schema":0,"by":"officer-1","draft":{}}'])(
    'does not take up what it does not understand: %s',
    (stored) => {
      items.set('siang.draft.officer-1 new', stored)

      expect(readDraft('new', 'officer-1', nowMs)).toBeUndefined()
    },
  )

  it('forgets, and says where the device keeps nothing', () => {
    keepDraft('new', 'officer-1', draft)
    forgetDraft('new', 'officer-1')
    expect(items.size).toBe(0)

    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new Error('full')
      },
    })
    expect(keepDraft('new', 'officer-1', draft)).toBe(false)
  })
})
