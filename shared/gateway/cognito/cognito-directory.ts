import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import type { SignInDirectory } from '../sign-in-directory.ts'

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name

const idOf = (attributes: readonly AttributeType[] | undefined): { id: string } => {
  const id = attributes?.find(({ Name }) => Name === 'sub')?.Value
  if (id === undefined) throw new Error('Cognito named no id for the user')
  return { id }
}

/** Nobody of this name is in the pool, as where an entry was written by hand; or they are disabled already. */
const isOutAlready = (error: unknown): boolean =>
  isNamed(error, 'UserNotFoundException') || isNamed(error, 'NotAuthorizedException')

const unlessOut = async (call: Promise<unknown>): Promise<void> => {
  try {
    await call
  } catch (error) {
    if (!isOutAlready(error)) throw error
  }
}

/**
 * The user pool of the stage, where people are known by their email and their `sub`. The client is made at its first
 * use: few requests of the function that it is part of need it.
 */
export const createCognitoDirectory = (userPoolId: string): SignInDirectory => {
  let made: CognitoIdentityProviderClient | undefined
  const client = (): CognitoIdentityProviderClient => {
    made ??= new CognitoIdentityProviderClient({
      requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    })
    return made
  }
  const userOf = (name: string) => ({ UserPoolId: userPoolId, Username: name })

  const find = async (email: string): Promise<{ id: string } | undefined> => {
    try {
      return idOf((await client().send(new AdminGetUserCommand(userOf(email)))).UserAttributes)
    } catch (error) {
      if (isNamed(error, 'UserNotFoundException')) return undefined
      throw error
    }
  }

  return {
    find,

    invite: async (email) => {
      try {
        const { User } = await client().send(
          new AdminCreateUserCommand({
            ...userOf(email),
            DesiredDeliveryMediums: ['EMAIL'],
            UserAttributes: [
              { Name: 'email', Value: email },
              { Name: 'email_verified', Value: 'true' },
            ],
          }),
        )
        return idOf(User?.Attributes)
      } catch (error) {
        const known = isNamed(error, 'UsernameExistsException') ? await find(email) : undefined
        if (known === undefined) throw error
        return known
      }
    },

    // In this order: a session that is left when the user is disabled would go on when they are enabled again.
    disable: async (id) => {
      await unlessOut(client().send(new AdminUserGlobalSignOutCommand(userOf(id))))
      await unlessOut(client().send(new AdminDisableUserCommand(userOf(id))))
    },

    enable: (id) => unlessOut(client().send(new AdminEnableUserCommand(userOf(id)))),
  }
}
