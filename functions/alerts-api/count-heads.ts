import pMap from 'p-map'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { approvalContent, type HeadCount } from '../../shared/domain/approval.ts'
import { isAlerted, planDispatches } from '../../shared/domain/committee.ts'
import { digestOfText } from '../../shared/request-id.ts'
import type { AlertsApiDeps } from './deps.ts'

/** Districts that are read at a time: all of Laos is over a hundred. */
const districtsAtOnce = 16

/** Whom the version would reach if it were issued now, read from the roster village by village. */
export const countHeads = async (
  deps: Pick<AlertsApiDeps, 'villages'>,
  version: Pick<VersionRecord, 'districts' | 'lane'>,
): Promise<HeadCount> => {
  const districts = await pMap(
    Object.entries(version.districts),
    async ([district, only]) => {
      const all = (await deps.villages.listDistrict(district)).filter(isAlerted)
      const meant = only.length === 0 ? all : all.filter(({ code }) => only.includes(code))
      const recipients = planDispatches(meant, version.lane)
        .flatMap((planned) => planned.recipients)
        .filter(({ sharedWith }) => sharedWith === undefined).length
      return { villages: meant.map(({ code }) => code), recipients }
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
