import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertBody, villageWith } from '../../support/alert-samples.ts'
import type { createAlertWorld } from '../../support/alert-world.ts'
import { approvalUsers } from '../../support/approval.ts'
import { preparedness, setBudget } from '../../support/budgets.ts'
import { staffPhones } from '../../support/notices.ts'
import { localMs, scheduleBody } from '../../support/schedules.ts'
import type { MortalWorld } from './mortal-world.ts'

/** Something that people do, or that the clock does, during which somebody may die. */
export type Story = {
  name: string
  over: NonNullable<Parameters<typeof createAlertWorld>[1]>
  /** Before anybody may die. */
  begin?: (mortal: MortalWorld) => Promise<void>
  /** Whether who asks for something asks again where nobody answers. Otherwise all of it happens, or nothing. */
  asksAgain: boolean
  play: (mortal: MortalWorld) => Promise<void>
}

const wishes = new WeakMap<MortalWorld, number>()

/** Asks with a key of the story's own: its alerts have the same ids whenever it is played. */
const asker =
  (mortal: MortalWorld, how: 'ask' | 'askOnce' = 'ask') =>
  async (
    name: keyof typeof alertRoutes,
    user: string,
    params: Record<string, string> = {},
    body?: unknown,
  ): Promise<Record<string, unknown>> => {
    const wish = (wishes.get(mortal) ?? 0) + 1
    wishes.set(mortal, wish)
    const headers = { 'idempotency-key': `story-wish-${wish}` }
    const answer = await mortal[how](alertRoutes[name], { user, params, body, headers })
    const parsed: unknown = JSON.parse(answer.body ?? '{}')
    return Object(parsed)
  }

const shared = villageWith('1308002', 2)
const villages = [
  villageWith('1308001', 2),
  { ...shared, members: [...shared.members, ...villageWith('1308001', 1).members] },
  villageWith('1309001', 2),
]

/** Villages that share a phone, and people with and without one who issue and approve. */
export const populate = async ({ world }: MortalWorld): Promise<void> => {
  const phones = new Map<string, string>(Object.entries(staffPhones))
  await world.seedVillages(villages)
  await world.seedUsers(approvalUsers.map((user) => ({ ...user, phone: phones.get(user.id) })))
}

const areas = ['1308', '1309']
const secondPersonLevels = new Set(['warning', 'all-clear'] as const)

const writeDraft = async (mortal: MortalWorld, over: object): Promise<string> => {
  const created = await asker(mortal)('createAlert', 'province', {}, { ...alertBody, areas, ...over })
  return String(created['alertId'])
}

const issueAlone = async (mortal: MortalWorld, over: object): Promise<void> => {
  const alertId = await writeDraft(mortal, over)
  await asker(mortal)('submitAlert', 'province', { alertId })
}

const theAlertOf = async ({ world }: MortalWorld): Promise<string> =>
  (await world.alerts.listPage(1, undefined)).alerts[0]?.alertId ?? ''

const approve = async (
  mortal: MortalWorld,
  alertId: string,
  version: number,
  how?: 'askOnce',
): Promise<void> => {
  const waiting = await mortal.world.alerts.findVersion(alertId, version)
  const body = { digest: waiting?.submission?.digest }
  await asker(mortal, how)('approveAlert', 'second-again', { alertId }, body)
}

const approvedSeries: Story = {
  name: 'a warning that two persons issue, update and end',
  over: { secondPersonLevels },
  asksAgain: true,
  play: async (mortal) => {
    const ask = asker(mortal)
    const alertId = await writeDraft(mortal, { mode: 'actual' })
    await ask('submitAlert', 'province', { alertId })
    await approve(mortal, alertId, 1)
    await mortal.world.drain()
    await ask('updateAlert', 'province', { alertId }, { texts: { lo: 'ນ້ຳສູງຂຶ້ນ' } })
    await ask('submitAlert', 'province', { alertId })
    await approve(mortal, alertId, 2)
    await mortal.world.drain()
    await ask('allClearAlert', 'province', { alertId }, { texts: { lo: 'ພົ້ນອັນຕະລາຍ' } })
    await ask('submitAlert', 'province', { alertId })
    await approve(mortal, alertId, 3)
  },
}

