import type { Duty, Exposure, Member, Village } from './village.ts'

/** Whom of an area a preparedness message is for: people of these duties, in villages of these exposures. */
export type AudienceFilter = {
  duties?: readonly Duty[] | undefined
  exposures?: readonly Exposure[] | undefined
}

/** Whether the village is meant at all. One whose exposure nobody has entered is meant only where none is asked for. */
export const isInAudience = (
  { exposure }: Pick<Village, 'exposure'>,
  { exposures }: AudienceFilter = {},
): boolean => exposures === undefined || (exposure !== undefined && exposures.includes(exposure))

/** Villages with those members alone who are meant. A village that has none of them stays, without contact. */
export const withMembersMeant = <V extends { members: readonly Member[] }>(
  villages: readonly V[],
  { duties }: AudienceFilter = {},
): V[] =>
  villages.map((village) =>
    duties === undefined
      ? village
      : { ...village, members: village.members.filter(({ duty }) => duties.includes(duty)) },
  )
