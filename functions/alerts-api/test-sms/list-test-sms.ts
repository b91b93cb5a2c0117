import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { notFound } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { namePeople } from '../name-people.ts'
import { readVillageTests } from './test-sms-view.ts'

/** `GET /v1/villages/{code}/test-sms`. */
export const listTestSms = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.listTestSms, async ({ params: { code } }) => {
    const village = await deps.villages.find(code)
    if (village === undefined) throw notFound('village')
    const tests = await readVillageTests(deps, village)
    const people = await namePeople(
      deps,
      tests.flatMap(({ by, answer }) => [by, ...(answer === null ? [] : [answer.by])]),
    )
    return { body: { village: code, tests, people } }
  })
