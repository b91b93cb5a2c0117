import type * as z from 'zod'
import { publicRoutes } from '../../shared/contracts/public-routes.ts'
import { bindPublicRoute } from '../../shared/middleware/public-handler.ts'
import type { PublicDeps } from './deps.ts'

/** `GET /health`: says that this function runs, and nothing that costs a read. */
export const getHealth = ({ stage, version }: PublicDeps) =>
  bindPublicRoute(publicRoutes.getHealth, async () => {
    const health: z.input<typeof publicRoutes.getHealth.response> = { status: 'ok', version, stage }
    return { text: JSON.stringify(health), contentType: 'application/json', cacheSeconds: 0 }
  })
