import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { provinceOf } from '../../../shared/domain/area.ts'
import { isSamePerson, userCovers, type User } from '../../../shared/domain/user.ts'
import { RequestError } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'

/** Steps by which a person had a part in sending a version. */
const issuing: readonly string[] = ['submit', 'approve', 'issue-alone', 'break-glass']

const sendersOf = (versions: readonly VersionRecord[]): string[] => [
  ...new Set(
    versions.flatMap(({ history }) =>
      history.filter(({ action }) => issuing.includes(action)).map(({ by }) => by),
    ),
  ),
]

/** Throws unless the officer had a part in sending these versions, or answers for the provinces of the areas. */
export const checkMayTakeBack = async (
  deps: Pick<AlertsApiDeps, 'users'>,
  user: User,
  issued: readonly VersionRecord[],
  areas: readonly string[],
): Promise<void> => {
  if (areas.every((area) => userCovers(user, provinceOf(area)))) return
  const senders = await Promise.all(
    sendersOf(issued).map(async (id) => (await deps.users.find(id)) ?? { id }),
  )
  if (senders.some((sender) => isSamePerson(sender, user))) return
  throw new RequestError('needs-another-person', {
    en: 'An alert is taken back by who had a part in sending it, or by the province. Stop it, and tell them.',
    lo: 'ສະເພາະຜູ້ທີ່ຮ່ວມສົ່ງຄຳເຕືອນນີ້ ຫຼື ແຂວງ ຍົກເລີກໄດ້. ໃຫ້ຢຸດສົ່ງ ແລະ ບອກເຂົາ.',
  })
}
