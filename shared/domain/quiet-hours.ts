import type { AlertMode, Lane } from './alert.ts'

/** Whole hours in Laos (UTC+7) in which nobody is written to without need, over midnight: from 20 until 7. */
export type QuietHours = { fromHour: number; untilHour: number }

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const laosAheadMs = 7 * hourMs

type Version = { lane: Exclude<Lane, 'first'>; mode: AlertMode }

/** Whether the version keeps quiet hours: what is routine, and whatever is no actual alert. A warning never does. */
export const keepsQuietHours = ({ lane, mode }: Version): boolean => lane === 'routine' || mode !== 'actual'

/** The end of the quiet hours that the instant lies in (epoch ms); undefined where it lies in none. */
export const quietUntilMs = (atMs: number, quiet: QuietHours | undefined): number | undefined => {
  if (quiet === undefined) return undefined
  const { fromHour, untilHour } = quiet
  const length = (untilHour - fromHour + 24) % 24
  const sinceBegin = (((atMs + laosAheadMs - fromHour * hourMs) % dayMs) + dayMs) % dayMs
  return sinceBegin < length * hourMs ? atMs - sinceBegin + length * hourMs : undefined
}

/** Until when the version's SMS are held by quiet hours (epoch ms); undefined where they may go out at this instant. */
export const heldUntilMs = (
  version: Version,
  quiet: QuietHours | undefined,
  atMs: number,
): number | undefined => (keepsQuietHours(version) ? quietUntilMs(atMs, quiet) : undefined)

/** When the version's last quiet hours ended before the instant, or 0: what was held then has its time from there. */
export const lastHeldUntilMs = (version: Version, quiet: QuietHours | undefined, atMs: number): number => {
  if (quiet === undefined || !keepsQuietHours(version)) return 0
  return atMs - ((((atMs + laosAheadMs - quiet.untilHour * hourMs) % dayMs) + dayMs) % dayMs)
}

/** When work of so many ms is done that begins at an instant and rests in quiet hours. */
export const finishOutsideQuietHours = (
  fromMs: number,
  workMs: number,
  quiet: QuietHours | undefined,
): number => {
  if (quiet === undefined) return fromMs + workMs
  const restMs = ((quiet.untilHour - quiet.fromHour + 24) % 24) * hourMs
  const beginsMs = quietUntilMs(fromMs, quiet) ?? fromMs
  const sinceEnd = beginsMs - lastHeldUntilMs({ lane: 'routine', mode: 'actual' }, quiet, beginsMs)
  const rests = Math.floor(Math.max(0, sinceEnd + workMs - 1) / (dayMs - restMs))
  return beginsMs + workMs + rests * restMs
}
