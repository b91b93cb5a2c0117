import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { countSmsParts } from '../../shared/domain/sms-parts.ts'
import { newKey } from './alert-samples.ts'
import type { AlertWorld } from './alert-world.ts'
import { draft } from './approval.ts'

type Lane = 'urgent' | 'routine'

/** A preparedness message of one part for each recipient. */
export const preparedness = {
  kind: 'preparedness',
  hazard: 'other',
  level: 'prepare',
  texts: { en: 'Clean the drains' },
} as const

export const setBudget = (
  world: AlertWorld,
  area: string,
  lane: Lane,
  body: { parts: number | null; month?: string },
  { user = 'admin', etag = '*' } = {},
) =>
  world.api.ok(alertRoutes.setBudget, { user, params: { area, lane }, body, headers: { 'if-match': etag } })

/** One line of an area's budgets, by lane. */
export const readBudget = async (world: AlertWorld, area: string, lane: Lane, month?: string) => {
  const { body } = await world.api.ok(alertRoutes.listBudgets, {
    user: 'admin',
    query: { area, ...(month === undefined ? {} : { month }) },
  })
  const line = body.area.lanes.find((one) => one.lane === lane)
  if (line === undefined) throw new Error('no such lane')
  return line
}

/** What the gateway took, as it bills it. */
export const partsInOutbox = ({ phones }: AlertWorld): number =>
  phones.outbox.reduce((sum, { text }) => sum + countSmsParts(text).parts, 0)

/** Submits a draft whatever is answered. */
export const trySubmit = (world: AlertWorld, alertId: string, user = 'province', headers = newKey()) =>
  world.api.call(alertRoutes.submitAlert, { user, params: { alertId }, headers })

export const draftPreparedness = (world: AlertWorld, over: Record<string, unknown> = {}, user = 'province') =>
  draft(world, { ...preparedness, ...over }, user)

/** What is due but for the accounts of budgets, which are looked at until an hour after an alert's expiry. */
export const withoutBudgets = <Due extends { PK: string }>(due: readonly Due[]): Due[] =>
  due.filter(({ PK }) => !PK.startsWith('BUDGET#'))
