import { useAreaNames } from '../../api/use-area-names.ts'
import type { RouteKey } from '../../api/routes.ts'
import { Tag } from '../../ui/tag.tsx'
import {
  auditedEvents,
  auditedRoutes,
  auditWords,
  phaseWords,
  subjectWords,
} from '../../words/audit-words.ts'
import { fullTime } from '../../words/dates.ts'
import { useWords, type Say } from '../../words/language.ts'
import type { AuditRow, ToldRow } from './told-rows.ts'

const isRoute = (action: string): action is RouteKey => action in auditedRoutes

const actionText = (say: Say, action: string): string => {
  const words = isRoute(action) ? auditedRoutes[action] : auditedEvents[action]
  return words === undefined ? action : say(words)
}

const codeOf = ({ code, status }: AuditRow): string => code ?? String(status ?? '?')

const Outcome = ({ of }: { of: AuditRow | undefined }) => {
  const say = useWords()
  if (of === undefined) return <Tag tone="waits">{say(auditWords.notKnown)}</Tag>
  const status = of.status ?? 500
  if (status < 400) return <>✓ {say(auditWords.done)}</>
  return (
    <Tag tone="wrong">{say(status < 500 ? auditWords.refused : auditWords.failed, { code: codeOf(of) })}</Tag>
  )
}

const areaNames = new Set(['village', 'district', 'area'])

type RowProps = ToldRow & { nameUser: (id: string) => string }

const Row = ({ row, outcome, nameUser }: RowProps) => {
  const say = useWords()
  const subject = Object.entries((outcome ?? row).subject).filter(([name]) => name !== 'alertId')
  const codes = subject.flatMap(([name, value]) => (areaNames.has(name) ? [value] : []))
  const nameAreas = useAreaNames(codes)
  const valueOf = (name: string, value: string): string =>
    areaNames.has(name) ? nameAreas([value]) : name === 'userId' ? nameUser(value) : value
  return (
    <li class="card">
      <h2>{actionText(say, row.action)}</h2>
      <p>
        {fullTime(row.atIso)}, {row.who === 'siang' ? say(auditWords.siang) : nameUser(row.who)}
      </p>
      {subject.length === 0 ? null : (
        <p class="cell">
          {subject
            .map(([name, value]) => {
              const words = subjectWords[name]
              return `${words === undefined ? name : say(words)}: ${valueOf(name, value)}`
            })
            .join(', ')}
        </p>
      )}
      <p>
        {row.phase === 'event' || row.phase === 'reveal' ? (
          say(phaseWords[row.phase])
        ) : (
          <Outcome of={row.phase === 'outcome' ? row : outcome} />
        )}
      </p>
      {row.repeats === null ? null : <p>{say(auditWords.repeats, { n: row.repeats })}</p>}
      <p class="hint">{say(auditWords.row, { n: row.sequence })}</p>
    </li>
  )
}

/** Rows of a chain in words, the oldest first, as they were written. */
export const AuditRows = ({
  rows,
  nameUser,
}: {
  rows: readonly ToldRow[]
  nameUser: (id: string) => string
}) => (
  <ol class="plain-list">
    {rows.map(({ row, outcome }) => (
      <Row key={row.sequence} row={row} outcome={outcome} nameUser={nameUser} />
    ))}
  </ol>
)
