import { createAlertWorld, type AlertWorld } from './alert-world.ts'
import { approvalUsers, read } from './approval.ts'
import type { TestTables } from './dynalite.ts'
import type { Village } from '../../shared/domain/village.ts'

/** Made-up numbers of people who issue and approve; `neighbour` and `admin-2` have none. */
export const staffPhones = {
  officer: '+8562099000001',
  'officer-again': '+8562099000002',
  second: '+8562099000003',
  province: '+8562099000005',
  'village-officer': '+8562099000006',
  viewer: '+8562099000007',
  admin: '+8562099000008',
  gone: '+8562099000009',
} as const
type Staff = keyof typeof staffPhones

const phoneOf = (id: string): string | undefined =>
  Object.entries(staffPhones).find(([staff]) => staff === id)?.[1]

/** A world that asks for a second person, whose users have phones. The province's officer reads English. */
export const withStaffPhones = async (
  tables: TestTables,
  villages: readonly Village[],
  over: Parameters<typeof createAlertWorld>[1] = {},
): Promise<AlertWorld> => {
  const world = createAlertWorld(tables, {
    secondPersonLevels: new Set(['warning', 'evacuate', 'all-clear']),
    ...over,
  })
  await world.seedVillages(villages)
  await world.seedUsers(
    approvalUsers.map((user) => ({
      ...user,
      phone: phoneOf(user.id),
      language: user.id === 'province' ? ('en' as const) : undefined,
    })),
  )
  return world
}

/** What phones of officers and admins got, oldest first: who, and the text. */
export const noticesSent = (world: AlertWorld): { to: Staff; text: string }[] =>
  world.phones.outbox.flatMap(({ phone, text }) => {
    const to = Object.entries(staffPhones).find(([, one]) => one === phone)?.[0]
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key of the record above
    return to === undefined ? [] : [{ to: to as Staff, text }]
  })

/** Who got notices, sorted, each as often as they got one. */
export const toldTo = (world: AlertWorld): Staff[] =>
  noticesSent(world)
    .map(({ to }) => to)
    .toSorted()

/** Moves the clock on, and lets everything happen that is due by then. */
export const passTime = async (world: AlertWorld, seconds: number): Promise<void> => {
  await world.tickAfter(seconds)
  await world.drain()
}

/** Which notices were given of the alert's versions, oldest version first. */
export const kindsOf = async (world: AlertWorld, alertId: string): Promise<string[]> =>
  (await read(world, alertId)).versions.flatMap(({ notices }) => notices.map(({ kind }) => kind))
