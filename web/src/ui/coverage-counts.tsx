import { coverages, type Coverage } from '../../../shared/domain/coverage.ts'
import { coverageLabels } from '../../../shared/domain/state-labels.ts'
import { wholeNumber } from '../words/dates.ts'
import { useWords } from '../words/language.ts'
import { Tag, type Tone } from './tag.tsx'

/** Handed over proves nothing and is never green; only what a person of the village said is. */
export const toneOfCoverage: Readonly<Record<Coverage, Tone>> = {
  'needs-help': 'wrong',
  'no-contact': 'wrong',
  unreachable: 'wrong',
  waiting: 'waits',
  rehearsed: 'plain',
  'handed-over': 'waits',
  delivered: 'plain',
  acknowledged: 'done',
}

/** How far a village is, or how many are: the shape before the word is the one that the map draws. */
export const CoverageTag = ({ coverage, count }: { coverage: Coverage; count?: number }) => {
  const say = useWords()
  const label = say(coverageLabels[coverage])
  return (
    <Tag tone={toneOfCoverage[coverage]} shaped>
      {count === undefined ? label : `${wholeNumber(count)} ${label}`}
    </Tag>
  )
}

/** How many villages are how far, those that need a person first. States of no village are left out. */
export const CoverageCounts = ({ counts }: { counts: Readonly<Partial<Record<Coverage, number>>> }) => (
  <ul class="chips">
    {coverages
      .filter((coverage) => (counts[coverage] ?? 0) > 0)
      .map((coverage) => (
        <li key={coverage}>
          <CoverageTag coverage={coverage} count={counts[coverage] ?? 0} />
        </li>
      ))}
  </ul>
)
