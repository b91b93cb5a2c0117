import { publicRoutes } from '../../shared/contracts/public-routes.ts'
import { RequestError } from '../../shared/errors.ts'
import { bindPublicRoute } from '../../shared/middleware/public-handler.ts'
import { digestOfText } from '../../shared/request-id.ts'
import type { PublicDeps } from './deps.ts'
import { findCap } from './find-cap.ts'

/** What is published never changes. */
const cacheSeconds = 24 * 3600

/** `GET /cap/{file}`: one version, as it was published. */
export const getCapAlert = (deps: PublicDeps) =>
  bindPublicRoute(publicRoutes.getCapAlert, async ({ params }) => {
    const { feed } = findCap(deps)
    const [, alertId = '', version = ''] = /^(\w+)-(\d+)\.xml$/.exec(params['file'] ?? '') ?? []
    const file = await feed.findFile(alertId, Number(version))
    if (file === undefined)
      throw new RequestError('not-found', {
        en: 'There is no public message of this name.',
        lo: 'ບໍ່ມີຂໍ້ຄວາມສາທາລະນະຊື່ນີ້.',
      })
    return {
      text: file.xml,
      contentType: `${publicRoutes.getCapAlert.contentType}; charset=utf-8`,
      etag: digestOfText(file.xml).slice(0, 32),
      modifiedAtEpochMs: Date.parse(file.sent),
      cacheSeconds,
    }
  })
