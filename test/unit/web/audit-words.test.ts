import { describe, expect, it } from 'vitest'
import { allRoutes } from '../../../shared/contracts/all-routes.ts'
import { auditedRoutes } from '../../../web/src/words/audit-words.ts'

const kept = allRoutes
  .filter(({ method, audited }) =>
    audited === undefined ? method !== 'GET' : !('never' in audited) && audited.revealsTo.length > 0,
  )
  .map(({ method, path }) => `${method} ${path}`)

describe('words of the audit', () => {
  it('tell every route that the audit keeps, and no other', () => {
    expect(Object.keys(auditedRoutes).toSorted()).toEqual(kept.toSorted())
  })
})
