import { setTimeout as sleep } from 'node:timers/promises'
import type { Bench, StartOptions } from '../bench.ts'
import { createAlertDriver } from '../alert-driver.ts'
import { startRequestCounter, totalOf, type RequestCounter } from '../count-requests.ts'
import { atMost, told, type Measure } from '../measure.ts'

const villages = 800
/** Under a cap slots are reserved too. */
const cap = 100
const villagesCapped = 300
const sizes = [10, 5, 15] as const

/** Waits until functions have asked for nothing for five seconds. */
const untilQuiet = async ({ ofFunctions }: RequestCounter): Promise<void> => {
  for (let before = -1; before !== totalOf(ofFunctions); ) {
    before = totalOf(ofFunctions)
    // oxlint-disable-next-line no-await-in-loop -- looks again after a pause
    await sleep(5000)
  }
}

/** What the gateway does of itself when carriers answer for every SMS. */
const talkingCarriers: StartOptions['sms'] = { receipts: [{ phonePrefix: '+', outcome: 'delivered' }] }

/** An alert over a roster, with what was asked of the stores for it and the heap of its functions. */
export const countAlert = async (
  bench: Bench,
  villageCount: number,
  membersEach: number,
  { sms, smsPerSecond = 0 }: { sms?: StartOptions['sms']; smsPerSecond?: number } = {},
) => {
  const { roster, dataFolder } = await bench.roster(villageCount, membersEach)
  const counter = await startRequestCounter()
  const run = await bench.start(dataFolder, {
    schedules: true,
    environment: { SMS_PER_SECOND: String(smsPerSecond), ...counter.environment },
    ...(sms === undefined ? {} : { sms }),
  })
  counter.aim({ dynamodb: run.endpoints.dynamodb, sqs: run.endpoints.sqs })
  const driver = await createAlertDriver(run, roster)
  try {
    counter.reset()
    const recipients = villageCount * membersEach
    const issued = await driver.issue(roster.provinces)
    await driver.completed(issued, 60 + recipients / 50)
    if (sms !== undefined) await untilQuiet(counter)
    return {
      ofFunctions: totalOf(counter.ofFunctions) / recipients,
      ofPollers: totalOf(counter.ofPollers) / recipients,
      operations: new Map([...counter.ofFunctions, ...counter.ofPollers]),
      heapMb: {
        'fan-out': await bench.usage.heapMb('fan-out'),
        'send-sms': await bench.usage.heapMb('send-sms'),
      },
    }
  } finally {
    driver.close()
    await bench.end(run)
    counter.stop()
  }
}

/** Requests to DynamoDB and SQS for each SMS of an alert in two waves, beside its Publish. */
export const measureRequests = async (bench: Bench): Promise<Measure[]> => {
  const measures: Measure[] = []
  for (const size of sizes) {
    // oxlint-disable-next-line no-await-in-loop -- one run at a time has the machine
    const { ofFunctions, ofPollers } = await countAlert(bench, villages, size)
    const figure = {
      name: `requests per SMS, committees of ${size} (${villages} villages)`,
      value: ofFunctions + ofPollers,
      unit: 'requests/SMS',
    }
    measures.push(size === 10 ? atMost(figure, 0.8) : told(figure))
    if (size === 10) {
      measures.push(told({ ...figure, name: 'of these by the pollers of the queues', value: ofPollers }))
      // oxlint-disable-next-line no-await-in-loop -- as above
      const answered = await countAlert(bench, villages, size, { sms: talkingCarriers })
      const name = `requests per SMS more where every SMS has a receipt, committees of ${size}`
      measures.push(told({ ...figure, name, value: answered.ofFunctions - ofFunctions }))
      // oxlint-disable-next-line no-await-in-loop -- as above
      const capped = await countAlert(bench, villagesCapped, size, { smsPerSecond: cap })
      const cappedName = `requests per SMS, committees of ${size}, cap ${cap}/s (${villagesCapped} villages)`
      measures.push(told({ ...figure, name: cappedName, value: capped.ofFunctions + capped.ofPollers }))
    }
  }
  return measures
}
