import { dutyLabels } from '../../../../shared/domain/call-words.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import type { AnswerOf, RouteKey } from '../../api/routes.ts'
import { Tag } from '../../ui/tag.tsx'
import { usePersonNames } from '../../names/use-person-names.ts'
import { hazardWords, modeNames } from '../../words/alert-words.ts'
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

/** What the ids of rows name. */
export type AuditNames = AnswerOf<'GET /v1/audit'>['names']
type Thing = AuditNames[string]

const peopleOf = (names: AuditNames): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([id, thing]) => (thing.is === 'person' ? [[id, thing.name]] : [])),
  )

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

type Subject = readonly (readonly [name: string, value: string])[]

/** The areas that have to be named to say what a row is about. */
const areasOf = (subject: Subject, names: AuditNames): string[] =>
  subject.flatMap(([name, value]) => {
    if (areaNames.has(name)) return [value]
    const thing = names[value]
    return thing?.is === 'alert' ? thing.areas.slice(0, 1) : thing?.is === 'member' ? [thing.village] : []
  })

/** Says what an id names: an alert by number, danger and place, a member by village and duty. */
const thingText = (
  say: Say,
  thing: Thing,
  nameAreas: (codes: readonly string[], most?: number) => string,
): string => {
  if (thing.is === 'person') return thing.name
  if (thing.is === 'import') return fullTime(thing.createdAtIso)
  if (thing.is === 'member') return `${nameAreas([thing.village])}, ${say(dutyLabels[thing.duty])}`
  const { number, mode, hazard, areas } = thing
  return `#${number} ${say(modeNames[mode])}: ${say(hazardWords[hazard])}, ${nameAreas(areas, 1)}`
}

/** What the row itself holds, for whoever follows it through logs and tables. */
const RawIds = ({ row, subject }: { row: AuditRow; subject: Subject }) => {
  const say = useWords()
  const ids = [['who', row.who] as const, ...subject, ['correlationId', row.correlationId ?? ''] as const]
  return (
    <details>
      <summary>{say(auditWords.row, { n: row.sequence })}</summary>
      <ul class="hint">
        {ids.map(([name, id]) =>
          id === '' ? null : (
            <li key={name} class="cell">
              {name}: {id}
            </li>
          ),
        )}
      </ul>
    </details>
  )
}

type RowProps = ToldRow & { names: AuditNames; inAlert: boolean; nameUser: (id: string) => string }

const Row = ({ row, outcome, names, inAlert, nameUser }: RowProps) => {
  const say = useWords()
  const whole = Object.entries((outcome ?? row).subject)
  // What a request made is often what it was about.
  const isToldTwice = (id: string): boolean =>
    whole.some(([other, value]) => other !== 'madeId' && value === id)
  const subject = whole.filter(
    ([name, value]) => !(inAlert && name === 'alertId') && !(name === 'madeId' && isToldTwice(value)),
  )
  const nameAreas = useAreaNames(areasOf(subject, names))
  const valueOf = (name: string, value: string): string => {
    if (areaNames.has(name)) return nameAreas([value])
    const thing = names[value]
    if (thing !== undefined) return thingText(say, thing, nameAreas)
    return name === 'userId' ? nameUser(value) : value
  }
  return (
    <li class="card">
      <h2>{actionText(say, row.action)}</h2>
      <p>
        {fullTime(row.atIso)}, {nameUser(row.who)}
      </p>
      {subject.length === 0 ? null : (
        <p class="cell">
          {subject
            .map(([name, value]) => {
              const words = subjectWords[name]
              return `${words === undefined ? name : say(words)}: ${valueOf(name, value)}`
            })
            .join('; ')}
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
      <RawIds row={row} subject={whole} />
    </li>
  )
}

/** Rows of a chain in words, the oldest first, as they were written. */
export const AuditRows = ({
  rows,
  names,
  inAlert,
}: {
  rows: readonly ToldRow[]
  names: AuditNames
  /** The rows are all of one alert, which stands above them. */
  inAlert: boolean
}) => {
  const nameUser = usePersonNames(peopleOf(names))
  return (
    <ol class="plain-list">
      {rows.map(({ row, outcome }) => (
        <Row
          key={row.sequence}
          row={row}
          outcome={outcome}
          names={names}
          inAlert={inAlert}
          nameUser={nameUser}
        />
      ))}
    </ol>
  )
}
