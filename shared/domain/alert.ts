/** What the message is about. `preparedness` travels in the routine lane, all others are urgent. */
export const alertKinds = ['flood', 'landslide', 'storm', 'other', 'preparedness'] as const
export type AlertKind = (typeof alertKinds)[number]

/** The danger in the officer's words; it picks templates and the CAP event. */
export const hazards = [
  'river-flood',
  'flash-flood',
  'dam-release',
  'dam-break',
  'landslide',
  'heavy-rain',
  'storm',
  'other',
] as const

/** `exercise` and `test` carry their word in every text. The mode of an alert never changes. */
export const alertModes = ['actual', 'exercise', 'test'] as const
export type AlertMode = (typeof alertModes)[number]

/** Whether phones get the SMS. A drill may go through every step and reach nobody; this never changes either. */
export const reaches = ['phones', 'nobody'] as const
export type Reach = (typeof reaches)[number]

/** Whether nothing of the version may be published. Whatever is written beside it, an actual one is never held back. */
export const reachesNobody = ({ mode, reaches: reach }: { mode: AlertMode; reaches: Reach }): boolean =>
  mode !== 'actual' && reach === 'nobody'

/** Whether phones get an alert's SMS: an actual one's always, a drill's as its officer or else the stage says. */
export const reachOf = (
  stage: Reach,
  { mode, reaches: wished }: { mode: AlertMode; reaches?: Reach | undefined },
): Reach => (mode === 'actual' ? 'phones' : (wished ?? stage))

/** What a sender serves first. First contacts of urgent alerts travel in `first`. */
export const lanes = ['first', 'urgent', 'routine'] as const
export type Lane = (typeof lanes)[number]

/** The lane of everyone but the first contacts. */
export const laneOf = (kind: AlertKind): Exclude<Lane, 'first'> =>
  kind === 'preparedness' ? 'routine' : 'urgent'

/** The lane that a wave of an alert travels in. */
export const laneOfWave = (lane: Exclude<Lane, 'first'>, wave: Wave): Lane =>
  lane === 'urgent' && wave === 1 ? 'first' : lane

/** 1: the first contact of each village. 2: everyone else, once all first contacts had their turn. */
export type Wave = 1 | 2

/** An SMS must not take more parts than this: a fourth part costs too much time and arrives too often alone. */
export const maxPartsPerSms = 3