const cancelled: Story = {
  name: 'a cancel over an update that waits',
  over: { secondPersonLevels },
  asksAgain: true,
  begin: async (mortal) => {
    await issueAlone(mortal, { level: 'watch', mode: 'actual' })
    await mortal.world.drain()
  },
  play: async (mortal) => {
    const ask = asker(mortal)
    const alertId = await theAlertOf(mortal)
    await ask('updateAlert', 'province', { alertId }, { level: 'warning', texts: { lo: 'ນ້ຳສູງຂຶ້ນ' } })
    await ask('submitAlert', 'province', { alertId })
    await ask('cancelAlert', 'province', { alertId }, {})
  },
}

const waits: Story = {
  name: 'officers who are told, reminded, and sent it back',
  over: { secondPersonLevels },
  asksAgain: true,
  play: async (mortal) => {
    const ask = asker(mortal)
    const created = await ask('createAlert', 'officer', {}, alertBody)
    const alertId = String(created['alertId'])
    await ask('submitAlert', 'officer', { alertId })
    await mortal.world.drain()
    for (let minutes = 0; minutes < 8; minutes += 1) {
      // oxlint-disable-next-line no-await-in-loop -- minute after minute
      await mortal.world.tickAfter(60)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await mortal.world.drain()
    }
    await ask('returnAlert', 'second', { alertId }, { reason: 'Say where to go' })
  },
}

const uncovered: Story = {
  name: 'officers who are told of villages to call, and told again',
  over: {},
  asksAgain: true,
  begin: async (mortal) => {
    await issueAlone(mortal, {})
    await mortal.world.drain()
  },
  play: async ({ world }) => {
    for (let looks = 0; looks < 5; looks += 1) {
      // oxlint-disable-next-line no-await-in-loop -- ten minutes after ten minutes
      await world.tickAfter(600)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await world.drain()
    }
  },
}

const budgeted: Story = {
  name: 'two preparedness messages of which the budget has room for one',
  over: {},
  asksAgain: true,
  begin: async ({ world }) => {
    await setBudget(world, '13', 'routine', { parts: 6 })
  },
  play: async (mortal) => {
    await issueAlone(mortal, preparedness)
    await issueAlone(mortal, preparedness)
  },
}

const scheduled: Story = {
  name: 'a run of a schedule',
  over: {},
  asksAgain: true,
  begin: async (mortal) => {
    await asker(mortal)('createSchedule', 'province', {}, { ...scheduleBody, areas })
  },
  play: async ({ world }) => {
    world.time.nowMs = localMs('2026-08-01T09:00')
    await world.runTick()
  },
}

const approvedOnce: Story = {
  name: 'an approval that is asked for once',
  over: { secondPersonLevels },
  asksAgain: false,
  begin: (mortal) => issueAlone(mortal, { mode: 'actual' }),
  play: async (mortal) => approve(mortal, await theAlertOf(mortal), 1, 'askOnce'),
}

const cancelledOnce: Story = {
  name: 'a cancel that is asked for once',
  over: { secondPersonLevels },
  asksAgain: false,
  begin: async (mortal) => {
    await issueAlone(mortal, { level: 'watch', mode: 'actual' })
    await mortal.world.drain()
  },
  play: async (mortal) => {
    const alertId = await theAlertOf(mortal)
    await asker(mortal, 'askOnce')('cancelAlert', 'province', { alertId }, {})
  },
}

const budgetedOnce: Story = {
  name: 'a preparedness message with a budget that is asked for once',
  over: {},
  asksAgain: false,
  begin: async (mortal) => {
    await setBudget(mortal.world, '13', 'routine', { parts: 6 })
    await writeDraft(mortal, preparedness)
  },
  play: async (mortal) => {
    const alertId = await theAlertOf(mortal)
    await asker(mortal, 'askOnce')('submitAlert', 'province', { alertId })
  },
}

export const stories: readonly Story[] = [
  approvedSeries,
  cancelled,
  waits,
  uncovered,
  budgeted,
  scheduled,
  approvedOnce,
  cancelledOnce,
  budgetedOnce,
]
