import { setTimeout as sleep } from 'node:timers/promises'
import { createAlertDriver, type AlertDriver, type HandedOver, type Issued } from '../alert-driver.ts'
import type { Bench } from '../bench.ts'
import { nationalVillages, ordinaryDistrict } from '../bench-roster.ts'
import { atLeast, atMost, atMostTimes, type Measure } from '../measure.ts'
import { countBetween, firstOfEach, median, mostInWindow } from '../statistics.ts'

const smsPerSecond = 100
const windowSeconds = 60
const membersEach = 10
const evacuations = 5

const timesOf = (handedOver: readonly HandedOver[]): number[] => handedOver.map(({ atMs }) => atMs)

/** From issuing until every first contact of the alert was written to. */
const firstContactSeconds = (driver: AlertDriver, issued: Issued): number =>
  (Math.max(...firstOfEach(driver.handedOver(issued)).values()) - issued.issuedAtMs) / 1000

/**
 * Issues an alert for one district, some times, each time until its first contacts had their turn; answers with the
 * median of the seconds that took. The pause lets its second wave pass.
 */
const evacuate = async (driver: AlertDriver, pauseSeconds: number): Promise<number> => {
  const seconds: number[] = []
  for (let round = 0; round < evacuations; round += 1) {
    // oxlint-disable no-await-in-loop -- one alert after the other
    const issued = await driver.issue([ordinaryDistrict])
    await driver.until(issued, (version) => version.secondWaveOpenedAtEpochSeconds !== undefined, 120)
    seconds.push(firstContactSeconds(driver, issued))
    await sleep(pauseSeconds * 1000)
    // oxlint-enable no-await-in-loop
  }
  return median(seconds)
}

const describeFirstWave = (handedOver: readonly HandedOver[], villages: number): Measure[] => {
  const times = timesOf(handedOver)
  const startsMs = times.reduce((first, atMs) => Math.min(first, atMs), Infinity)
  const seconds = (Math.max(...firstOfEach(handedOver).values()) - startsMs) / 1000
  const used = countBetween(times, startsMs, startsMs + windowSeconds * 1000)
  return [
    atMostTimes(
      {
        name: `first SMS of all ${villages} villages, cap ${smsPerSecond}/s`,
        value: seconds,
        unit: 's',
        reference: villages / smsPerSecond,
      },
      1.05,
    ),
    atLeast(
      {
        name: `use of the cap of ${smsPerSecond}/s over ${windowSeconds} s, first wave`,
        value: (used * 100) / (smsPerSecond * windowSeconds),
        unit: '%',
      },
      97,
    ),
  ]
}

/** A national alert under the account's cap, and a district that is evacuated in the midst of it. */
export const measurePaced = async (bench: Bench): Promise<Measure[]> => {
  const { roster, dataFolder } = await bench.roster(nationalVillages, membersEach)
  const run = await bench.start(dataFolder, {
    schedules: true,
    environment: { SMS_PER_SECOND: String(smsPerSecond) },
  })
  const driver = await createAlertDriver(run, roster)
  try {
    // The second wave of each must be over, or it would share the cap with what comes next.
    const alone = await evacuate(driver, (roster.villages.length / 148) * (membersEach / smsPerSecond) + 3)
    const national = await driver.issue(roster.provinces)
    await driver.until(national, (version) => version.secondWaveOpenedAtEpochSeconds !== undefined, 240)
    await sleep(5000)
    const secondWaveMs = Date.now()
    await sleep(windowSeconds * 1000)
    const used = countBetween(
      timesOf(driver.handedOver(national)),
      secondWaveMs,
      secondWaveMs + windowSeconds * 1000,
    )
    const amidst = await evacuate(driver, 6)
    const outbox = run.outbox.read().map(({ acceptedAtIso }) => Date.parse(acceptedAtIso))
    return [
      ...describeFirstWave(driver.handedOver(national), nationalVillages),
      atLeast(
        {
          name: `use of the cap of ${smsPerSecond}/s over ${windowSeconds} s, second wave`,
          value: (used * 100) / (smsPerSecond * windowSeconds),
          unit: '%',
        },
        97,
      ),
      atMost(
        {
          name: 'most SMS in any sliding second of this run',
          value: mostInWindow(outbox, 1000),
          unit: 'SMS',
          reference: smsPerSecond,
        },
        smsPerSecond,
      ),
      atMostTimes(
        {
          name: `a district evacuated while a national alert is in its second wave: its first contacts, median of ${evacuations}`,
          value: amidst,
          unit: 's',
          reference: alone,
        },
        1.1,
      ),
    ]
  } finally {
    driver.close()
    await bench.end(run)
  }
}
