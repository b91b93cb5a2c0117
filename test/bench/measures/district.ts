import { createAlertDriver, type AlertDriver } from '../alert-driver.ts'
import type { Bench } from '../bench.ts'
import { nationalVillages, smallDistrict, type BenchRoster } from '../bench-roster.ts'
import { atMost, atMostTimes, type Measure } from '../measure.ts'
import { median, mostInWindow, percentile } from '../statistics.ts'

const smsPerSecond = 300
const membersEach = 10
const rounds = 20
const roundsBehind = 3
const people = smallDistrict.villages * membersEach
const routineDispatches = 10_000

/** Issues an alert for the district and waits for it; answers from issuing to the last SMS, in seconds. */
const warnDistrict = async (driver: AlertDriver): Promise<number> => {
  const issued = await driver.issue([smallDistrict.code])
  await driver.completed(issued, 90)
  const times = driver.handedOver(issued).map(({ atMs }) => atMs)
  if (times.length !== people) throw new Error(`${times.length} SMS instead of ${people}`)
  return (Math.max(...times) - issued.issuedAtMs) / 1000
}

const warnOften = async (driver: AlertDriver, count: number): Promise<number[]> => {
  const seconds: number[] = []
  for (let round = 0; round < count; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one alert after the other
    seconds.push(await warnDistrict(driver))
  }
  return seconds
}

/** Districts that together have at least so many villages. */
const districtsWith = (roster: BenchRoster, villages: number): string[] => {
  const codes = roster.villages.map(({ code }) => code.slice(0, 4))
  return [...new Set(codes.slice(0, villages))]
}

/** Puts 100,000 routine SMS on their way: the country once, and some of it once more. */
const queueRoutine = async (driver: AlertDriver, roster: BenchRoster): Promise<void> => {
  const more = districtsWith(roster, routineDispatches - roster.villages.length)
  const alerts = [
    await driver.issue(roster.provinces, 'preparedness'),
    await driver.issue(more, 'preparedness'),
  ]
  for (const alert of alerts) {
    // oxlint-disable-next-line no-await-in-loop -- both are fanned out at the same time
    await driver.until(alert, (version) => version.fanOutOpen.size === 0, 120)
  }
}

/** From issuing to the last of 300 SMS, alone and behind a hundred thousand others. */
export const measureDistrict = async (bench: Bench): Promise<Measure[]> => {
  const { roster, dataFolder } = await bench.roster(nationalVillages, membersEach)
  const run = await bench.start(dataFolder, {
    schedules: true,
    environment: { SMS_PER_SECOND: String(smsPerSecond) },
  })
  const driver = await createAlertDriver(run, roster)
  try {
    await warnDistrict(driver)
    const alone = await warnOften(driver, rounds)
    const most = mostInWindow(
      run.outbox.read().map(({ acceptedAtIso }) => Date.parse(acceptedAtIso)),
      1000,
    )
    await queueRoutine(driver, roster)
    const behind = await warnOften(driver, roundsBehind)
    return [
      atMost(
        {
          name: `issue to all ${people} of a district handed over, cap ${smsPerSecond}/s, p95 of ${rounds}`,
          value: percentile(alone, 95),
          unit: 's',
        },
        3,
      ),
      atMost(
        {
          name: `most SMS in any sliding second, cap ${smsPerSecond}/s`,
          value: most,
          unit: 'SMS',
          reference: smsPerSecond,
        },
        smsPerSecond,
      ),
      atMostTimes(
        {
          name: `urgent alert behind ${routineDispatches * membersEach} routine SMS, median of ${roundsBehind}`,
          value: median(behind),
          unit: 's',
          reference: median(alone),
        },
        1.1,
      ),
    ]
  } finally {
    driver.close()
    await bench.end(run)
  }
}
