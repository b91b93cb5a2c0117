import { auditRow } from '../shared/contracts/audit.ts'
import {
  checkAnchors,
  knownFromAnchor,
  type AnchorFault,
  type StoredAnchor,
} from '../shared/domain/audit-anchor.ts'
import { checkChain, findOpenIntents, type ChainFault, type KnownHead } from '../shared/domain/audit-check.ts'
import { dayOfChain } from '../shared/domain/audit.ts'
import { digestOfText } from '../shared/request-id.ts'

/** Everything that is kept of the audit, as it lies there. */
export type KeptAudit = {
  /** Rows by chain, in any order. */
  chains: ReadonlyMap<string, readonly Record<string, unknown>[]>
  /** Oldest first. */
  anchors: readonly StoredAnchor[]
  /** What alerts say of their own chains, by chain. */
  recorded: ReadonlyMap<string, { sequence: number; hash: string }>
}

type ChainReport = { chain: string; rows: number; faults: ChainFault[]; openIntents: number[] }
export type AuditReport = { anchors: number; anchorFaults: AnchorFault[]; chains: ChainReport[] }

type Opening = { of: string; known: KnownHead }

/** What the rows of days say of the chains that were gone on with. */
const findOpenings = (chains: KeptAudit['chains']): Opening[] =>
  [...chains].flatMap(([chain, items]) =>
    items.flatMap((item): Opening[] => {
      const row = auditRow.safeParse(item).data
      if (row?.opens === undefined || dayOfChain(chain) === undefined) return []
      const { chain: of, sequence, hash } = row.opens
      return [{ of, known: { by: `row ${row.sequence} of ${chain}`, sequence, hash } }]
    }),
  )

const bySequence = (items: readonly Record<string, unknown>[]): Record<string, unknown>[] =>
  items.toSorted((a, b) => Number(a['sequence']) - Number(b['sequence']))

/** Holds every chain against itself and all that is known of it, and the anchors against one another. */
export const checkAudit = ({ chains, anchors, recorded }: KeptAudit): AuditReport => {
  const openings = findOpenings(chains)
  const names = new Set([
    ...chains.keys(),
    ...recorded.keys(),
    ...anchors.flatMap(({ anchor }) => anchor.heads.map(({ chain }) => chain)),
    ...openings.map(({ of }) => of),
  ])
  const report = (chain: string): ChainReport => {
    const items = bySequence(chains.get(chain) ?? [])
    const ofAlert = recorded.get(chain)
    const known = [
      ...anchors.flatMap(({ anchor }) => knownFromAnchor(anchor, chain)),
      ...openings.filter(({ of }) => of === chain).map((opening) => opening.known),
      ...(ofAlert === undefined ? [] : [{ by: 'alert', ...ofAlert }]),
    ]
    return {
      chain,
      rows: items.length,
      faults: checkChain(chain, items, known, digestOfText),
      openIntents: findOpenIntents(items.flatMap((item) => auditRow.safeParse(item).data ?? [])),
    }
  }
  return {
    anchors: anchors.length,
    anchorFaults: checkAnchors(anchors, digestOfText),
    chains: [...names].toSorted().map(report),
  }
}
