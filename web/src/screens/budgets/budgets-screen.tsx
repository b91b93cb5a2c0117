import { useLocation, useRoute } from 'preact-iso'
import { budgetMonthOf } from '../../../../shared/domain/budget.ts'
import { callApi } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { areaName } from '../../names/area-name.ts'
import { mayKeepRoster, me, type Me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { budgetsWords, laneWords } from '../../words/budgets-words.ts'
import { wholeNumber } from '../../words/dates.ts'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { monthAway, readableMonth, usd } from './budget-figures.ts'
import { LaneBudget, type BudgetLine } from './lane-budget.tsx'
import { SetBudget } from './set-budget.tsx'

type Budgets = AnswerOf<'GET /v1/budgets'>
type AreaBudget = Budgets['children'][number]

const hasBudget = (area: string): boolean => /^(LA|\d{2}|\d{4})$/.test(area)

/** Whether the area above is the person's too, so that there is a way up. */
const areaAbove = (area: string, own: Me['areas']): string | undefined => {
  if (area === 'LA' || own.includes(area)) return undefined
  const above = area.length === 4 ? area.slice(0, 2) : 'LA'
  return own.includes('LA') || own.includes(above) ? above : undefined
}

const Months = ({ area, month }: { area: string; month: string }) => {
  const say = useWords()
  const at = (months: number): string => `/budgets/${area}?month=${monthAway(month, months)}`
  return (
    <p>
      <a class="tap" href={at(-1)}>
        ← {say(budgetsWords.before)}
      </a>{' '}
      <b>{say(budgetsWords.month, { month: readableMonth(month) })}</b>{' '}
      <a class="tap" href={at(1)}>
        {say(budgetsWords.after)} →
      </a>
    </p>
  )
}

const InShort = ({ line }: { line: BudgetLine }) => {
  const say = useWords()
  const used = line.spentParts + line.reservedParts
  return (
    <div>
      {say(laneWords[line.lane].name)}:{' '}
      {line.budgetParts === null || line.leftParts === null ? (
        say(used === 0 ? budgetsWords.noBudget : budgetsWords.usedAlone, { used: wholeNumber(used) })
      ) : line.leftParts < 0 ? (
        <b>✕ {say(budgetsWords.over, { n: wholeNumber(-line.leftParts) })}</b>
      ) : (
        say(budgetsWords.leftOf, {
          left: wholeNumber(line.leftParts),
          budget: wholeNumber(line.budgetParts),
        })
      )}
    </div>
  )
}

const Below = ({ areas, month }: { areas: readonly AreaBudget[]; month: string }) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  if (areas.length === 0) return null
  return (
    <>
      <h2>{say(budgetsWords.below)}</h2>
      <p class="hint">{say(budgetsWords.eachItself)}</p>
      <dl class="facts">
        {areas.map(({ area, lanes }) => (
          <div key={area}>
            <dt>
              <a class="tap" href={`/budgets/${area}?month=${month}`}>
                {areaName(area, language)}
              </a>
            </dt>
            <dd>
              {lanes.map((line) => (
                <InShort key={line.lane} line={line} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const Shown = ({ budgets, reload }: { budgets: Budgets; reload: () => void }) => {
  const say = useWords()
  const person = useSignal(me)
  const { area, children, month, note, pricePerPartUsd } = budgets
  const thisMonth = budgetMonthOf(Date.now())
  return (
    <>
      <p>
        {say(note)} {say(budgetsWords.price, { usd: usd(pricePerPartUsd, 3) })}
      </p>
      {area.lanes.map((line) => (
        <section key={line.lane}>
          <LaneBudget line={line} />
          {mayKeepRoster(person) && month >= thisMonth ? (
            <SetBudget
              key={month}
              area={area.area}
              line={line}
              month={month}
              thisMonth={thisMonth}
              onSaved={reload}
            />
          ) : null}
        </section>
      ))}
      <Below areas={children} month={month} />
    </>
  )
}

const OfArea = ({ area, month }: { area: string; month: string }) => {
  const language = useSignal(chosenLanguage)
  const above = areaAbove(area, useSignal(me)?.areas ?? [])
  const loaded = useLoaded(`budgets ${area} ${month}`, () =>
    callApi('GET /v1/budgets', { query: { area, month } }),
  )
  return (
    <>
      {above === undefined ? null : (
        <p>
          <a class="tap" href={`/budgets/${above}?month=${month}`}>
            ← {areaName(above, language)}
          </a>
        </p>
      )}
      <Months area={area} month={month} />
      <LoadedState loaded={loaded} />
      {loaded.body === undefined ? null : <Shown budgets={loaded.body} reload={loaded.reload} />}
    </>
  )
}

/** What areas may spend on SMS in a month, and how much of it is gone: of one's own area, and from there down. */
export const BudgetsScreen = () => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const own = useSignal(me)?.areas.filter(hasBudget) ?? []
  const { query } = useLocation()
  const area = useRoute().params['area'] ?? own[0]
  const month = /^20\d{2}-(0[1-9]|1[0-2])$/.test(query['month'] ?? '') ? query['month'] : undefined
  if (area === undefined) {
    return (
      <Screen title={say(budgetsWords.title)}>
        <p class="error">{say(budgetsWords.noArea)}</p>
      </Screen>
    )
  }
  return (
    <Screen title={say(budgetsWords.of, { area: areaName(area, language) })}>
      {own.length < 2 ? null : (
        <ul class="chips">
          {own.map((one) => (
            <li key={one}>
              <a class="tap" href={`/budgets/${one}`} aria-current={one === area ? 'page' : undefined}>
                {areaName(one, language)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <OfArea area={area} month={month ?? budgetMonthOf(Date.now())} />
    </Screen>
  )
}
