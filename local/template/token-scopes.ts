import { z } from 'zod'
import type { Assembly } from './load-assembly.ts'

const resourceServerSchema = z.object({
  Identifier: z.string(),
  Scopes: z.array(z.object({ ScopeName: z.string() })).default([]),
})

/** The scopes that the user pool of a template can put into access tokens: `<resource server>/<scope>`. */
export function tokenScopes(assembly: Assembly): string[] {
  return assembly.resources
    .filter(({ type }) => type === 'AWS::Cognito::UserPoolResourceServer')
    .flatMap(({ properties }) => {
      const { Identifier, Scopes } = resourceServerSchema.parse(properties)
      return Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`)
    })
}
