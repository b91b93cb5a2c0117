import type { Bench } from '../bench.ts'
import { nationalVillages } from '../bench-roster.ts'
import { asReference, type Measure } from '../measure.ts'
import { countAlert } from './requests.ts'

const membersEach = 10
const share = 0.1

/** Ten times the country against the country: requests for an SMS, and memory of the functions. */
export const measureTenTimes = async (bench: Bench): Promise<Measure[]> => {
  const once = await countAlert(bench, nationalVillages, membersEach)
  const tenTimes = await countAlert(bench, nationalVillages * 10, membersEach)
  const recipients = nationalVillages * 10 * membersEach
  return [
    asReference(
      {
        name: `requests per SMS, ${recipients} recipients`,
        value: tenTimes.ofFunctions + tenTimes.ofPollers,
        unit: 'requests/SMS',
        reference: once.ofFunctions + once.ofPollers,
      },
      share,
    ),
    ...(['send-sms', 'fan-out'] as const).map((name) =>
      asReference(
        {
          name: `heap of ${name}, ${recipients} recipients`,
          value: tenTimes.heapMb[name],
          unit: 'MB',
          reference: once.heapMb[name],
        },
        share,
      ),
    ),
  ]
}
