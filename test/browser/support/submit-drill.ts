import { inject } from 'vitest'
import { createApiClient } from '../../../local/demo/api-client.ts'
import { logIn } from '../../../local/log-in.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'

/** The API as a person of the sample sees it. */
export const apiOf = async (username: string) => {
  const { origin, issuerOrigin } = inject('console')
  const { accessToken } = await logIn(issuerOrigin, username)
  return createApiClient(origin, accessToken)
}

const usual = {
  lo: 'ເຕືອນໄພນ້ຳຖ້ວມ: ນ້ຳກຳລັງຂຶ້ນ. ຍ້າຍຄົນໄປບ່ອນສູງກ່ອນ 18:00.',
  en: 'FLOOD WARNING: river rising. Move people to high ground by 18:00.',
}

/** A drill that waits for a second officer, written over the API by the first. Lao wording unreviewed. */
export const submitDrill = async (as: string, areas: readonly string[], texts = usual): Promise<string> => {
  const call = await apiOf(as)
  const { alertId } = await call(alertRoutes.createAlert, {
    body: {
      kind: 'flood',
      hazard: 'river-flood',
      level: 'warning',
      mode: 'exercise',
      areas,
      texts,
    },
  })
  await call(alertRoutes.submitAlert, { params: { alertId } })
  return alertId
}
