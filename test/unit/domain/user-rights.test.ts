import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allRoutes } from '../../../shared/contracts/all-routes.ts'
import {
  allowancesOf,
  concerns,
  isNationalAdmin,
  needsSecondAdmin,
  rightsMeanwhile,
  tidyAreas,
} from '../../../shared/domain/user-rights.ts'
import { roles, userCovers, type Role } from '../../../shared/domain/user.ts'

const code = fc.constantFrom('LA', '13', '1308', '1309', '1308001', '1308002', '14', '1401')
const rights = fc.record({
  roles: fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1 }),
  areas: fc.uniqueArray(code, { minLength: 1, maxLength: 3 }),
})
const areasOf = (area: string) => ({ areas: [area] })
const villages = ['1308001', '1308002', '1309001', '1401001', '0101001']

describe('rights that wait for a second admin', () => {
  it('are those that make an admin or widen what one covers, and no others', () => {
    const admin = { roles: ['admin'] as const, areas: ['1308'] }
    const officer = { roles: ['officer'] as const, areas: ['13'] }

    expect(needsSecondAdmin(officer, { roles: ['officer', 'admin'], areas: ['1308'] })).toBe(true)
    expect(needsSecondAdmin(admin, { roles: ['admin'], areas: ['1308', '1309'] })).toBe(true)
    expect(needsSecondAdmin(admin, { roles: ['admin', 'viewer'], areas: ['1308001'] })).toBe(false)
    expect(needsSecondAdmin(admin, { roles: ['officer'], areas: ['13'] })).toBe(false)
    expect(needsSecondAdmin(officer, { roles: ['viewer'], areas: ['LA'] })).toBe(false)
  })

  it('give meanwhile nobody a role anywhere that they did not have and are not to have there', () => {
    fc.assert(
      fc.property(rights, rights, (has, wanted) => {
        const now = rightsMeanwhile(has, wanted)
        for (const village of villages) {
          for (const role of now.roles) {
            const held = has.roles.includes(role) && userCovers(has, village)
            const asked = wanted.roles.includes(role) && userCovers(wanted, village)
            expect(!userCovers(now, village) || (held && asked)).toBe(true)
          }
        }
      }),
    )
  })

  it('keep meanwhile what is both held and asked for', () => {
    fc.assert(
      fc.property(rights, rights, (has, wanted) => {
        const now = rightsMeanwhile(has, wanted)
        fc.pre(now.roles.length > 0)
        for (const village of villages) {
          expect(userCovers(now, village)).toBe(userCovers(has, village) && userCovers(wanted, village))
        }
      }),
    )
  })

  it('leave the areas without a role where nothing is both held and asked for', () => {
    const now = rightsMeanwhile({ roles: [], areas: [] }, { roles: ['admin'], areas: ['1308'] })

    expect(now).toEqual({ roles: [], areas: ['1308'] })
  })
})

describe('areas', () => {
  it('are tidied without covering more or less', () => {
    fc.assert(
      fc.property(rights, ({ areas }) => {
        const tidy = tidyAreas(areas)
        for (const village of villages) {
          expect(userCovers({ areas: tidy }, village)).toBe(userCovers({ areas }, village))
        }
      }),
    )
  })

  it('concern a list of an area where they lie in it or around it', () => {
    expect(['13', '1308', '1308001', 'LA'].map((area) => concerns(areasOf(area), '1308'))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['14', '1309'].map((area) => concerns(areasOf(area), '1308'))).toEqual([false, false])
    expect(concerns(areasOf('1309'), 'LA')).toBe(true)
  })
})

describe('an admin of the whole country', () => {
  it('is active, an admin, and has the whole country itself', () => {
    const admin = { roles: ['admin'] as const, areas: ['LA'], status: 'active' as const }

    expect(isNationalAdmin(admin)).toBe(true)
    expect(isNationalAdmin({ ...admin, status: 'disabled' })).toBe(false)
    expect(isNationalAdmin({ ...admin, areas: ['13'] })).toBe(false)
    expect(isNationalAdmin({ ...admin, roles: ['officer'] })).toBe(false)
  })
})

/** A route that each allowance of `GET /v1/me` stands for. */
const routeOf = {
  look: 'GET /v1/alerts',
  'issue-alerts': 'POST /v1/alerts/{alertId}/submit',
  'approve-alerts': 'POST /v1/alerts/{alertId}/approve',
  'record-calls': 'POST /v1/alerts/{alertId}/villages/{code}/acknowledgements',
  'stop-alerts': 'POST /v1/alerts/{alertId}/stop',
  'keep-rosters': 'PUT /v1/villages/{code}',
  'keep-users': 'POST /v1/users',
  'read-audit': 'GET /v1/audit',
  'stop-all-sending': 'POST /v1/emergency-stop',
} as const satisfies Record<ReturnType<typeof allowancesOf>[number], string>

describe('what somebody may do', () => {
  it.each(roles)('is for the role %s what the routes say', (role: Role) => {
    const admitted = Object.entries(routeOf).flatMap(([allowance, name]) => {
      const route = allRoutes.find(({ method, path }) => `${method} ${path}` === name)
      if (route === undefined) throw new Error(`there is no ${name}`)
      return route.access.roles.includes(role) ? [allowance] : []
    })

    expect(allowancesOf([role]).toSorted()).toEqual(admitted.toSorted())
  })
})
