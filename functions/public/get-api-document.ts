import { createHash } from 'node:crypto'
import { publicRoutes } from '../../shared/contracts/public-routes.ts'
import { bindPublicRoute } from '../../shared/middleware/public-handler.ts'
import type { PublicDeps } from './deps.ts'

const cacheSeconds = 300

/** `GET /openapi.json`. */
export const getApiDocument = ({ readDocument }: PublicDeps) => {
  let read: { text: string; etag: string } | undefined
  return bindPublicRoute(publicRoutes.getApiDocument, async () => {
    if (read === undefined) {
      const text = readDocument()
      read = { text, etag: createHash('sha256').update(text).digest('hex').slice(0, 32) }
    }
    return { ...read, contentType: 'application/json', cacheSeconds }
  })
}
