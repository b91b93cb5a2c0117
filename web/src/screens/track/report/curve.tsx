import type { AnswerOf } from '../../../api/routes.ts'
import { useWords } from '../../../words/language.ts'
import { wholeNumber } from '../../../words/dates.ts'
import { reportScreenWords } from '../../../words/report-screen-words.ts'
import { reportWords } from '../../../../../shared/domain/report-words.ts'

export type Step = AnswerOf<'GET /v1/alerts/{alertId}/report'>['progress'][number]

/** Hardly wider than a phone, where the figures at the axes have to be read too. */
const width = 400
const height = 220
const edges = { left: 54, right: 14, top: 14, bottom: 40 }
const lines = ['handedOver', 'delivered', 'acknowledged'] as const
const tones = { handedOver: 'waits', delivered: 'plain', acknowledged: 'done' } as const
const mark = 4

type Point = readonly [number, number]

/** The first minutes matter most: each step is as wide as the next, whatever its length. */
const pointsOf = (steps: readonly Step[], line: (typeof lines)[number], all: number): Point[] => {
  const wide = (width - edges.left - edges.right) / steps.length
  const high = height - edges.top - edges.bottom
  return [0, ...steps.map((step) => step[line])].map((count, at) => [
    Math.round(edges.left + at * wide),
    Math.round(edges.top + high * (1 - count / Math.max(1, all))),
  ])
}

/** Not by colour alone: a cross, a ring, a filled square. */
const marks: Readonly<Record<(typeof lines)[number], (point: Point) => string>> = {
  handedOver: ([x, y]) =>
    `M${x - mark} ${y - mark}l${mark * 2} ${mark * 2}M${x + mark} ${y - mark}l${-mark * 2} ${mark * 2}`,
  delivered: ([x, y]) =>
    `M${x - mark} ${y}a${mark} ${mark} 0 1 0 ${mark * 2} 0a${mark} ${mark} 0 1 0 ${-mark * 2} 0`,
  acknowledged: ([x, y]) => `M${x - mark} ${y - mark}h${mark * 2}v${mark * 2}h${-mark * 2}z`,
}

const Key = ({ line }: { line: (typeof lines)[number] }) => {
  const say = useWords()
  return (
    <li>
      <svg class="curve key" viewBox="0 0 40 20" aria-hidden="true">
        <path class={`line ${line}`} d="M0 10H40" />
        <path class={`${tones[line]} ${line}`} d={marks[line]([20, 10])} />
      </svg>{' '}
      {say(reportWords[line])}
    </li>
  )
}

const Axes = ({ steps, all }: { steps: readonly Step[]; all: number }) => {
  const base = height - edges.bottom
  const first = pointsOf(steps, 'handedOver', all)
  return (
    <>
      <path class="axis" d={`M${edges.left} ${edges.top}V${base}H${width - edges.right}`} />
      <text x={edges.left - 8} y={edges.top + 6} class="high">
        {wholeNumber(all)}
      </text>
      <text x={edges.left - 8} y={base} class="high">
        0
      </text>
      {steps.map(({ minutes }, at) => (
        <text key={minutes} x={first[at + 1]?.[0]} y={base + 22} class="wide">
          {minutes < 60 ? `${minutes}′` : `${minutes / 60} h`}
        </text>
      ))}
    </>
  )
}

/** How many villages had got how far by when, as three lines; the table says the same. */
export const Curve = ({ steps, all }: { steps: readonly Step[]; all: number }) => {
  const say = useWords()
  const last = steps[steps.length - 1]
  if (last === undefined) return <p>{say(reportScreenWords.tooEarly)}</p>
  return (
    <>
      <ul class="chips">
        {lines.map((line) => (
          <Key key={line} line={line} />
        ))}
      </ul>
      <svg
        class="curve"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={say(reportScreenWords.curve, { ...last, all })}
      >
        <Axes steps={steps} all={all} />
        {lines.map((line) => {
          const points = pointsOf(steps, line, all)
          return (
            <g key={line}>
              <path class={`line ${line}`} d={`M${points.map((point) => point.join(' ')).join('L')}`} />
              <path class={`${tones[line]} ${line}`} d={points.slice(1).map(marks[line]).join('')} />
            </g>
          )
        })}
      </svg>
      <div class="scroll" role="region" aria-label={say(reportWords.progress)} tabIndex={0}>
        <table>
          <caption>{say(reportWords.progress)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(reportWords.minutes)}</th>
              {lines.map((line) => (
                <th key={line} scope="col">
                  {say(reportWords[line])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.minutes}>
                <th scope="row">{wholeNumber(step.minutes)}</th>
                {lines.map((line) => (
                  <td key={line}>{wholeNumber(step[line])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
