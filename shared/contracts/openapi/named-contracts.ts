import * as z from 'zod'
import type { PublicRouteDefinition, RouteDefinition } from '../routes.ts'

/** Routes and schemas with the names that the document gives them. */
export type NamedContracts = {
  readonly routes: ReadonlyMap<RouteDefinition, string>
  readonly publicRoutes: ReadonlyMap<PublicRouteDefinition, string>
  readonly schemas: ReadonlyMap<z.ZodType, string>
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/**
 * A component for every schema that a contract exports, and for the parts of each route: those have the name of the
 * schema where it is exported, and else the route's.
 */
export const nameComponents = ({ routes, publicRoutes, schemas }: NamedContracts): Map<z.ZodType, string> => {
  const named = new Map<z.ZodType, string>()
  const taken = new Set<string>()
  const add = (schema: z.ZodType | undefined, name: string): void => {
    if (schema === undefined || named.has(schema)) return
    if (taken.has(name)) throw new Error(`Two schemas of the contracts are named ${name}: rename one.`)
    taken.add(name)
    named.set(schema, name)
  }
  for (const [schema, name] of schemas) add(schema, capital(name))
  for (const [route, name] of routes) {
    add(route.params, `${capital(name)}Params`)
    add(route.query, `${capital(name)}Query`)
    add(route.body, `${capital(name)}Body`)
    add(route.response, `${capital(name)}Answer`)
  }
  for (const [route, name] of publicRoutes) {
    add(route.params, `${capital(name)}Params`)
    add(route.response, `${capital(name)}Answer`)
  }
  return named
}
