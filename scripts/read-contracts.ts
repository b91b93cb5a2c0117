import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { allRoutes } from '../shared/contracts/all-routes.ts'
import { createOpenApiDocument, type OpenApiDocument } from '../shared/contracts/openapi/create-document.ts'
import type { NamedContracts } from '../shared/contracts/openapi/named-contracts.ts'
import { publicRoutes } from '../shared/contracts/public-routes.ts'

const root = join(import.meta.dirname, '..')

const readModule = async (path: string): Promise<[string, unknown][]> => {
  const module: unknown = await import(join(root, path))
  return Object.entries(z.looseObject({}).parse({ ...z.custom<object>().parse(module) }))
}

/** Every route with its key in the table that it stands in, and every exported schema with its name. */
export const readContracts = async (): Promise<NamedContracts> => {
  const files = globSync('shared/contracts/*.ts', { cwd: root }).toSorted()
  const exported = (await Promise.all(files.map(readModule))).flat()
  const inTables = exported.flatMap(([, value]): [unknown, string][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof z.ZodType)
      ? Object.entries(value).map(([name, entry]) => [entry, name])
      : [],
  )
  const nameOf = new Map(inTables)
  return {
    routes: new Map(allRoutes.map((route) => [route, nameOf.get(route) ?? `${route.method} ${route.path}`])),
    publicRoutes: new Map(Object.entries(publicRoutes).map(([name, route]) => [route, name])),
    schemas: new Map(
      exported.flatMap(([name, value]): [z.ZodType, string][] =>
        value instanceof z.ZodType ? [[value, name]] : [],
      ),
    ),
  }
}

/** The API document of the contracts as they are. */
export const readOpenApiDocument = async (): Promise<OpenApiDocument> => {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  return createOpenApiDocument(await readContracts(), version)
}
