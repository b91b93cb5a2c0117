import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { RequestError } from '../../../shared/errors.ts'
import { findVillagesGone } from '../../../shared/progress/find-villages-gone.ts'
import type { AlertsApiDeps } from '../deps.ts'

const mostNamed = 10

/**
 * Throws where a village that the first version names was merged, or taken off the roster, since the draft was written:
 * nobody there would get anything. Later versions go to those who have the alert, wherever their village is by now; an
 * approval is held to its villages by the digest. Who breaks the glass of what was submitted is not held up: the village
 * is on the call list.
 */
export const checkVillagesStand = async (
  deps: Pick<AlertsApiDeps, 'villages'>,
  { version, state, areas }: VersionRecord,
): Promise<void> => {
  if (version > 1 || state !== 'draft') return
  const lost = await findVillagesGone(deps, areas)
  if (lost.length === 0) return
  const codes = lost.slice(0, mostNamed).join(', ')
  throw new RequestError(
    'wrong-state',
    {
      en: `Villages that this draft names were merged or taken off the roster: ${codes}${lost.length > mostNamed ? ' and others' : ''}. Edit the draft: leave them out, and choose the villages where their people are now.`,
      lo: `ບ້ານທີ່ຢູ່ໃນຮ່າງນີ້ຖືກລວມ ຫຼື ຖືກເອົາອອກຈາກບັນຊີແລ້ວ: ${codes}${lost.length > mostNamed ? ' ແລະ ບ້ານອື່ນ' : ''}. ແກ້ຮ່າງ: ເອົາອອກ, ແລ້ວເລືອກບ້ານທີ່ຄົນຂອງເຂົາຢູ່ດຽວນີ້.`,
    },
    lost.map((code) => ({
      path: `areas[${areas.indexOf(code)}]`,
      message: { en: 'Gets no alerts any more.', lo: 'ບໍ່ໄດ້ຮັບຄຳເຕືອນອີກແລ້ວ.' },
    })),
  )
}
