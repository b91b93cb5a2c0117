/** An answer is under way for so long, and the device is not wrong for that. */
const toleranceMs = 120_000

let aheadMs = 0

/** Takes the time from an answer of the API: clocks of phones are wrong by hours where their time zone is. */
export const learnTime = (date: string | null): void => {
  const differenceMs = Date.parse(date ?? '') - Date.now()
  if (!Number.isNaN(differenceMs)) aheadMs = Math.abs(differenceMs) > toleranceMs ? differenceMs : 0
}

/** Now, by the API's clock once it has answered: for what people are told, and for what is over by now. */
export const nowMs = (): number => Date.now() + aheadMs
export const nowIso = (): string => new Date(nowMs()).toISOString()
