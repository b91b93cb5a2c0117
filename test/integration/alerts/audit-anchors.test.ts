import { describe, expect } from 'vitest'
import { checkAnchors, knownFromAnchor, type StoredAnchor } from '../../../shared/domain/audit-anchor.ts'
import { checkChain } from '../../../shared/domain/audit-check.ts'
import { chainOfAlert } from '../../../shared/domain/audit.ts'
import { digestOfText } from '../../../shared/request-id.ts'
import { issueAlert, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { it } from '../../support/world-test.ts'

const hours = (count: number) => count * 3600

const storedAnchors = async ({ deps: { anchors } }: AlertWorld): Promise<StoredAnchor[]> => {
  const found = await Promise.all((await anchors.listDays()).map((day) => anchors.read(day)))
  return found.filter((anchor) => anchor !== undefined)
}

describe('the nightly anchor', () => {
  it('is written once after midnight, with the heads of every chain of the day', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    await world.tickAfter(hours(12) + 540)
    expect(await world.deps.anchors.listDays()).toEqual(['2026-07-22'])

    await world.tickAfter(60)
    await world.tickAfter(60)

    const anchors = await storedAnchors(world)
    expect(anchors.map(({ anchor }) => anchor.day)).toEqual(['2026-07-22', '2026-07-23'])
    expect(anchors[1]?.anchor.heads.map(({ chain }) => chain)).toEqual([
      chainOfAlert(alertId),
      'day#2026-07-23',
    ])
    expect(checkAnchors(anchors, digestOfText)).toEqual([])
  })

  it('knows what was cut off a chain after it', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    await world.tickAfter(hours(13))
    const anchor = (await storedAnchors(world)).at(-1)
    if (anchor === undefined) throw new Error('no anchor')

    const chain = chainOfAlert(alertId)
    const rows = await world.deps.auditRows.listStored(chain)
    const known = knownFromAnchor(anchor.anchor, chain)

    expect(checkChain(chain, rows, known, digestOfText)).toEqual([])
    expect(checkChain(chain, rows.slice(0, -1), known, digestOfText)).toMatchObject([
      { kind: 'cut', sequence: rows.length, by: 'anchor of 2026-07-23' },
    ])
  })

  it('makes up for every day that was missed, each naming the one before', async ({ world }) => {
    await world.tickAfter(0)
    await world.tickAfter(hours(24 * 4))

    const anchors = await storedAnchors(world)
    expect(anchors.map(({ anchor }) => anchor.day)).toEqual([
      '2026-07-22',
      '2026-07-23',
      '2026-07-24',
      '2026-07-25',
      '2026-07-26',
    ])
    expect(checkAnchors(anchors, digestOfText)).toEqual([])
  })

  it('holds nothing else up where the bucket cannot be reached, and is written later', async ({ world }) => {
    const { put } = world.deps.anchors
    world.deps.anchors.put = async () => {
      throw new Error('no bucket')
    }
    await world.tickAfter(0)
    expect(await world.deps.anchors.listDays()).toEqual([])

    world.deps.anchors.put = put
    await world.tickAfter(60)

    expect(await world.deps.anchors.listDays()).toEqual(['2026-07-22'])
  })
})
