import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import { createApiClient } from '../demo/api-client.ts'
import { importRoster } from '../demo/import-roster.ts'
import { logIn } from '../log-in.ts'
import type { LocalRun } from '../run.ts'
import { sampleRoster } from './sample-roster.ts'

/** Numbers of the districts' desks, which templates name: made up. */
const deskPhones = { '1308': '041 212 901', '1309': '041 212 902', '1310': '041 212 903' }

/** Puts the sample in as an admin would: the roster by an import, then the numbers of the desks. */
export const putSample = async ({
  issuerOrigin,
  origin,
}: Pick<LocalRun, 'issuerOrigin' | 'origin'>): Promise<void> => {
  const { accessToken } = await logIn(issuerOrigin, 'admin')
  const call = createApiClient(origin, accessToken)
  await importRoster(call, sampleRoster)
  for (const [district, phone] of Object.entries(deskPhones)) {
    // oxlint-disable-next-line no-await-in-loop -- three
    await call(rosterRoutes.setDeskPhone, { params: { district }, body: { phone } })
  }
}
