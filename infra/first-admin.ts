import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  type AttributeType,
  CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod'
import { inviteFirstAdmin } from './invite-first-admin.ts'
import { projectRoot } from './project.ts'
import { readStage, region } from './stages.ts'

const usage = 'npm run first-admin -- --stage dev|prod --name "…" --email …'
const outputsFile = 'cdk.out/outputs.json'

const argumentsSchema = z.object({ stage: z.string(), name: z.string().min(1).max(120), email: z.email() })
const outputsSchema = z.object({ UserPoolId: z.string(), RosterTableName: z.string() })

const readArguments = () => {
  const options = { stage: { type: 'string' }, name: { type: 'string' }, email: { type: 'string' } } as const
  const parsed = argumentsSchema.safeParse(parseArgs({ options }).values)
  if (!parsed.success) throw new Error(`Usage: ${usage}\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}

const readOutputs = (stageName: string) => {
  const path = join(projectRoot, outputsFile)
  const written: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const outputs = z.record(z.string(), z.unknown()).parse(written)[`siang-${stageName}`]
  if (outputs === undefined) {
    throw new Error(
      `${outputsFile} does not know ${stageName}: deploy it with --outputs-file ${outputsFile} first.`,
    )
  }
  return outputsSchema.parse(outputs)
}

const idOf = (attributes: readonly AttributeType[] | undefined): { id: string } => {
  const id = attributes?.find(({ Name }) => Name === 'sub')?.Value
  if (id === undefined) throw new Error('Cognito named no id for the user')
  return { id }
}

const cognitoUsers = (client: CognitoIdentityProviderClient, userPoolId: string) => ({
  invite: async ({ email }: { email: string }) => {
    const user = { UserPoolId: userPoolId, Username: email }
    try {
      const created = await client.send(
        new AdminCreateUserCommand({
          ...user,
          DesiredDeliveryMediums: ['EMAIL'],
          UserAttributes: [
            { Name: 'email', Value: email },
            { Name: 'email_verified', Value: 'true' },
          ],
        }),
      )
      return idOf(created.User?.Attributes)
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error
      return idOf((await client.send(new AdminGetUserCommand(user))).UserAttributes)
    }
  },
})

const tableItems = (client: DynamoDBDocumentClient, table: string) => ({
  putNew: async (item: Record<string, unknown>) => {
    try {
      await client.send(
        new PutCommand({ TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(PK)' }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  },
})

const run = async (): Promise<string> => {
  const { stage, ...person } = readArguments()
  if (readStage(stage).runsOn !== 'AWS') throw new Error(`${stage} does not run on AWS. Usage: ${usage}`)
  const { UserPoolId, RosterTableName } = readOutputs(stage)
  const { outcome } = await inviteFirstAdmin(
    {
      users: cognitoUsers(new CognitoIdentityProviderClient({ region }), UserPoolId),
      items: tableItems(DynamoDBDocumentClient.from(new DynamoDBClient({ region })), RosterTableName),
    },
    person,
  )
  return outcome === 'invited'
    ? 'Invited. The email holds a temporary password, good for 3 days.\n'
    : `This person has an entry in ${stage} already; nothing was changed.\n`
}

try {
  process.stdout.write(await run())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
