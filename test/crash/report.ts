import { violations, type Verdict } from './oracle.ts'
import { describeOrder } from './kill-orders.ts'
import type { RoundResult } from './play-round.ts'

/** One line of a result, for people or as JSON. */
export type Row = Verdict['counts'] & {
  name: string
  /** Arguments that play the same plan again; null for sums. */
  repeat: string | null
  rounds: number
  seconds: number
  killsLeft: number
  ok: boolean
  faults: Readonly<Record<string, number>>
}

/** How often each violation was found; none where all is as it must be. */
export const describeFaults = ({ faults }: Verdict): Row['faults'] =>
  Object.fromEntries(
    violations.flatMap((name) => (faults[name].length === 0 ? [] : [[name, faults[name].length]])),
  )

export const rowOf = ({ plan, verdict, killsLeft, seconds }: RoundResult): Row => ({
  name: plan.name,
  repeat: plan.repeat,
  rounds: 1,
  seconds: Math.round(seconds),
  killsLeft,
  ok: verdict.ok,
  faults: describeFaults(verdict),
  ...verdict.counts,
})

/** Rounds together: counts add up, of the most per kill the largest stays. */
export const sumOf = (name: string, results: readonly RoundResult[]): Row => {
  const rows = results.map(rowOf)
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
  const most = (of: (row: Row) => number) => Math.max(0, ...rows.map(of))
  const faults: Record<string, number> = {}
  for (const row of rows) {
    for (const [fault, count] of Object.entries(row.faults)) faults[fault] = (faults[fault] ?? 0) + count
  }
  return {
    name,
    repeat: null,
    rounds: rows.length,
    seconds: sum((row) => row.seconds),
    killsLeft: sum((row) => row.killsLeft),
    ok: rows.every((row) => row.ok),
    faults,
    sms: sum((row) => row.sms),
    published: sum((row) => row.published),
    accepted: sum((row) => row.accepted),
    inDoubt: sum((row) => row.inDoubt),
    twice: sum((row) => row.twice),
    marked: sum((row) => row.marked),
    markedByKills: sum((row) => row.markedByKills),
    markedByLostAnswers: sum((row) => row.markedByLostAnswers),
    markedOtherwise: sum((row) => row.markedOtherwise),
    kills: sum((row) => row.kills),
    mostMarkedPerKill: most((row) => row.mostMarkedPerKill),
    mostClaimedPerKill: most((row) => row.mostClaimedPerKill),
  }
}

const faultText = (faults: Row['faults']): string => {
  const found = Object.entries(faults).map(([name, count]) => `${name} ${count}`)
  return found.length === 0 ? '' : `  ${found.join(', ')}`
}

export const textOf = (row: Row): string =>
  `${row.ok ? 'ok  ' : 'FAIL'} ${row.name}${row.repeat === null ? '' : ` (${row.repeat})`}: ` +
  `${row.rounds > 1 ? `${row.rounds} rounds, ` : ''}${row.seconds} s, ${row.kills} kills, ${row.sms} SMS, ` +
  `lost ${row.faults['lost'] ?? 0}, twice unmarked ${row.faults['twiceUnmarked'] ?? 0}, marked ${row.marked} ` +
  `(kills ${row.markedByKills}, lost answers ${row.markedByLostAnswers}, otherwise ${row.markedOtherwise}; ` +
  `of dispatches ${row.mostMarkedPerKill} at most per kill, which had claimed ${row.mostClaimedPerKill} at most), ` +
  `accepted ${row.accepted}, outbox ${row.published}, in doubt ${row.inDoubt}${faultText(row.faults)}`

/** What a failed round needs to be looked into: its plan, its kills, and which SMS are concerned. */
export const detailsOf = ({ plan, kills, verdict }: RoundResult): string =>
  [
    `  plan: ${plan.kills.map(describeOrder).join('; ')} (faults ${plan.faultPercent} %, ${plan.disturbances.join(', ')}, ${plan.smsPerSecond} SMS/s)`,
    ...kills.map(({ number, what, dispatches }) => `  kill ${number}: ${what}, claimed ${dispatches.length}`),
    ...violations.flatMap((name) =>
      verdict.faults[name].slice(0, 10).map((subject) => `  ${name}: ${subject}`),
    ),
  ].join('\n')
