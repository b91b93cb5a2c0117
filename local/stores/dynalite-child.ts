import dynalite from 'dynalite'
import { childFolder, serveUntilParentEnds } from './child-side.ts'

const server = dynalite({ path: childFolder(), createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
server.keepAliveTimeout = 60_000

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('dynalite has no port')
  serveUntilParentEnds(address.port, () => {
    const closed = new Promise((resolve) => {
      server.close(resolve)
    })
    server.closeAllConnections()
    return closed
  })
})
