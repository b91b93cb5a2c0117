import { describe, expect, it } from 'vitest'
import { noticeIdOf } from '../../../shared/domain/notices/notice.ts'
import { haltKeyOf, isHalted, parseHaltKey, type Halts } from '../../../shared/domain/halts.ts'

const version = { alertId: 'a1', version: 2 }
const none: Halts = { accountStop: undefined, versions: new Set() }

describe('halts', () => {
  it('hold one version of an alert, and no other', () => {
    const halts = { ...none, versions: new Set([haltKeyOf(version)]) }

    expect(isHalted(halts, version)).toBe(true)
    expect(isHalted(halts, { alertId: 'a1', version: 1 })).toBe(false)
    expect(isHalted(none, version)).toBe(false)
  })

  it('hold every version while the account is stopped', () => {
    expect(isHalted({ ...none, accountStop: { by: 'u', atEpochSeconds: 1, reason: 'r' } }, version)).toBe(
      true,
    )
  })

  it('hold no notice to officers for a stop of the account: it tells of the stop itself', () => {
    const notice = { alertId: noticeIdOf('0'.repeat(64)), version: 1 }
    const stopped = { ...none, accountStop: { by: 'u', atEpochSeconds: 1, reason: 'r' } }

    expect(isHalted(stopped, notice)).toBe(false)
    expect(isHalted({ ...stopped, versions: new Set([haltKeyOf(notice)]) }, notice)).toBe(true)
  })

  it('name the version by their key', () => {
    expect(parseHaltKey(haltKeyOf(version))).toEqual(version)
    expect(parseHaltKey('nothing')).toBeUndefined()
  })
})
