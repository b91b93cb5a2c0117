import type { AnswerOf } from '../../api/routes.ts'
import { Tag } from '../../ui/tag.tsx'
import { budgetsWords, laneWords } from '../../words/budgets-words.ts'
import { wholeNumber } from '../../words/dates.ts'
import { useWords } from '../../words/language.ts'
import { usd } from './budget-figures.ts'

export type BudgetLine = AnswerOf<'GET /v1/budgets'>['area']['lanes'][number]

const Bar = ({ line, budgetParts }: { line: BudgetLine; budgetParts: number }) => {
  const say = useWords()
  const used = line.spentParts + line.reservedParts
  const left = line.leftParts ?? 0
  const words = say(budgetsWords.used, {
    used: wholeNumber(used),
    budget: wholeNumber(budgetParts),
    left: wholeNumber(Math.max(0, left)),
  })
  return (
    <>
      <progress value={Math.min(used, budgetParts)} max={Math.max(1, budgetParts)} aria-label={words} />
      <p>
        {words}{' '}
        {left < 0 ? <Tag tone="wrong">{say(budgetsWords.over, { n: wholeNumber(-left) })}</Tag> : null}
      </p>
    </>
  )
}

/** What an area may use in a lane, and uses: a bar with its words, then every figure in parts and money. */
export const LaneBudget = ({ line }: { line: BudgetLine }) => {
  const say = useWords()
  const amount = (parts: number | null, money: number | null): string =>
    parts === null || money === null
      ? say(budgetsWords.noLimit)
      : say(budgetsWords.amount, {
          parts: `${parts < 0 ? '−' : ''}${wholeNumber(Math.abs(parts))}`,
          usd: usd(money),
        })
  const figures = [
    [budgetsWords.budget, amount(line.budgetParts, line.budgetUsd)],
    [budgetsWords.reserved, amount(line.reservedParts, line.reservedUsd)],
    [budgetsWords.spent, amount(line.spentParts, line.spentUsd)],
    ...(line.leftParts === null
      ? []
      : ([[budgetsWords.left, amount(line.leftParts, line.leftUsd)]] as const)),
  ] as const
  return (
    <>
      <h2>{say(laneWords[line.lane].name)}</h2>
      <p class="hint">{say(laneWords[line.lane].means)}</p>
      {line.budgetParts === null ? null : <Bar line={line} budgetParts={line.budgetParts} />}
      <dl class="facts">
        {figures.map(([words, text]) => (
          <div key={words.en}>
            <dt>{say(words)}</dt>
            <dd>
              {text}
              {words === budgetsWords.budget && line.holds !== null
                ? `, ${say(line.holds === 'month' ? budgetsWords.onlyMonth : budgetsWords.standing)}`
                : ''}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
