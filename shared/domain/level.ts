/** What the officer chooses. Severity and the like follow from it. */
export const levels = ['prepare', 'watch', 'warning', 'evacuate', 'all-clear', 'cancel'] as const
export type Level = (typeof levels)[number]

/** Levels with which an alert may begin; the others speak of an alert that went out before. */
export const openingLevels = ['prepare', 'watch', 'warning', 'evacuate'] as const satisfies readonly Level[]

/** Whether the level says that there is a danger; the others say that it is over, or never was. */
export const isDanger = (level: Level): boolean => level !== 'all-clear' && level !== 'cancel'

/** How long a message holds where the officer does not say, in hours. A flash flood is over sooner than a river's. */
export type ExpiryHours = Readonly<Record<Level | 'flash-flood', number>>

/** After how many hours a message of this hazard and level expires by itself. */
export const defaultExpiryHours = (hours: ExpiryHours, hazard: string, level: Level): number =>
  hazard === 'flash-flood' && level !== 'prepare'
    ? Math.min(hours['flash-flood'], hours[level])
    : hours[level]

/** Values of the Common Alerting Protocol 1.2 (ITU-T X.1303 bis), section 3.2. */
export type CapValues = {
  readonly msgType: 'Alert' | 'Update' | 'Cancel'
  readonly severity: 'Extreme' | 'Severe' | 'Moderate' | 'Minor' | 'Unknown'
  readonly urgency: 'Immediate' | 'Expected' | 'Future' | 'Past' | 'Unknown'
  readonly certainty: 'Observed' | 'Likely' | 'Possible' | 'Unlikely' | 'Unknown'
  readonly responseType: 'Evacuate' | 'Prepare' | 'Monitor' | 'AllClear' | 'None'
}

/** One table from level to CAP. A cancel says nothing of the danger: it withdraws a message. */
export const capValues: Readonly<Record<Level, CapValues>> = {
  prepare: {
    msgType: 'Alert',
    severity: 'Minor',
    urgency: 'Future',
    certainty: 'Possible',
    responseType: 'Prepare',
  },
  watch: {
    msgType: 'Alert',
    severity: 'Moderate',
    urgency: 'Future',
    certainty: 'Possible',
    responseType: 'Monitor',
  },
  warning: {
    msgType: 'Alert',
    severity: 'Severe',
    urgency: 'Expected',
    certainty: 'Likely',
    responseType: 'Prepare',
  },
  evacuate: {
    msgType: 'Alert',
    severity: 'Extreme',
    urgency: 'Immediate',
    certainty: 'Observed',
    responseType: 'Evacuate',
  },
  'all-clear': {
    msgType: 'Update',
    severity: 'Minor',
    urgency: 'Past',
    certainty: 'Observed',
    responseType: 'AllClear',
  },
  cancel: {
    msgType: 'Cancel',
    severity: 'Unknown',
    urgency: 'Unknown',
    certainty: 'Unknown',
    responseType: 'None',
  },
}
