import { Server } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { childFolder, serveUntilParentEnds } from './child-side.ts'

// fauxqs listens on every interface, whatever it is told. Queued phone numbers must stay on this machine.
const listen = Reflect.get(Server.prototype, 'listen')
Server.prototype.listen = function listenOnLoopback(
  this: Server,
  options: unknown,
  ...rest: unknown[]
): Server {
  const given = typeof options === 'object' && options !== null ? options : { port: options }
  Reflect.apply(listen, this, [{ ...given, host: '127.0.0.1' }, ...rest])
  return this
}

// One fsync for each message is not needed to survive a kill, only to survive a power cut.
const exec = Reflect.get(DatabaseSync.prototype, 'exec')
DatabaseSync.prototype.exec = function execRelaxed(this: DatabaseSync, sql: string): void {
  Reflect.apply(exec, this, [sql])
  if (sql.includes('journal_mode')) Reflect.apply(exec, this, ['PRAGMA synchronous = NORMAL'])
}

const folder = childFolder()
const { startFauxqs } = await import('fauxqs')
const server = await startFauxqs({ port: 0, logger: false, dataDir: folder })
serveUntilParentEnds(server.port, () => server.stop())
