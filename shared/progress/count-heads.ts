import pMap from 'p-map'
import type { VersionRecord } from '../contracts/version-record.ts'
import { approvalContent, type HeadCount } from '../domain/approval.ts'
import { planPlaces } from '../domain/committee.ts'
import type { Dispatch } from '../domain/dispatch.ts'
import { aimOf } from '../domain/follow-up.ts'
import { isMeantFor } from '../domain/is-meant-for.ts'
import { digestOfText } from '../request-id.ts'
import { planDistrict, type PlanDistrictDeps, type Planned } from './plan-district.ts'

/** Districts that are read at a time: all of Laos is over a hundred. */
const districtsAtOnce = 16

/** The villages of earlier shares that the version speaks to: they stay the same while those are being sent. */
const toldOf = ({ districts }: Planned, earlier: readonly Dispatch[]): string[] =>
  earlier.map(({ village }) => village).filter((village) => isMeantFor(districts, village))

/** Whom the version would reach if it were issued now, village by village, as fan-out would plan it. */
export const countHeads = async (deps: PlanDistrictDeps, version: Planned): Promise<HeadCount> => {
  const districts = await pMap(
    Object.keys(version.districts),
    async (district) => {
      const { places, earlier } = await planDistrict(deps, version, district)
      const told = aimOf(version) === 'reached' ? toldOf(version, earlier) : []
      const recipients = planPlaces(places)
        .flatMap((planned) => planned.recipients)
        .filter(({ sharedWith }) => sharedWith === undefined).length
      const villages = new Set([...places.map(({ code }) => code), ...told])
      return { villages: [...villages].toSorted(), recipients }
    },
    { concurrency: districtsAtOnce },
  )
  return {
    villages: districts.flatMap(({ villages }) => villages),
    recipients: districts.reduce((sum, { recipients }) => sum + recipients, 0),
  }
}

/** What names exactly this version to exactly these villages. */
export const approvalDigest = (version: VersionRecord, heads: HeadCount): string =>
  digestOfText(approvalContent(version, heads))
