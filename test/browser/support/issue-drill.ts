import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { apiOf, submitDrill } from './submit-drill.ts'

const pauseMs = 500

/** A drill that went out: one person wrote it, another approved it, every SMS has been handed over. */
export const issueDrill = async (
  as: string,
  approver: string,
  areas: readonly string[],
): Promise<{ alertId: string; number: number }> => {
  const alertId = await submitDrill(as, areas)
  const call = await apiOf(approver)
  const params = { alertId }
  const { versions, number } = await call(alertRoutes.getAlert, { params })
  const digest = versions[0]?.submission?.digest ?? ''
  await call(alertRoutes.approveAlert, { params, body: { digest } })
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- until it is sent; the test's own time ends it
    const { state } = await call(alertRoutes.getAlert, { params })
    if (state === 'completed') return { alertId, number }
    // oxlint-disable-next-line no-await-in-loop -- as above
    await new Promise((resolve) => {
      setTimeout(resolve, pauseMs)
    })
  }
}
