import type { Logger } from '@aws-lambda-powertools/logger'
import type { Language } from '../domain/village.ts'
import type { VersionRecord } from '../contracts/version-record.ts'
import { toEpochSeconds } from '../clock.ts'
import { reachesNobody } from '../domain/alert.ts'
import { budgetMonthOf, judgeBudgets, partsIn, type BudgetUse } from '../domain/budget.ts'
import { takenOf, withReservation } from '../domain/budget-account.ts'
import { budgetExceeded } from '../domain/budget-words.ts'
import { aimOf } from '../domain/follow-up.ts'
import { isDanger } from '../domain/level.ts'
import { renderTexts } from '../domain/render-text.ts'
import { RequestError } from '../errors.ts'
import type { BudgetStore } from '../store/budget-store.ts'
import { estimateEnding } from './estimate-ending.ts'
import { estimateParts, type EstimateDeps } from './estimate-parts.ts'
import type { PlanDistrictDeps } from './plan-district.ts'

export type ReserveDeps = EstimateDeps &
  PlanDistrictDeps & {
    budgets: Pick<BudgetStore, 'listBudgets' | 'changeAccount'>
    recoverySeconds: number
    logger: Pick<Logger, 'warn' | 'error'>
  }

/** What a version has of which month's budgets, and which of them it goes over. */
export type Reservation = NonNullable<VersionRecord['budget']>

/** Areas that a refusal names, those that lack most first. */
const namedAtMost = 5

const refusalOf = (exceeded: readonly BudgetUse[], month: string): RequestError => {
  const uses = exceeded.toSorted((a, b) => b.overParts - a.overParts).slice(0, namedAtMost)
  const [worst] = uses
  const facts = worst && {
    area: worst.area,
    month,
    leftParts: worst.leftParts,
    neededParts: worst.neededParts,
  }
  const told = uses.map((use) => budgetExceeded('routine', use, month))
  const say = (language: Language): string => told.map((words) => words[language]).join(' ')
  return new RequestError(
    'budget-exceeded',
    {
      en: `${say('en')} Nothing was sent. Shorten the text, choose fewer areas, wait for the next month, or ask an admin who covers the area for more.`,
      lo: `${say('lo')} ບໍ່ມີຫຍັງຖືກສົ່ງ. ໃຫ້ຫຍໍ້ຂໍ້ຄວາມ, ຫຼຸດເຂດ, ລໍຖ້າເດືອນໜ້າ, ຫຼື ຂໍເພີ່ມນຳຜູ້ດູແລຂອງເຂດນີ້.`,
    },
    uses.map(({ area, leftParts, neededParts }) => ({
      path: `budgets.${area}`,
      message: {
        en: `Needs ${neededParts} parts, ${leftParts} are left.`,
        lo: `ຕ້ອງການ ${neededParts} ສ່ວນ, ເຫຼືອ ${leftParts} ສ່ວນ.`,
      },
    })),
    facts,
  )
}

/** What is taken back is taken back whatever it costs. */
const mayBeRefused = ({ lane, level }: VersionRecord): boolean => lane === 'routine' && isDanger(level)

const reserve = async (deps: ReserveDeps, version: VersionRecord, nowMs: number): Promise<Reservation> => {
  const { alertId, number, lane, mode } = version
  const nowSeconds = toEpochSeconds(nowMs)
  const month = budgetMonthOf(nowMs)
  const rendered = renderTexts(version.texts, mode, { number, version: version.version, issuedAtMs: nowMs })
  const [parts, budgets] = await Promise.all([
    aimOf(version) === 'reached'
      ? estimateEnding(deps, version, rendered)
      : estimateParts(deps, { ...version, rendered }),
    deps.budgets.listBudgets(),
  ])
  const over = await deps.budgets.changeAccount({ month, lane }, (account) => {
    const uses = judgeBudgets(budgets, account, takenOf(account, version), parts)
    const answer = uses.filter(({ overParts }) => overParts > 0)
    if (mayBeRefused(version) && answer.length > 0) return { account, answer }
    const reserved = withReservation(account, version, {
      parts,
      revision: version.revision,
      atEpochSeconds: nowSeconds,
      lookAtEpochSeconds: nowSeconds + deps.recoverySeconds,
    })
    return { account: reserved, answer }
  })
  if (mayBeRefused(version) && over.length > 0) throw refusalOf(over, month)
  if (over.length > 0) {
    deps.logger.warn('BUDGET_OVERSPENT', {
      alertId,
      version: version.version,
      areas: over.map(({ area }) => area),
    })
  }
  return {
    month,
    reservedParts: partsIn('LA', parts),
    overspent: over.map(({ area, overParts }) => ({ area, overParts })),
  }
}

/**
 * Reserves what the version will take of the budgets of its month: in one write for all of its areas, and once however
 * often it is done. Throws budget-exceeded where a routine version has not enough left anywhere. A warning is never
 * held up, nor what takes a message back: it goes over, and also where nothing can be written (undefined then).
 */
export const reserveBudget = async (
  deps: ReserveDeps,
  version: VersionRecord,
  nowMs: number,
): Promise<Reservation | undefined> => {
  if (reachesNobody(version)) return undefined
  if (mayBeRefused(version)) return reserve(deps, version, nowMs)
  try {
    return await reserve(deps, version, nowMs)
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    deps.logger.error('BUDGET_NOT_RECORDED', { alertId: version.alertId, error: name })
    return undefined
  }
}
