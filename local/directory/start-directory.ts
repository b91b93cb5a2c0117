import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { isLocalHost } from '../http/is-local-host.ts'
import { listenOnLoopback } from '../http/listen-on-loopback.ts'
import { readBody } from '../http/read-body.ts'
import type { People } from './people.ts'

/** The running endpoint that stands in for the user pool. */
export type Directory = { origin: string; stop: () => Promise<void> }

const targetPrefix = 'AWSCognitoIdentityProviderService.'
const input = z.object({ UserPoolId: z.string().min(1), Username: z.string().min(1) })
type Input = z.infer<typeof input>
type Person = NonNullable<ReturnType<People['find']>>
type Answer = { status: number; body: object }

const refuse = (type: string): Answer => ({ status: 400, body: { __type: type, message: type } })

const attributesOf = ({ sub, username }: Person) => [
  { Name: 'sub', Value: sub },
  { Name: 'email', Value: username },
]

const actions: Readonly<Record<string, (people: People, request: Input) => Answer>> = {
  AdminCreateUser: (people, { Username }) => {
    const invited = people.invite(Username)
    if (invited === undefined) return refuse('UsernameExistsException')
    const user = { Username: invited.sub, Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' }
    return { status: 200, body: { User: { ...user, Attributes: attributesOf(invited) } } }
  },
  AdminGetUser: ofPerson((_people, person) => ({
    Username: person.sub,
    Enabled: person.isEnabled,
    UserAttributes: attributesOf(person),
  })),
  AdminDisableUser: ofPerson((people, { sub }) => {
    people.setEnabled(sub, false)
    return {}
  }),
  AdminEnableUser: ofPerson((people, { sub }) => {
    people.setEnabled(sub, true)
    return {}
  }),
  AdminUserGlobalSignOut: ofPerson((people, { sub }) => {
    people.signOut(sub)
    return {}
  }),
}

function ofPerson(act: (people: People, person: Person) => object) {
  return (people: People, { Username }: Input): Answer => {
    const person = people.find(Username)
    return person === undefined ? refuse('UserNotFoundException') : { status: 200, body: act(people, person) }
  }
}

async function answer(people: People, request: IncomingMessage): Promise<Answer> {
  const target = String(request.headers['x-amz-target'] ?? '')
  const action = target.startsWith(targetPrefix) ? actions[target.slice(targetPrefix.length)] : undefined
  if (action === undefined) return refuse('UnknownOperationException')
  const parsed = input.safeParse(JSON.parse((await readBody(request, 64 * 1024))?.toString() ?? '{}'))
  return parsed.success ? action(people, parsed.data) : refuse('InvalidParameterException')
}

function write(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
}

/** Answers the administrative calls of a Cognito user pool that Siang makes, and no other. */
export async function startDirectory(people: People): Promise<Directory> {
  const server = createServer((request, response) => {
    if (!isLocalHost(request.headers.host)) {
      response.writeHead(421).end()
      return
    }
    answer(people, request).then(
      (given) => write(response, given),
      () => write(response, { status: 500, body: { __type: 'InternalErrorException' } }),
    )
  })
  return {
    origin: await listenOnLoopback(server, 0),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}
