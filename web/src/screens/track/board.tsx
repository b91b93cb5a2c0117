import { useState } from 'preact/hooks'
import { coverages, type Coverage } from '../../../../shared/domain/coverage.ts'
import { coverageLabels } from '../../../../shared/domain/state-labels.ts'
import { useVillages, villagesOf, type Find } from '../../api/use-villages.ts'
import { areaName } from '../../names/area-name.ts'
import { useSignal } from '../../signal.ts'
import { toneOfCoverage } from '../../ui/coverage-counts.tsx'
import { NeedsHelp } from '../../ui/needs-help.tsx'
import { useAnnounced } from '../../ui/use-announced.ts'
import { shortTime, wholeNumber } from '../../words/dates.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { trackWords } from '../../words/track-words.ts'
import { BoardTable, type Board as BoardView } from './board-table.tsx'
import { DotMap, type Dot } from './dot-map.tsx'

/** A map needs every village: more districts than a province has are read only for who wants it. */
const mostDistricts = 15

const countOf = (board: BoardView): number => board.villages.length

/** How many villages are how far, as filters; the one that is taken is pressed. */
const Filters = ({
  board,
  chosen,
  onChoose,
}: {
  board: BoardView
  chosen: Coverage | undefined
  onChoose: (coverage: Coverage | undefined) => void
}) => {
  const say = useWords()
  const there = coverages.filter((coverage) => (board.coverage[coverage] ?? 0) > 0)
  return (
    <ul class="chips">
      <li>
        <button
          type="button"
          class="tag"
          aria-pressed={chosen === undefined}
          onClick={() => onChoose(undefined)}
        >
          {`${wholeNumber(countOf(board))} ${say(trackWords.all)}`}
        </button>
      </li>
      {there.map((coverage) => (
        <li key={coverage}>
          <button
            type="button"
            class={`tag shape ${toneOfCoverage[coverage]}`}
            aria-pressed={chosen === coverage}
            onClick={() => onChoose(chosen === coverage ? undefined : coverage)}
          >
            {`${wholeNumber(board.coverage[coverage] ?? 0)} ${say(coverageLabels[coverage])}`}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What must be known before any number is read: why numbers may be too good, or do not move. */
const Warnings = ({ board }: { board: BoardView }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const missing = board.districts.filter(({ villagesNotOnRoster }) => (villagesNotOnRoster ?? 0) > 0)
  return (
    <>
      {board.accountStopped ? (
        <p class="error">
          {say(trackWords.accountStopped, { time: shortTime(board.accountStoppedSinceIso ?? '') })}
        </p>
      ) : null}
      {board.sendingHeldSinceIso === null ? null : (
        <p class="error">{say(trackWords.held, { time: shortTime(board.sendingHeldSinceIso) })}</p>
      )}
      {board.accountQuotaExhausted && board.sendingHeldSinceIso === null ? (
        <p class="error">{say(trackWords.quota)}</p>
      ) : null}
      {board.heldByQuietHoursUntilIso === null ? null : (
        <p class="card">{say(trackWords.quiet, { time: shortTime(board.heldByQuietHoursUntilIso) })}</p>
      )}
      {missing.map(({ district, villagesNotOnRoster }) => (
        <p key={district} class="error">
          {say(trackWords.notOnRoster, {
            n: villagesNotOnRoster ?? 0,
            district: areaName(district, language),
          })}
        </p>
      ))}
    </>
  )
}

const Progress = ({ board }: { board: BoardView }) => {
  const say = useWords()
  const { accepted, delivered, undelivered, unknown, rejected, suppressed, rehearsed } = board.totals
  const all = Object.values(board.totals).reduce((sum, count) => sum + count, 0) - suppressed
  const isRehearsal = board.reaches === 'nobody'
  const done = isRehearsal ? rehearsed : accepted + delivered + undelivered + unknown
  const text = say(isRehearsal ? trackWords.rehearsed : trackWords.handedOver, {
    done: wholeNumber(done),
    all: wholeNumber(all),
  })
  return (
    <>
      <p>
        <progress value={done} max={Math.max(1, all)} aria-label={text} /> {text}.{' '}
        {isRehearsal
          ? null
          : `${say(trackWords.delivered, {
              n: wholeNumber(delivered),
              failed: wholeNumber(undelivered + rejected),
            })}.`}
      </p>
      {board.estimatedFinishAtIso === null ? null : (
        <p>{say(trackWords.finish, { time: shortTime(board.estimatedFinishAtIso) })}</p>
      )}
    </>
  )
}

type WhereProps = { rows: BoardView['villages']; districts: readonly string[]; find: Find; label: string }

/** Villages of the table on a map, and faintly the others of their districts: where among them these lie. */
const Where = ({ rows, districts, find, label }: WhereProps) => {
  const say = useWords()
  const dots = rows.flatMap(([code, coverage]): Dot[] => {
    const village = find(code)
    return village === undefined ? [] : [{ village, tone: toneOfCoverage[coverage] }]
  })
  if (dots.length === 0) return null
  const shown = new Set(rows.map(([code]) => code))
  const others = districts.flatMap(villagesOf).filter(({ code }) => !shown.has(code))
  return (
    <div class="where">
      <DotMap dots={dots} others={others} label={label} />
      {others.length === 0 ? null : <p class="hint">{say(trackWords.otherVillages)}</p>}
    </div>
  )
}

/** How far every village is: counts that are filters, a map, a table that says the same. */
export const Board = ({ board }: { board: BoardView }) => {
  const say = useWords()
  const [chosen, setChosen] = useState<Coverage | undefined>(undefined)
  const rows = chosen === undefined ? board.villages : board.villages.filter((row) => row[1] === chosen)
  const districts = board.districts.map(({ district }) => district)
  const [mapWanted, setMapWanted] = useState(false)
  const hasMap = mapWanted || districts.length <= mostDistricts
  const find = useVillages(hasMap ? districts : [])
  const counts = coverages
    .filter((coverage) => (board.coverage[coverage] ?? 0) > 0)
    .map((coverage) => `${board.coverage[coverage] ?? 0} ${say(coverageLabels[coverage])}`)
    .join(', ')
  const announced = useAnnounced(
    say(trackWords.announce, { covered: board.coverage.acknowledged ?? 0, all: countOf(board) }),
  )
  // Right after the issue nobody has counted yet: noughts would read as if nobody were warned.
  if (countOf(board) === 0) {
    return (
      <>
        <Warnings board={board} />
        <p role="status">{say(trackWords.notCounted)}</p>
      </>
    )
  }
  return (
    <>
      <NeedsHelp
        villages={board.villages
          .filter(([, coverage]) => coverage === 'needs-help')
          .map(([code]) => ({ alertId: board.alertId, code }))}
      />
      <Warnings board={board} />
      <Progress board={board} />
      <h2>{say(trackWords.villages)}</h2>
      <p class="seen-by-none" role="status">
        {announced}
      </p>
      <Filters board={board} chosen={chosen} onChoose={setChosen} />
      {hasMap ? null : (
        <p>
          <button type="button" onClick={() => setMapWanted(true)}>
            {say(trackWords.map, { n: districts.length })}
          </button>
        </p>
      )}
      <div class="with-map">
        {hasMap ? (
          <Where rows={rows} districts={districts} find={find} label={say(trackWords.mapText, { counts })} />
        ) : null}
        <BoardTable
          alertId={board.alertId}
          rows={rows}
          all={countOf(board)}
          filter={chosen ?? ''}
          namesCome={hasMap}
          ofSeveralDistricts={districts.length > 1}
        />
      </div>
    </>
  )
}
